// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QTcpServer>

class QTcpSocket;

namespace passport {

/// An HTTP proxy as companies have them: it tunnels (CONNECT) for whoever says name and password (Basic), whatever host
/// was named, to one port of this computer.
class AuthProxy : public QTcpServer {
public:
    AuthProxy(quint16 target, const QByteArray &name, const QByteArray &password);

    [[nodiscard]] int refusals() const { return m_refusals; } ///< 407
    [[nodiscard]] int tunnels() const { return m_tunnels; }

private:
    void greet(QTcpSocket *client);
    void read(QTcpSocket *client);
    void refuse(QTcpSocket *client);
    void tunnel(QTcpSocket *client);

    quint16 m_target;
    QByteArray m_right;
    int m_refusals = 0;
    int m_tunnels = 0;
};

} // namespace passport
