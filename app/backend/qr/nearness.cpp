// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/qr/nearness.h"

#include <QHostAddress>

using namespace Qt::StringLiterals;

namespace passport {
namespace {

constexpr int ipv4Prefix = 24;
constexpr int ipv6Prefix = 48;

/// An IPv4 address that arrived over an IPv6 socket is an IPv4 address.
QHostAddress parsed(const QString &text)
{
    const QHostAddress address(text);
    bool isIpv4 = false;
    const quint32 ipv4 = address.toIPv4Address(&isIpv4);
    return isIpv4 ? QHostAddress(ipv4) : address;
}

bool shareNetwork(const QHostAddress &a, const QHostAddress &b)
{
    if (a.protocol() != b.protocol())
        return false;
    const int prefix = a.protocol() == QAbstractSocket::IPv4Protocol ? ipv4Prefix : ipv6Prefix;
    return a.isInSubnet(b, prefix);
}

} // namespace

QString Place::toString() const
{
    return city.isEmpty() ? country : u"%1, %2"_s.arg(city, country);
}

QrApproval::Network nearness(
    const QString &asking, const QString &approving, const std::optional<Place> &askingPlace,
    const std::optional<Place> &approvingPlace)
{
    using Network = QrApproval::Network;
    const QHostAddress a = parsed(asking);
    const QHostAddress b = parsed(approving);
    if (a.isNull() || b.isNull())
        return Network::Unknown;
    if (a == b || (a.isLoopback() && b.isLoopback()))
        return Network::SameAddress;
    if (shareNetwork(a, b))
        return Network::SameNetwork;
    if (!askingPlace || !approvingPlace)
        return Network::Unknown;
    const bool sameCity = !askingPlace->city.isEmpty() && *askingPlace == *approvingPlace;
    return sameCity ? Network::SameCity : Network::Other;
}

} // namespace passport
