// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "support/rawclient.h"

#include <QByteArrayList>
#include <QtEndian>
#include <arpa/inet.h>
#include <array>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace passport {
namespace {

using Time = std::chrono::steady_clock::time_point;

std::chrono::milliseconds left(Time end)
{
    return std::max(
        std::chrono::milliseconds(0),
        std::chrono::duration_cast<std::chrono::milliseconds>(end - std::chrono::steady_clock::now()));
}

} // namespace

RawClient::RawClient(quint16 port)
    : m_socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = qToBigEndian(port);
    address.sin_addr.s_addr = qToBigEndian(quint32(INADDR_LOOPBACK));
    if (::connect(m_socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0) {
        ::close(m_socket);
        m_socket = -1;
        return;
    }
    const int on = 1;
    ::setsockopt(m_socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
}

RawClient::~RawClient()
{
    if (m_socket >= 0)
        ::close(m_socket);
}

bool RawClient::send(const QByteArray &bytes)
{
    qsizetype done = 0;
    while (done < bytes.size()) {
        const auto count
            = ::send(m_socket, bytes.constData() + done, static_cast<std::size_t>(bytes.size() - done), MSG_NOSIGNAL);
        if (count <= 0)
            return false;
        done += count;
    }
    return true;
}

void RawClient::finishSending()
{
    ::shutdown(m_socket, SHUT_WR);
}

bool RawClient::fill(Time end)
{
    if (m_socket < 0 || m_closed)
        return false;
    pollfd wait{m_socket, POLLIN, 0};
    if (::poll(&wait, 1, static_cast<int>(left(end).count())) <= 0)
        return false;
    std::array<char, 65536> part{};
    const auto count = ::recv(m_socket, part.data(), part.size(), 0);
    if (count <= 0) {
        m_closed = true;
        return false;
    }
    m_buffer.append(part.data(), count);
    return true;
}

bool RawClient::ensure(qsizetype size, Time end)
{
    while (m_buffer.size() < size) {
        if (!fill(end))
            return false;
    }
    return true;
}

QByteArray RawClient::response()
{
    const Time end = std::chrono::steady_clock::now() + patience;
    while (!m_buffer.contains("\r\n\r\n")) {
        if (!fill(end))
            return {};
    }
    const qsizetype head = m_buffer.indexOf("\r\n\r\n") + 4;
    const qsizetype whole = head + headerOf(m_buffer.first(head), "content-length").toLongLong();
    if (!ensure(whole, end))
        return {};
    const QByteArray answer = m_buffer.first(whole);
    m_buffer.remove(0, whole);
    return answer;
}

std::optional<QByteArray> RawClient::untilClosed(std::chrono::milliseconds within)
{
    const Time end = std::chrono::steady_clock::now() + within;
    while (fill(end)) { }
    if (!m_closed)
        return std::nullopt;
    return std::exchange(m_buffer, {});
}

bool RawClient::openWebSocket(const QByteArray &target, const QByteArray &headers)
{
    send(
        "GET " + target
        + " HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
          "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
        + headers + "\r\n");
    const QByteArray answer = response();
    return statusOf(answer) == 101
        && headerOf(answer, "sec-websocket-accept") == "s3pPLMBiTxaQ9kYGzzhZRbK+xOo="; // RFC 6455 1.3
}

bool RawClient::sendText(const QByteArray &text)
{
    const QByteArray mask("\x11\x22\x33\x44", 4);
    QByteArray bytes("\x81", 1);
    if (text.size() < 126) {
        bytes.append(static_cast<char>(0x80 | text.size()));
    } else if (text.size() < 65536) {
        bytes.append(static_cast<char>(0x80 | 126));
        const quint16 size = qToBigEndian(static_cast<quint16>(text.size()));
        bytes.append(reinterpret_cast<const char *>(&size), sizeof size);
    } else {
        bytes.append(static_cast<char>(0x80 | 127));
        const quint64 size = qToBigEndian(static_cast<quint64>(text.size()));
        bytes.append(reinterpret_cast<const char *>(&size), sizeof size);
    }
    bytes.append(mask);
    for (qsizetype i = 0; i < text.size(); ++i)
        bytes.append(static_cast<char>(text.at(i) ^ mask.at(i % 4)));
    return send(bytes);
}

std::optional<RawClient::Frame> RawClient::frame(std::chrono::milliseconds within)
{
    const Time end = std::chrono::steady_clock::now() + within;
    if (!ensure(2, end))
        return std::nullopt;
    const int first = static_cast<unsigned char>(m_buffer.at(0));
    qsizetype size = static_cast<unsigned char>(m_buffer.at(1)) & 0x7f;
    qsizetype head = 2;
    if (size == 126) {
        if (!ensure(head += 2, end))
            return std::nullopt;
        size = qFromBigEndian<quint16>(m_buffer.constData() + 2);
    } else if (size == 127) {
        if (!ensure(head += 8, end))
            return std::nullopt;
        size = qFromBigEndian<qint64>(m_buffer.constData() + 2);
    }
    if (!ensure(head + size, end))
        return std::nullopt;
    const Frame frame{first & 0x0f, m_buffer.mid(head, size)};
    m_buffer.remove(0, head + size);
    return frame;
}

int RawClient::Frame::closeCode() const
{
    return opcode == 8 && payload.size() >= 2 ? qFromBigEndian<quint16>(payload.constData()) : 0;
}

int statusOf(const QByteArray &response)
{
    return response.startsWith("HTTP/1.") ? response.mid(9, 3).toInt() : 0;
}

QByteArray bodyOf(const QByteArray &response)
{
    const qsizetype head = response.indexOf("\r\n\r\n");
    return head < 0 ? QByteArray() : response.mid(head + 4);
}

QByteArray headerOf(const QByteArray &response, const QByteArray &name)
{
    for (const QByteArray &line : response.left(response.indexOf("\r\n\r\n")).split('\n')) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0 && line.first(colon).compare(name, Qt::CaseInsensitive) == 0)
            return line.mid(colon + 1).trimmed();
    }
    return {};
}

} // namespace passport
