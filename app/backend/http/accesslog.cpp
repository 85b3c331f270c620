// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/http/accesslog.h"

#include "backend/http/message.h"

#include <QByteArrayList>
#include <algorithm>
#include <array>
#include <cerrno>
#include <unistd.h>
#include <utility>

namespace passport {
namespace {

constexpr qsizetype mostWaiting = 1024 * 1024;

/// Values of these may be read in a log; of everything else only the name. A list of what is harmless cannot forget
/// a secret.
constexpr std::array harmless{"action", "binaryMode", "format", "jsonRpc", "mid", "revision", "tag", "time"};

/// No line breaks, no control characters: one request, one line.
QByteArray printable(QByteArray text)
{
    std::ranges::replace_if(
        text, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }, '?');
    return text;
}

QByteArray maskedPair(const QByteArray &pair)
{
    const qsizetype equals = pair.indexOf('=');
    if (equals < 0)
        return "…"; // a lone word may be a code
    const QByteArray name = pair.first(equals);
    const bool shown = std::ranges::any_of(harmless, [&name](const char *word) { return name == word; });
    return shown ? pair : name + "=…";
}

/// "/a/…", however many slashes it begins with and whether or not a server is named before it: routes do not mind.
bool isConfirmation(const QByteArray &path)
{
    const QByteArray decoded = percentDecoded(path, Plus::IsPlus).value_or(path);
    const qsizetype host = decoded.startsWith('/') ? 0 : decoded.indexOf("://") + 3;
    const QByteArrayList parts = decoded.sliced(decoded.indexOf('/', host) + 1).split('/');
    const auto first = std::ranges::find_if_not(parts, &QByteArray::isEmpty);
    return first != parts.end() && *first == "a";
}

} // namespace

AccessLog::AccessLog(int descriptor)
    : m_descriptor(descriptor)
{
    if (m_descriptor != nowhere)
        m_thread = std::thread(&AccessLog::run, this);
}

AccessLog::~AccessLog()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_stopping = true;
    }
    m_wake.notify_one();
    if (m_thread.joinable())
        m_thread.join();
}

void AccessLog::write(const QByteArray &line)
{
    if (m_descriptor == nowhere)
        return;
    bool first = false;
    {
        const std::scoped_lock lock(m_mutex);
        if (m_waiting.size() + line.size() > mostWaiting) {
            ++m_dropped;
            return;
        }
        first = m_waiting.isEmpty();
        m_waiting.append(line).append('\n');
    }
    if (first)
        m_wake.notify_one();
}

void AccessLog::run()
{
    std::unique_lock lock(m_mutex);
    while (!m_stopping || !m_waiting.isEmpty()) {
        m_wake.wait(lock, [this] { return m_stopping || !m_waiting.isEmpty(); });
        QByteArray text = std::exchange(m_waiting, {});
        if (const qint64 dropped = std::exchange(m_dropped, 0))
            text.append("access log: " + QByteArray::number(dropped) + " lines dropped, the reader was too slow\n");
        lock.unlock();
        drain(text);
        lock.lock();
    }
}

void AccessLog::drain(const QByteArray &text) const
{
    qsizetype done = 0;
    while (done < text.size()) {
        const auto count = ::write(m_descriptor, text.constData() + done, static_cast<std::size_t>(text.size() - done));
        if (count > 0)
            done += count;
        else if (errno != EINTR)
            return; // closed or full for good: nobody reads it
    }
}

QByteArray maskedTarget(const QByteArray &target)
{
    const qsizetype question = target.indexOf('?');
    const QByteArray path = question < 0 ? target : target.first(question);
    QByteArray masked = isConfirmation(path) ? QByteArray("/a/…") : path;
    if (question >= 0) {
        QByteArrayList pairs = target.sliced(question + 1).split('&');
        std::ranges::transform(pairs, pairs.begin(), maskedPair);
        masked += '?' + pairs.join('&');
    }
    return printable(masked);
}

} // namespace passport
