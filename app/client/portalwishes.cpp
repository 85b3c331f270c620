// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "client/portalwishes.h"

#include "client/apiclient.h"
#include "client/logging.h"
#include "protocol/errorcodes.h"
#include "protocol/portalchangesapi.h"

#include <algorithm>
#include <array>

namespace passport {
namespace {

using namespace portalwish;

constexpr std::array stateNames{"Idle", "Asking", "ProofNeeded", "Proving", "Refused", "Finished"};
static_assert(stateNames.size() == std::variant_size_v<PortalWishes::State>);

} // namespace

PortalWishes::PortalWishes(ApiClient &api, QObject *parent)
    : QObject(parent)
    , m_api(api)
{
}

bool PortalWishes::isFree() const
{
    return std::holds_alternative<Idle>(m_state) || std::holds_alternative<Refused>(m_state)
        || std::holds_alternative<Finished>(m_state);
}

void PortalWishes::askProof(const QStringList &methods)
{
    if (isFree())
        setState(ProofNeeded{Prove{}, methods, {}});
}

void PortalWishes::ask(const Wish &wish)
{
    if (!isFree())
        return;
    std::visit([this](const auto &each) { send(each); }, wish);
    setState(Asking{wish});
}

void PortalWishes::send(const Create &wish)
{
    m_request = m_api.send(CreatePortal{.title = wish.title}, this, &PortalWishes::answered);
}

void PortalWishes::send(const Rename &wish)
{
    m_request
        = m_api.send(RenamePortal{.memberId = wish.portal, .address = wish.address}, this, &PortalWishes::answered);
}

void PortalWishes::send(const Leave &wish)
{
    const LeavePortal request{.memberId = wish.portal, .endPortal = wish.endPortal};
    m_request = m_api.send(request, this, [this](const Result<PortalLeft> &answer) {
        ended(answer ? std::nullopt : std::optional(answer.error()), {});
    });
}

/// The list of portals knows the portal, not the invitation.
void PortalWishes::send(const Answer &wish)
{
    m_request = m_api.send(ListInvitations{}, this, [this, wish](const Result<InvitationList> &answer) {
        if (!answer)
            return ended(answer.error(), {});
        const auto found = std::ranges::find(answer->items, wish.portal, &Invitation::memberId);
        if (found == answer->items.end())
            return ended(Error::ofCode(code::notFound), {});
        sendAnswer(*found, wish.accept);
    });
}

/// Of its own there is nothing to ask for.
void PortalWishes::send(const Prove &) { }

void PortalWishes::sendAnswer(const Invitation &invitation, bool accept)
{
    if (accept) {
        m_request = m_api.send(AcceptInvitation{.id = invitation.id}, this, &PortalWishes::answered);
        return;
    }
    m_request
        = m_api.send(DeclineInvitation{.id = invitation.id}, this, [this](const Result<InvitationDeclined> &answer) {
              ended(answer ? std::nullopt : std::optional(answer.error()), {});
          });
}

void PortalWishes::answered(const Result<Portal> &portal)
{
    if (portal)
        ended({}, *portal);
    else
        ended(portal.error(), {});
}

void PortalWishes::ended(const std::optional<Error> &error, const std::optional<Portal> &portal)
{
    m_request = nullptr;
    const Wish wish = std::get<Asking>(m_state).wish; // all others take the request back
    if (!error)
        return setState(Finished{wish, portal});
    const QStringList methods = StepUp::methodsOf(*error);
    if (!methods.isEmpty())
        return setState(ProofNeeded{wish, methods, {}});
    setState(Refused{wish, *error});
}

void PortalWishes::prove(const StepUp &proof)
{
    const auto *needed = std::get_if<ProofNeeded>(&m_state);
    if (!needed)
        return;
    m_request = m_api.send(proof, this, &PortalWishes::proved);
    setState(Proving{needed->wish, needed->methods});
}

void PortalWishes::proved(const Result<SteppedUp> &answer)
{
    m_request = nullptr;
    const Proving proving = std::get<Proving>(m_state);
    if (!answer)
        return setState(ProofNeeded{proving.wish, proving.methods, answer.error()});
    if (std::holds_alternative<Prove>(proving.wish))
        return setState(Finished{proving.wish, {}});
    std::visit([this](const auto &each) { send(each); }, proving.wish);
    setState(Asking{proving.wish});
}

void PortalWishes::reset()
{
    if (m_request)
        m_request->abort();
    m_request = nullptr;
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
