// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/portals/leavedialog.h"

#include "ui/errortext.h"
#include "ui/style.h"
#include "ui/widgets/busybutton.h"
#include "ui/widgets/label.h"
#include "ui/widgets/messagestrip.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace passport {

LeaveDialog::LeaveDialog(PortalWishes &changes, const Portal &portal, QWidget *parent)
    : ChangeDialog(
        changes, portal.state == Portal::State::Invited ? tr("Decline the invitation?") : tr("Leave the portal?"),
        parent)
    , m_changes(changes)
    , m_portal(portal)
    , m_consequence(wrappedLabel(TextRole::Body))
    , m_warning(new MessageStrip)
{
    setObjectName("leaveDialog"_L1);
    m_consequence->setObjectName("leaveConsequence"_L1);
    m_warning->setObjectName("leaveWarning"_L1);
    const bool invited = portal.state == Portal::State::Invited;
    body().addWidget(m_consequence);
    body().addSpacing(measure::half);
    body().addWidget(m_warning);
    primary().setText(invited ? tr("Decline") : tr("Leave"));
    setButtonLook(primary(), ButtonLook::Danger);
    primary().setDefault(false);
    cancel().setDefault(true); // nobody leaves by a second Enter
    cancel().setFocus();
    LeaveDialog::render();
}

LeaveDialog::Obstacle LeaveDialog::obstacleIn(const PortalWishes::State &state)
{
    const auto *refused = std::get_if<portalwish::Refused>(&state);
    const auto reason = refused ? refused->error.details.value("reason"_L1).toString() : QString();
    if (reason == "sole_administrator"_L1)
        return Obstacle::OthersNeedAnAdministrator;
    return reason == "last_member"_L1 ? Obstacle::NobodyIsLeft : Obstacle::None;
}

/// What leaving comes to; the warning says why.
QString LeaveDialog::consequence() const
{
    if (m_portal.state == Portal::State::Invited)
        return tr("“%1” leaves your list. Only another invitation brings it back.").arg(m_portal.title);
    switch (m_obstacle) {
    case Obstacle::OthersNeedAnAdministrator:
        return tr("You cannot leave “%1” yet. It stays in your list.").arg(m_portal.title);
    case Obstacle::NobodyIsLeft:
        return tr("“%1” ends with you, and nothing brings it back. To keep it in the list unseen, disconnect it "
                  "instead.")
            .arg(m_portal.title);
    case Obstacle::None:
        break;
    }
    return tr("“%1” leaves your list, and you can no longer enter it. What you have written there stays with the "
              "portal. Only an invitation brings you back. To keep it in the list unseen, disconnect it instead.")
        .arg(m_portal.title);
}

QString LeaveDialog::warning(Obstacle obstacle) const
{
    switch (obstacle) {
    case Obstacle::OthersNeedAnAdministrator:
        return tr("You are its only administrator, and others work there. Make somebody else an administrator first.");
    case Obstacle::NobodyIsLeft:
        return tr("Nobody else is in it: when you leave, the portal is deleted with everything in it.");
    case Obstacle::None:
        break;
    }
    return {};
}

std::optional<portalwish::Wish> LeaveDialog::wish() const
{
    if (m_portal.state == Portal::State::Invited)
        return portalwish::Answer{m_portal.memberId, false};
    return portalwish::Leave{m_portal.memberId, m_obstacle == Obstacle::NobodyIsLeft};
}

QString LeaveDialog::refusal(const Error &error) const
{
    return m_obstacle == Obstacle::None ? errorText(error) : QString(); // the warning says it
}

void LeaveDialog::pressed()
{
    if (m_obstacle != Obstacle::OthersNeedAnAdministrator)
        return ChangeDialog::pressed();
    Q_EMIT openRequested(m_portal.memberId);
    accept();
}

void LeaveDialog::render()
{
    if (const auto obstacle = obstacleIn(m_changes.state()); obstacle != Obstacle::None)
        m_obstacle = obstacle;
    m_consequence->setText(consequence());
    m_warning->setVisible(m_obstacle != Obstacle::None);
    if (m_obstacle != Obstacle::None)
        m_warning->setMessage(Tone::Warning, warning(m_obstacle));
    if (m_obstacle == Obstacle::OthersNeedAnAdministrator) {
        primary().setText(tr("Open the portal"));
        setButtonLook(primary(), ButtonLook::Primary); // nothing is lost by it
    } else if (m_obstacle == Obstacle::NobodyIsLeft) {
        primary().setText(tr("Leave and delete the portal"));
    }
    ChangeDialog::render();
}

} // namespace passport
