// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "client/portals.h"

#include "client/addresstyping.h"
#include "client/apiclient.h"
#include "client/logging.h"
#include "client/pushconnection.h"
#include "client/settings.h"
#include "client/stepupgate.h"
#include "protocol/pullevent.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace passport {
namespace {

constexpr std::array stateNames{"Loading", "Ready", "Switching", "Failed"};
static_assert(stateNames.size() == std::variant_size_v<Portals::State>);

bool contains(const PortalList &list, const PortalId &id)
{
    return std::ranges::any_of(list.items, [&id](const Portal &portal) { return portal.memberId == id; });
}

} // namespace

Portals::Portals(ApiClient &api, StepUpGate &gate, PushConnection &push, Settings &settings, QObject *parent)
    : QObject(parent)
    , m_api(api)
    , m_gate(gate)
    , m_settings(settings)
    , m_changes(api, gate)
{
    readAfter(m_changes);
    connect(&push, &PushConnection::connected, this, &Portals::refresh);
    connect(&push, &PushConnection::eventReceived, this, [this](const PullEvent &event) {
        if (!event.fromClient && event.module == "passport"_L1 && event.command == "portalsChanged"_L1)
            refresh();
    });
}

void Portals::readAfter(PortalWishes &changes)
{
    connect(&changes, &PortalWishes::stateChanged, this, [this, &changes] {
        if (std::holds_alternative<portalwish::Finished>(changes.state()))
            refresh();
    });
}

std::unique_ptr<PortalWishes> Portals::newChange()
{
    auto change = std::make_unique<PortalWishes>(m_api, m_gate);
    readAfter(*change);
    return change;
}

portals::List Portals::list() const
{
    if (const auto *ready = std::get_if<portals::Ready>(&m_state))
        return ready->list;
    if (const auto *switching = std::get_if<portals::Switching>(&m_state))
        return switching->list;
    return {};
}

PortalId Portals::current() const
{
    if (const auto *ready = std::get_if<portals::Ready>(&m_state))
        return ready->current;
    if (const auto *switching = std::get_if<portals::Switching>(&m_state))
        return switching->current;
    return {};
}

void Portals::begin(const PortalList &first)
{
    takeBack();
    m_state = portals::Loading{}; // of whoever was here before nothing is taken over
    if (first.cursor) {
        m_pages = first;
        readPage(first.cursor);
    }
    show(first);
}

std::unique_ptr<AddressTyping> Portals::typeAddress(const Portal &portal)
{
    return std::make_unique<AddressTyping>(m_api, portal.address);
}

void Portals::clear()
{
    takeBack();
    m_changes.reset();
    setState(portals::Loading{});
}

void Portals::refresh()
{
    if (m_reading) {
        m_again = true;
        return;
    }
    m_pages.reset();
    readPage(std::nullopt);
    if (!list())
        setState(portals::Loading{});
}

void Portals::readPage(const std::optional<QString> &cursor)
{
    const ListPortals request{.query = {}, .limit = ListPortals::maxLimit, .cursor = cursor};
    m_reading = m_api.send(request, this, &Portals::pageReceived);
}

void Portals::pageReceived(const Result<PortalList> &answer)
{
    m_reading = nullptr;
    if (std::exchange(m_again, false))
        return refresh(); // pages of different lists do not fit together
    if (!answer) {
        if (!list())
            setState(portals::Failed{answer.error()});
        return; // the list that is shown stays; push connects again when the network does
    }
    std::vector<Portal> items = m_pages ? std::move(m_pages->items) : std::vector<Portal>();
    std::ranges::copy(answer->items, std::back_inserter(items));
    m_pages = *answer;
    m_pages->items = std::move(items);
    if (m_pages->cursor)
        return readPage(m_pages->cursor);
    const PortalList all = std::move(*m_pages);
    m_pages.reset();
    show(all);
}

void Portals::show(const PortalList &list)
{
    const auto shared = std::make_shared<const PortalList>(list);
    m_readAt = QDateTime::currentDateTime();
    if (const auto *switching = std::get_if<portals::Switching>(&m_state))
        return setState(portals::Switching{shared, switching->current, switching->to});
    PortalId current = this->list() ? this->current() : m_settings.currentPortal();
    const bool complete = !list.cursor;
    if (complete && !contains(list, current))
        current = {};
    setState(portals::Ready{shared, current, {}});
}

void Portals::switchTo(const PortalId &portal)
{
    const auto *ready = std::get_if<portals::Ready>(&m_state);
    if (!ready || ready->current == portal)
        return;
    m_gate.send(
        SwitchPortal{portal}, m_person.get(), [this](const Result<EnteredPortal> &answer) { switched(answer); });
    setState(portals::Switching{ready->list, ready->current, portal});
}

void Portals::switched(const Result<EnteredPortal> &answer)
{
    const portals::Switching switching = std::get<portals::Switching>(m_state); // all others take the call back
    if (!answer)
        return setState(portals::Ready{switching.list, switching.current, unlessGivenUp(answer.error())});
    m_settings.setCurrentPortal(switching.to);
    Q_EMIT entered(*answer);
    setState(portals::Ready{switching.list, switching.to, {}});
}

void Portals::leaveCurrent(const PortalId &portal)
{
    const auto *ready = std::get_if<portals::Ready>(&m_state);
    if (!ready || ready->current != portal)
        return;
    m_settings.setCurrentPortal({});
    setState(portals::Ready{ready->list, {}, {}});
}

void Portals::openInBrowser(const PortalId &portal)
{
    m_gate.send(OpenPortalLink{portal}, m_person.get(), [this, portal](const Result<OneTimeLink> &answer) {
        if (answer)
            Q_EMIT linkReady(portal, answer->url);
        else if (const auto error = unlessGivenUp(answer.error()))
            Q_EMIT linkFailed(portal, *error);
    });
}

void Portals::takeBack()
{
    if (m_reading)
        m_reading->abort();
    m_reading = nullptr;
    m_person = std::make_unique<QObject>();
    m_pages.reset();
    m_again = false;
}

void Portals::setState(State state)
{
    if (state.index() != m_state.index())
        qCInfo(sessionLog, "Portals: %s → %s", stateNames[m_state.index()], stateNames[state.index()]);
    m_state = std::move(state);
    Q_EMIT stateChanged();
}

} // namespace passport
