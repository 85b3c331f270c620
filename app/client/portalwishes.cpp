// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "client/portalwishes.h"

#include "client/apiclient.h"
#include "client/logging.h"
#include "client/stepupgate.h"
#include "protocol/errorcodes.h"
#include "protocol/portalchangesapi.h"

#include <algorithm>
#include <array>

namespace passport {
namespace {

using namespace portalwish;

constexpr std::array stateNames{"Idle", "Asking", "Refused", "Finished"};
static_assert(stateNames.size() == std::variant_size_v<PortalWishes::State>);

} // namespace

PortalWishes::PortalWishes(ApiClient &api, StepUpGate &gate, QObject *parent)
    : QObject(parent)
    , m_api(api)
    , m_gate(gate)
{
}

PortalWishes::~PortalWishes() = default;

bool PortalWishes::isFree() const
{
    return !std::holds_alternative<Asking>(m_state);
}

void PortalWishes::ask(const Wish &wish)
{
    if (!isFree())
        return;
    m_asked = std::make_unique<QObject>();
    std::visit([this](const auto &each) { send(each); }, wish);
    setState(Asking{wish});
}

void PortalWishes::send(const Create &wish)
{
    sendChange(CreatePortal{.title = wish.title});
}

void PortalWishes::send(const Rename &wish)
{
    sendChange(RenamePortal{.memberId = wish.portal, .address = wish.address});
}

void PortalWishes::send(const Leave &wish)
{
    sendChange(LeavePortal{.memberId = wish.portal, .endPortal = wish.endPortal});
}

/// The list of portals knows the portal, not the invitation.
void PortalWishes::send(const Answer &wish)
{
    m_api.send(ListInvitations{}, m_asked.get(), [this, wish](const Result<InvitationList> &answer) {
        if (!answer)
            return ended(answer.error(), {});
        const auto found = std::ranges::find(answer->items, wish.portal, &Invitation::memberId);
        if (found == answer->items.end())
            return ended(Error::ofCode(code::notFound), {});
        sendAnswer(*found, wish.accept);
    });
}

void PortalWishes::sendAnswer(const Invitation &invitation, bool accept)
{
    if (accept)
        sendChange(AcceptInvitation{.id = invitation.id});
    else
        sendChange(DeclineInvitation{.id = invitation.id});
}

template <typename Change> void PortalWishes::sendChange(const Change &change)
{
    m_gate.send(change, m_asked.get(), [this](const Result<typename Change::Response> &answer) {
        if (!answer)
            return ended(answer.error(), {});
        if constexpr (std::is_same_v<typename Change::Response, Portal>)
            ended({}, *answer);
        else
            ended({}, {}); // it is not in the list any more
    });
}

void PortalWishes::ended(const std::optional<Error> &error, const std::optional<Portal> &portal)
{
    const Wish wish = std::get<Asking>(m_state).wish; // all others take the call back
    if (!error)
        setState(Finished{wish, portal});
    else if (const auto said = unlessGivenUp(*error))
        setState(Refused{wish, *said});
    else
        setState(Idle{});
}

void PortalWishes::reset()
{
    m_asked.reset();
    setState(Idle{});
}

void PortalWishes::setState(State state)
{
    if (state.index() != m_state.index())
        qCInfo(sessionLog, "PortalWishes: %s → %s", stateNames[m_state.index()], stateNames[state.index()]);
    m_state = std::move(state);
    Q_EMIT stateChanged();
}

} // namespace passport
