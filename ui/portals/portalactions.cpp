// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/portals/portalactions.h"

#include "client/portalmodel.h"
#include "client/portals.h"

#include <algorithm>

namespace passport {

PortalActions::PortalActions(
    Portals &portals, PortalModel &model, Session &session, const Contacts &contacts, QWidget &window)
    : m_portals(portals)
    , m_model(model)
    , m_dialogs(portals, session, contacts, window)
{
    connect(&m_portals.changes(), &PortalWishes::stateChanged, this, &PortalActions::changesChanged);
}

void PortalActions::perform(PortalAction action, const PortalId &portal)
{
    using Mark = Arrangement::Mark;
    switch (action) {
    case PortalAction::Open:
        return m_portals.openInBrowser(portal);
    case PortalAction::MakeCurrent:
        return m_portals.switchTo(portal);
    case PortalAction::Accept:
        if (!m_accepting.contains(portal))
            m_accepting.enqueue(portal);
        return acceptNext();
    case PortalAction::Decline:
    case PortalAction::Rename:
    case PortalAction::Leave:
        return openDialog(action, portal);
    case PortalAction::Pin:
    case PortalAction::Unpin:
        return mark(Mark::Pinned, portal, action == PortalAction::Pin);
    case PortalAction::Mute:
    case PortalAction::Unmute:
        return mark(Mark::Muted, portal, action == PortalAction::Mute);
    case PortalAction::Connect:
    case PortalAction::Disconnect:
        return mark(Mark::Disconnected, portal, action == PortalAction::Disconnect);
    }
}

void PortalActions::openDialog(PortalAction action, const PortalId &portal)
{
    const auto found = find(portal);
    if (!found)
        return; // it went while the menu was open
    if (action == PortalAction::Rename)
        m_dialogs.rename(*found);
    else
        m_dialogs.leave(*found);
}

/// Of the answers that no dialog asks for.
void PortalActions::changesChanged()
{
    const auto *refused = std::get_if<portalwish::Refused>(&m_portals.changes().state());
    const auto *answer = refused ? std::get_if<portalwish::Answer>(&refused->wish) : nullptr;
    if (answer && answer->accept)
        Q_EMIT failed(refused->error);
    QMetaObject::invokeMethod(this, &PortalActions::acceptNext, Qt::QueuedConnection); // others are still being told
}

/// One after the other: none is dropped because another one waits for its answer.
void PortalActions::acceptNext()
{
    if (!m_accepting.isEmpty() && !std::holds_alternative<portalwish::Asking>(m_portals.changes().state()))
        m_portals.changes().ask(portalwish::Answer{m_accepting.dequeue(), true});
}

void PortalActions::mark(Arrangement::Mark mark, const PortalId &portal, bool on)
{
    m_last = Marked{mark, portal, on, m_portals.current() == portal};
    m_model.arrangement().set(mark, portal, on);
    Q_EMIT undoableChanged();
}

QString PortalActions::undoable() const
{
    const auto portal = m_last ? find(m_last->portal) : std::nullopt;
    if (!portal)
        return {};
    const QString &title = portal->title;
    switch (m_last->mark) {
    case Arrangement::Mark::Pinned:
        return m_last->on ? tr("“%1” is pinned.").arg(title) : tr("“%1” is not pinned any more.").arg(title);
    case Arrangement::Mark::Muted:
        return m_last->on ? tr("“%1” does not count in the badge any more.").arg(title)
                          : tr("“%1” counts in the badge again.").arg(title);
    case Arrangement::Mark::Disconnected:
        break;
    }
    return m_last->on ? tr("“%1” is disconnected. It is at the end of the list.").arg(title)
                      : tr("“%1” is connected again.").arg(title);
}

void PortalActions::undo()
{
    if (const auto last = std::exchange(m_last, std::nullopt)) {
        m_model.arrangement().set(last->mark, last->portal, !last->on);
        if (last->wasCurrent)
            m_portals.switchTo(last->portal);
    }
    Q_EMIT undoableChanged();
}

void PortalActions::forget()
{
    m_last.reset();
    Q_EMIT undoableChanged();
}

std::optional<Portal> PortalActions::find(const PortalId &portal) const
{
    const auto list = m_portals.list();
    if (!list)
        return {};
    const auto found = std::ranges::find(list->items, portal, &Portal::memberId);
    return found == list->items.end() ? std::nullopt : std::optional(*found);
}

} // namespace passport
