// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/http/transport.h"

#include <QRandomGenerator>
#include <boost/asio/ip/address.hpp>

namespace passport {
namespace {

/// What counts as one address: an IPv4 address or an IPv6 /64, the least a provider gives a customer.
QByteArray groupOf(const QByteArray &address)
{
    boost::system::error_code ec;
    const auto parsed = boost::asio::ip::make_address(address.toStdString(), ec);
    if (ec || !parsed.is_v6())
        return address;
    const auto bytes = parsed.to_v6().to_bytes();
    return QByteArray(reinterpret_cast<const char *>(bytes.data()), 8).toHex();
}

} // namespace

Transport::Transport(
    const Routes &theRoutes, Faults &theFaults, AccessLog &theLog, HttpLimits theLimits, bool isBehindProxy)
    : routes(theRoutes)
    , faults(theFaults)
    , log(theLog)
    , limits(theLimits)
    , behindProxy(isBehindProxy)
    , m_requestPrefix(QByteArray::number(QRandomGenerator::system()->generate64(), 36).leftJustified(8, '0', true))
{
}

QByteArray Transport::nextRequestId()
{
    return m_requestPrefix + '-' + QByteArray::number(++m_requests, 36);
}

std::optional<AddressSlot> AddressSlot::take(Transport &transport, const QByteArray &address, bool loopback)
{
    const int most = loopback ? transport.limits.connectionsFromLoopback : transport.limits.connectionsPerAddress;
    const QByteArray group = groupOf(address);
    if (transport.connectionsByAddress.value(group) >= most)
        return std::nullopt;
    return AddressSlot(transport, group);
}

AddressSlot::AddressSlot(Transport &transport, QByteArray group)
    : m_transport(&transport)
    , m_group(std::move(group))
{
    ++m_transport->connectionsByAddress[m_group];
}

AddressSlot::AddressSlot(AddressSlot &&other) noexcept
    : m_transport(std::exchange(other.m_transport, nullptr))
    , m_group(std::move(other.m_group))
{
}

AddressSlot::~AddressSlot()
{
    if (!m_transport)
        return;
    const auto it = m_transport->connectionsByAddress.find(m_group);
    if (--it.value() == 0)
        m_transport->connectionsByAddress.erase(it);
}

} // namespace passport
