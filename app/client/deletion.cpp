// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "client/deletion.h"

#include "client/logging.h"
#include "client/session.h"
#include "client/stepupgate.h"

#include <algorithm>
#include <array>

namespace passport {
namespace {

constexpr std::array stateNames{"Asking", "Deleting", "Blocked", "Deleted"};
static_assert(stateNames.size() == std::variant_size_v<AccountDeletion::State>);

} // namespace

std::vector<deletion::Obstacle> deletion::obstaclesIn(const portals::List &list)
{
    std::vector<Obstacle> obstacles;
    if (!list)
        return obstacles;
    for (const Portal &portal : list->items) {
        if (portal.state != Portal::State::Invited)
            obstacles.push_back({portal.title, portal.leaveObstacle});
    }
    return obstacles;
}

std::vector<deletion::Obstacle> deletion::obstaclesIn(const Blocked &blocked, const portals::List &list)
{
    std::vector<Obstacle> obstacles;
    for (const BindingPortal &named : blocked.portals) {
        Obstacle obstacle{.title = named.title};
        if (list) {
            const auto known = std::ranges::find(list->items, named.memberId, &Portal::memberId);
            if (known != list->items.end())
                obstacle = {known->title, known->leaveObstacle};
        }
        obstacles.push_back(obstacle);
    }
    return obstacles;
}

AccountDeletion::AccountDeletion(StepUpGate &gate, Session &session, QObject *parent)
    : QObject(parent)
    , m_gate(gate)
    , m_session(session)
{
}

void AccountDeletion::remove(const QString &password)
{
    if (std::holds_alternative<deletion::Deleting>(m_state))
        return;
    DeletePassport request;
    request.password = password;
    m_gate.send(request, this, [this, attempt = ++m_attempt](const Result<Done> &answer) {
        if (attempt == m_attempt)
            answered(answer);
    });
    setState(deletion::Deleting{});
}

void AccountDeletion::answered(const Result<Done> &answer)
{
    if (answer || DeletePassport::isDone(answer.error())) { // that of the call before may have got lost
        setState(deletion::Deleted{});
        return m_session.leaveDeleted(); // nothing of it is left there; now nothing here either
    }
    auto portals = DeletePassport::portalsOf(answer.error());
    if (portals.empty())
        setState(deletion::Asking{unlessGivenUp(answer.error())});
    else
        setState(deletion::Blocked{std::move(portals)});
}

void AccountDeletion::reset()
{
    ++m_attempt;
    if (!std::holds_alternative<deletion::Asking>(m_state))
        setState(deletion::Asking{});
}

void AccountDeletion::setState(State state)
{
    qCInfo(sessionLog, "AccountDeletion: %s → %s", stateNames[m_state.index()], stateNames[state.index()]);
    m_state = std::move(state);
    Q_EMIT stateChanged();
}

} // namespace passport
