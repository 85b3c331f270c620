// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/http/routes.h"

#include <algorithm>

namespace passport {
namespace {

/// Whether `path` is one that `pattern` stands for; see Routes.
bool matches(QByteArrayView pattern, QByteArrayView path)
{
    while (!pattern.isEmpty()) {
        if (pattern == QByteArrayView("*"))
            return true;
        if (pattern.startsWith("{}")) {
            const qsizetype slash = path.indexOf('/');
            const qsizetype end = slash < 0 ? path.size() : slash;
            if (end == 0)
                return false;
            pattern = pattern.sliced(2);
            path = path.sliced(end);
        } else {
            if (path.isEmpty() || path.front() != pattern.front())
                return false;
            pattern = pattern.sliced(1);
            path = path.sliced(1);
        }
    }
    return path.isEmpty();
}

/// How particular a pattern is: exact ones above all, then by what is said literally.
qsizetype weight(const QByteArray &pattern)
{
    constexpr qsizetype exact = 1 << 16; // longer than any path (header limit)
    const bool open = pattern.endsWith('*');
    const qsizetype holes = pattern.count("{}");
    return pattern.size() - 2 * holes - (open ? 1 : 0) + (open || holes > 0 ? 0 : exact);
}

} // namespace

void Routes::add(const QByteArray &method, const QByteArray &pattern, HttpHandler handler)
{
    const auto place = std::ranges::find_if(
        m_routes, [&pattern](const Route &route) { return weight(route.pattern) < weight(pattern); });
    m_routes.insert(place, {method, pattern, std::move(handler)});
}

void Routes::addWebSocket(const QByteArray &path, WebSocketHandler handler)
{
    m_sockets.push_back({path, std::move(handler)});
}

Routes::Match Routes::find(const QByteArray &method, const QByteArray &path) const
{
    const QByteArray wanted = method == "HEAD" ? QByteArray("GET") : method;
    Match match;
    for (const Route &route : m_routes) {
        if (!matches(route.pattern, path))
            continue;
        if (route.method == wanted) {
            match.handler = &route.handler;
            return match;
        }
        if (!match.allowed.contains(route.method))
            match.allowed.append(route.method);
    }
    return match;
}

const WebSocketHandler *Routes::findWebSocket(const QByteArray &path) const
{
    const auto it = std::ranges::find_if(m_sockets, [&path](const Socket &socket) { return socket.path == path; });
    return it == m_sockets.end() ? nullptr : &it->handler;
}

void Routes::allowUpload(const QByteArray &path, std::uint64_t mostBytes)
{
    m_uploads.push_back({path, mostBytes});
}

std::uint64_t Routes::uploadBytes(QByteArrayView target) const
{
    const qsizetype question = target.indexOf('?');
    const QByteArrayView path = question < 0 ? target : target.first(question);
    const auto known = std::ranges::find_if(m_uploads, [path](const Upload &upload) { return upload.path == path; });
    return known == m_uploads.end() ? 0 : known->mostBytes;
}

std::uint64_t Routes::largestUpload() const
{
    std::uint64_t largest = 0;
    for (const Upload &upload : m_uploads)
        largest = std::max(largest, upload.mostBytes);
    return largest;
}

} // namespace passport
