// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

namespace passport {

/// The way from one computer to the server, which can be cut: connections break, new ones are refused, until it is
/// plugged in again.
class Cable : public QTcpServer {
    Q_OBJECT
public:
    Cable();

    /// http://127.0.0.1:<port>, what the cut-off computer dials.
    [[nodiscard]] QUrl url() const;
    /// Where it leads.
    void leadTo(const QUrl &server) { m_server = server; }
    void pull();
    void plugIn();

private:
    void accept();

    QUrl m_server;
    const quint16 m_port;
    QList<QTcpSocket *> m_ends;
};

} // namespace passport
