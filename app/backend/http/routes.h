// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/http/handler.h"

#include <QByteArrayList>
#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

namespace passport {

/// The map from method and path to handlers. Filled once at start, then only read.
///
/// A pattern is a path; a part `{}` stands for one non-empty part, and a `*` at the end for anything. The pattern
/// with the longest text before its first wildcard wins: "/p/{}/rest/*" goes before "/p/{}/*", an exact path before
/// all.
class Routes {
public:
    /// GET also answers HEAD. OPTIONS is answered by itself unless a route for it is added.
    void add(const QByteArray &method, const QByteArray &pattern, HttpHandler handler);
    /// Websocket upgrades of this exact path; an ordinary GET of it is answered 426.
    void addWebSocket(const QByteArray &path, WebSocketHandler handler);

    /// Where a request leads whose place has moved; asked before everything else, answered 302.
    using Moved = std::function<std::optional<QByteArray>(const HttpRequest &request)>;
    void setMoved(Moved moved) { m_moved = std::move(moved); }
    [[nodiscard]] std::optional<QByteArray> movedTo(const HttpRequest &request) const
    {
        return m_moved ? m_moved(request) : std::nullopt;
    }

    /// Bodies of this exact path may be larger than others, if the request comes with `Authorization`: nobody unknown
    /// makes us keep a file.
    void allowUpload(const QByteArray &path, std::uint64_t mostBytes);
    /// How long a body of this target (path and query) may be; 0: as long as any other.
    [[nodiscard]] std::uint64_t uploadBytes(QByteArrayView target) const;
    [[nodiscard]] std::uint64_t largestUpload() const;

    struct Match {
        const HttpHandler *handler = nullptr;
        QByteArrayList allowed; ///< Methods that would be answered here; empty: nothing is here (404).
    };
    [[nodiscard]] Match find(const QByteArray &method, const QByteArray &path) const;
    [[nodiscard]] const WebSocketHandler *findWebSocket(const QByteArray &path) const;

private:
    struct Route {
        QByteArray method;
        QByteArray pattern;
        HttpHandler handler;
    };
    struct Socket {
        QByteArray path;
        WebSocketHandler handler;
    };
    std::vector<Route> m_routes; ///< Most particular pattern first.
    std::vector<Socket> m_sockets;
    Moved m_moved;
    struct Upload {
        QByteArray path;
        std::uint64_t mostBytes = 0;
    };
    std::vector<Upload> m_uploads;
};

} // namespace passport
