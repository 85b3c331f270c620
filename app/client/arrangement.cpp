// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "client/arrangement.h"

#include "client/settings.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <tuple>

using namespace Qt::StringLiterals;

namespace passport {
namespace {

constexpr auto orderList = "order"_L1;

QLatin1StringView listOf(Arrangement::Mark mark)
{
    switch (mark) {
    case Arrangement::Mark::Pinned:
        return "pinned"_L1;
    case Arrangement::Mark::Muted:
        return "muted"_L1;
    case Arrangement::Mark::Disconnected:
        break;
    }
    return "disconnected"_L1;
}

} // namespace

Arrangement::Arrangement(Settings &settings, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
{
}

void Arrangement::begin(const QString &account)
{
    m_account = account;
    for (const Mark mark : {Mark::Pinned, Mark::Muted, Mark::Disconnected}) {
        const auto portals = m_settings.portals(account, listOf(mark));
        m_marks[static_cast<std::size_t>(mark)] = {portals.cbegin(), portals.cend()};
    }
    const auto order = m_settings.portals(account, orderList);
    m_order = {order.cbegin(), order.cend()};
    readOrder();
    Q_EMIT changed();
}

void Arrangement::clear()
{
    m_account.clear();
    m_marks = {};
    m_order.clear();
    m_places.clear();
    Q_EMIT changed();
}

void Arrangement::readOrder()
{
    m_places.clear();
    m_places.reserve(static_cast<qsizetype>(m_order.size()));
    for (const PortalId &portal : m_order)
        m_places.insert(portal, static_cast<int>(m_places.size()));
}

Arrangement::Group Arrangement::groupOf(const Portal &portal) const
{
    if (has(Mark::Disconnected, portal.memberId))
        return Group::Disconnected;
    if (has(Mark::Pinned, portal.memberId))
        return Group::Pinned;
    return portal.mine ? Group::Mine : Group::Invited;
}

bool Arrangement::has(Mark mark, const PortalId &portal) const
{
    return marked(mark).contains(portal);
}

void Arrangement::set(Mark mark, const PortalId &portal, bool on)
{
    if (m_account.isEmpty() || has(mark, portal) == on)
        return;
    QSet<PortalId> &portals = m_marks[static_cast<std::size_t>(mark)];
    if (on)
        portals.insert(portal);
    else
        portals.remove(portal);
    m_settings.setPortals(m_account, listOf(mark), {portals.cbegin(), portals.cend()});
    if (on && mark == Mark::Disconnected)
        Q_EMIT disconnected(portal);
    Q_EMIT changed();
}

bool Arrangement::counts(const PortalId &portal) const
{
    return !has(Mark::Muted, portal) && !has(Mark::Disconnected, portal);
}

QSet<PortalId> Arrangement::uncounted() const
{
    return marked(Mark::Muted) | marked(Mark::Disconnected);
}

std::vector<int> Arrangement::sorted(const std::vector<Portal> &portals) const
{
    // The keys once for each portal, not once for each comparison.
    std::vector<std::tuple<Group, int, int>> keys;
    keys.reserve(portals.size());
    for (const Portal &portal : portals)
        keys.emplace_back(
            groupOf(portal), m_places.value(portal.memberId, std::numeric_limits<int>::max()),
            static_cast<int>(keys.size()));
    std::ranges::sort(keys);
    std::vector<int> indexes;
    indexes.reserve(keys.size());
    std::ranges::transform(keys, std::back_inserter(indexes), [](const auto &key) { return std::get<2>(key); });
    return indexes;
}

void Arrangement::setOrder(const std::vector<PortalId> &portals)
{
    if (m_account.isEmpty())
        return;
    const QSet<PortalId> named(portals.cbegin(), portals.cend());
    std::vector<PortalId> order = portals;
    std::ranges::copy_if(
        m_order, std::back_inserter(order), [&named](const PortalId &id) { return !named.contains(id); });
    if (order == m_order)
        return;
    m_order = std::move(order);
    readOrder();
    m_settings.setPortals(m_account, orderList, {m_order.cbegin(), m_order.cend()});
    Q_EMIT changed();
}

} // namespace passport
