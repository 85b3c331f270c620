// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "httpdouble.h"

#include <QTcpSocket>

namespace passport {

HttpDouble::HttpDouble(std::function<Reply(const Request &)> answer)
    : m_answer(std::move(answer))
{
    connect(this, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket *socket = nextPendingConnection()) {
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
            connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
                m_pending.remove(socket);
                socket->deleteLater();
            });
        }
    });
    if (!listen(QHostAddress::LocalHost))
        qFatal("no free port");
}

QUrl HttpDouble::url() const
{
    QUrl url;
    url.setScheme(QStringLiteral("http"));
    url.setHost(QStringLiteral("127.0.0.1"));
    url.setPort(serverPort());
    return url;
}

HttpDouble::Reply HttpDouble::json(int status, const QByteArray &body, const QByteArray &headers)
{
    return page(status, "application/json", body, headers);
}

HttpDouble::Reply
HttpDouble::page(int status, const QByteArray &type, const QByteArray &body, const QByteArray &headers)
{
    return {
        "HTTP/1.1 " + QByteArray::number(status) + " X\r\nContent-Type: " + type
            + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n" + headers + "\r\n" + body,
        false};
}

void HttpDouble::read(QTcpSocket *socket)
{
    QByteArray &pending = m_pending[socket];
    pending += socket->readAll();
    const qsizetype end = pending.indexOf("\r\n\r\n");
    if (end < 0)
        return;
    Request request;
    const QList<QByteArray> lines = pending.first(end).split('\n');
    request.line = lines.first().trimmed();
    for (const QByteArray &line : lines.mid(1)) {
        const qsizetype colon = line.indexOf(':');
        request.headers.insert(line.first(colon).toLower(), line.sliced(colon + 1).trimmed());
    }
    const qsizetype length = request.headers.value("content-length").toLongLong();
    if (pending.size() < end + 4 + length)
        return;
    request.body = pending.sliced(end + 4, length);
    pending.clear();
    request.number = static_cast<int>(m_requests.size()) + 1;
    m_requests.push_back(request);
    const Reply reply = m_answer(request);
    socket->write(reply.bytes);
    if (reply.hangUp)
        socket->disconnectFromHost();
}

} // namespace passport
