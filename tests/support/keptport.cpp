// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "support/keptport.h"

#include <QRandomGenerator>
#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

namespace passport {
namespace {

bool isFree(quint16 port)
{
    const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const bool taken = ::bind(socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0;
    ::close(socket);
    return taken;
}

} // namespace

quint16 keptPort()
{
    for (int attempt = 0; attempt < 1000; ++attempt) {
        const auto port = static_cast<quint16>(QRandomGenerator::global()->bounded(20000, 32768));
        if (isFree(port))
            return port;
    }
    qFatal("no port is free below the system's own");
}

} // namespace passport
