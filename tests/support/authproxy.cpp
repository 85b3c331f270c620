// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "support/authproxy.h"

#include <QTcpSocket>

namespace passport {

AuthProxy::AuthProxy(quint16 target, const QByteArray &name, const QByteArray &password)
    : m_target(target)
    , m_right("basic " + (name + ':' + password).toBase64())
{
    connect(this, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket *client = nextPendingConnection())
            greet(client);
    });
    if (!listen(QHostAddress::LocalHost))
        qFatal("no free port");
}

void AuthProxy::greet(QTcpSocket *client)
{
    connect(client, &QTcpSocket::readyRead, this, [this, client] { read(client); });
    connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
}

/// The head of a CONNECT; nothing follows it before our answer.
void AuthProxy::read(QTcpSocket *client)
{
    const QByteArray head = client->peek(client->bytesAvailable());
    if (!head.contains("\r\n\r\n"))
        return;
    client->readAll();
    bool right = false;
    for (const QByteArray &line : head.split('\n')) {
        const qsizetype colon = line.indexOf(':');
        if (colon < 0 || line.first(colon).toLower() != "proxy-authorization")
            continue;
        QByteArray value = line.sliced(colon + 1).trimmed();
        value.replace(0, 5, value.first(qMin<qsizetype>(5, value.size())).toLower());
        right = value == m_right;
    }
    if (head.startsWith("CONNECT ") && right)
        tunnel(client);
    else
        refuse(client);
}

void AuthProxy::refuse(QTcpSocket *client)
{
    ++m_refusals;
    client->write("HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"company\"\r\n"
                  "Content-Length: 0\r\nConnection: close\r\n\r\n");
    client->disconnectFromHost();
}

void AuthProxy::tunnel(QTcpSocket *client)
{
    ++m_tunnels;
    client->disconnect(this);
    auto *server = new QTcpSocket(client);
    const auto pipe = [](QTcpSocket *from, QTcpSocket *to) {
        connect(from, &QTcpSocket::readyRead, to, [from, to] { to->write(from->readAll()); });
        connect(from, &QTcpSocket::disconnected, to, [to] { to->disconnectFromHost(); });
    };
    pipe(client, server);
    pipe(server, client);
    connect(server, &QTcpSocket::connected, client, [client] {
        client->write("HTTP/1.1 200 Connection established\r\n\r\n");
    });
    server->connectToHost(QHostAddress::LocalHost, m_target);
}

} // namespace passport
