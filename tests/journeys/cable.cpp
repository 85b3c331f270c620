// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "journeys/cable.h"

#include "support/keptport.h"

using namespace Qt::StringLiterals;

namespace passport {

Cable::Cable()
    : m_port(keptPort())
{
    plugIn();
    connect(this, &QTcpServer::newConnection, this, &Cable::accept);
}

QUrl Cable::url() const
{
    return QUrl(u"http://127.0.0.1:%1"_s.arg(m_port));
}

void Cable::pull()
{
    close();
    const auto ends = std::exchange(m_ends, {});
    for (auto *end : ends)
        end->abort();
    qDeleteAll(ends);
}

void Cable::plugIn()
{
    if (!listen(QHostAddress::LocalHost, m_port))
        qFatal("no cable at port %d", m_port);
}

void Cable::accept()
{
    while (auto *near = nextPendingConnection()) {
        auto *far = new QTcpSocket(this);
        far->connectToHost(m_server.host(), static_cast<quint16>(m_server.port()));
        for (const auto &[from, to] : {std::pair(near, far), std::pair(far, near)}) {
            connect(from, &QTcpSocket::readyRead, to, [from, to] { to->write(from->readAll()); });
            connect(from, &QTcpSocket::disconnected, to, &QTcpSocket::disconnectFromHost);
            m_ends += from;
        }
    }
}

} // namespace passport
