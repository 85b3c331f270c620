// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/pullconfig.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QStringList>
#include <QUrl>
#include <QWebSocket>
#include <QWebSocketServer>
#include <memory>
#include <vector>

namespace passport {

/// A push server that says and withholds exactly what a test tells it to: silence, rubbish, repeats, close codes.
class PushDouble : public QWebSocketServer {
    Q_OBJECT
public:
    PushDouble()
        : QWebSocketServer(QStringLiteral("double"), NonSecureMode)
    {
        connect(this, &QWebSocketServer::newConnection, this, [this] {
            sockets.emplace_back(nextPendingConnection());
            connect(sockets.back().get(), &QWebSocket::textMessageReceived, this, [this](const QString &text) {
                heard.append(text);
            });
        });
        if (!listen(QHostAddress::LocalHost))
            qFatal("no free port");
    }

    [[nodiscard]] PullConfig config(int version = 5) const
    {
        const QDateTime now = QDateTime::currentDateTimeUtc();
        PullConfig config;
        config.version = version;
        config.websocket = QStringLiteral("ws://127.0.0.1:%1/subws/").arg(serverPort());
        config.privateChannel = PullChannel{QStringLiteral("c"), {}, now, now.addSecs(1000)};
        config.jwt = QStringLiteral("a.b.c");
        return config;
    }

    /// An `incoming.message` in the newest connection.
    void say(const QString &mid, const QString &command, const QString &module = QStringLiteral("main"))
    {
        const QJsonObject body{
            {QStringLiteral("module_id"), module},
            {QStringLiteral("command"), command},
            {QStringLiteral("params"), QJsonObject()}};
        const QJsonObject params{{QStringLiteral("mid"), mid}, {QStringLiteral("body"), body}};
        const QJsonObject frame{
            {QStringLiteral("jsonrpc"), QStringLiteral("2.0")},
            {QStringLiteral("method"), QStringLiteral("incoming.message")},
            {QStringLiteral("params"), params}};
        last().sendTextMessage(QString::fromUtf8(QJsonDocument(frame).toJson(QJsonDocument::Compact)));
    }

    /// With a code of the push servers, which Qt does not know by name.
    void closeWith(int code) { last().close(static_cast<QWebSocketProtocol::CloseCode>(code)); }

    [[nodiscard]] QWebSocket &last() const { return *sockets.back(); }

    std::vector<std::unique_ptr<QWebSocket>> sockets; ///< All there ever were, in order.
    QStringList heard; ///< From any of them.
};

} // namespace passport
