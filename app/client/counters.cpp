// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "client/counters.h"

#include "client/apiclient.h"
#include "client/pushconnection.h"
#include "protocol/pullevent.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace passport {

Counters::Counters(ApiClient &api, PushConnection &push, QObject *parent)
    : QObject(parent)
    , m_api(api)
{
    connect(&push, &PushConnection::connected, this, &Counters::refresh);
    connect(&push, &PushConnection::eventReceived, this, &Counters::eventReceived);
}

void Counters::refresh()
{
    if (m_call) {
        m_again = true;
        return;
    }
    m_call = m_api.send(GetCounters{}, this, &Counters::received);
}

void Counters::clear()
{
    if (m_call)
        m_call->abort();
    m_call = nullptr;
    m_again = false;
    m_known = false;
    const QHash<PortalId, int> before = std::exchange(m_counts, {});
    for (auto it = before.keyBegin(); it != before.keyEnd(); ++it)
        Q_EMIT changed(*it);
    setTotal(0);
}

void Counters::eventReceived(const PullEvent &event)
{
    const auto ring = CounterRing::fromEvent(event);
    if (!ring) {
        if (!event.fromClient && event.module == "passport"_L1 && event.command == "portalsChanged"_L1)
            refresh(); // a portal that is left counts no more
        return;
    }
    m_again = m_again || m_call; // which of the two is newer nobody knows
    setCount(ring->memberId, ring->count);
    setTotal(ring->total);
}

void Counters::received(const Result<CounterList> &answer)
{
    m_call = nullptr;
    if (std::exchange(m_again, false))
        return refresh();
    if (!answer)
        return; // old figures stay; the next connection of push asks again
    const bool first = !std::exchange(m_known, true);
    QSet<PortalId> named;
    for (const PortalCounter &portal : answer->portals) {
        named.insert(portal.memberId);
        setCount(portal.memberId, portal.count);
    }
    const QList<PortalId> before = m_counts.keys();
    for (const PortalId &portal : before) {
        if (!named.contains(portal))
            setCount(portal, 0);
    }
    setTotal(answer->total);
    if (first)
        Q_EMIT known();
}

std::optional<int> Counters::of(const PortalId &portal) const
{
    const auto found = m_counts.constFind(portal);
    if (found != m_counts.cend())
        return *found;
    return m_known ? std::optional(0) : std::nullopt;
}

void Counters::setCount(const PortalId &portal, int count)
{
    if (of(portal) == count)
        return;
    m_counts.insert(portal, count);
    Q_EMIT changed(portal);
}

void Counters::setTotal(int total)
{
    if (m_total == total)
        return;
    m_total = total;
    Q_EMIT totalChanged();
}

} // namespace passport
