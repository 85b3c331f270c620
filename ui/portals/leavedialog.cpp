// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/portals/leavedialog.h"

#include "ui/errortext.h"
#include "ui/style.h"
#include "ui/widgets/busybutton.h"
#include "ui/widgets/label.h"
#include "ui/widgets/messagestrip.h"

#include <QVBoxLayout>
#include <utility>

using namespace Qt::StringLiterals;

namespace passport {

namespace {

Portal::LeaveObstacle obstacleIn(const Error &refusal)
{
    return leaveObstacleFromWord(refusal.details.value("reason"_L1).toString());
}

} // namespace

LeaveDialog::LeaveDialog(std::unique_ptr<PortalWishes> change, const Portal &portal, QWidget *parent)
    : ChangeDialog(
        std::move(change),
        portal.state == Portal::State::Invited ? tr("Decline the invitation?") : tr("Leave the portal?"), parent)
    , m_portal(portal)
    , m_obstacle(portal.leaveObstacle)
    , m_consequence(wrappedLabel(TextRole::Body))
    , m_warning(new MessageStrip)
{
    setObjectName("leaveDialog"_L1);
    m_consequence->setObjectName("leaveConsequence"_L1);
    m_warning->setObjectName("leaveWarning"_L1);
    body().addWidget(m_consequence);
    body().addSpacing(measure::step);
    body().addWidget(m_warning);
    primary().setDefault(false);
    cancel().setDefault(true); // nobody leaves by a second Enter
    cancel().setFocus();
    LeaveDialog::render();
}

/// What leaving comes to; the warning says why.
QString LeaveDialog::consequence() const
{
    if (isInvited())
        return tr("“%1” leaves your list. Only another invitation brings it back.").arg(m_portal.title);
    switch (m_obstacle) {
    case Obstacle::SoleAdministrator:
        return tr("You cannot leave “%1” yet. It stays in your list.").arg(m_portal.title);
    case Obstacle::LastMember:
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

QString LeaveDialog::warning() const
{
    switch (m_obstacle) {
    case Obstacle::SoleAdministrator:
        return tr("You are its only administrator, and others work there. Make somebody else an administrator first.");
    case Obstacle::LastMember:
        return tr("Nobody else is in it: when you leave, the portal is deleted with everything in it.");
    case Obstacle::None:
        break;
    }
    return {};
}

std::optional<portalwish::Wish> LeaveDialog::wish() const
{
    if (isInvited())
        return portalwish::Answer{m_portal.memberId, false};
    return portalwish::Leave{m_portal.memberId, m_obstacle == Obstacle::LastMember};
}

QString LeaveDialog::refusal(const Error &error) const
{
    return obstacleIn(error) == Obstacle::None ? errorText(error) : QString(); // the warning says it
}

void LeaveDialog::pressed()
{
    if (m_obstacle != Obstacle::SoleAdministrator)
        return ChangeDialog::pressed();
    Q_EMIT openRequested(m_portal.memberId);
    accept();
}

void LeaveDialog::renderObstacle()
{
    m_consequence->setText(consequence());
    m_warning->setVisible(m_obstacle != Obstacle::None);
    m_warning->setMessage(Tone::Warning, warning());
    // Nothing is lost by going there.
    const bool goesThere = m_obstacle == Obstacle::SoleAdministrator;
    setButtonLook(primary(), goesThere ? ButtonLook::Primary : ButtonLook::Danger);
    if (isInvited())
        primary().setText(tr("Decline"));
    else if (m_obstacle == Obstacle::LastMember)
        primary().setText(tr("Leave and delete the portal"));
    else
        primary().setText(goesThere ? tr("Open the portal") : tr("Leave"));
}

void LeaveDialog::render()
{
    const auto *refused = std::get_if<portalwish::Refused>(&state());
    if (refused && obstacleIn(refused->error) != Obstacle::None)
        m_obstacle = obstacleIn(refused->error);
    renderObstacle();
    ChangeDialog::render();
}

} // namespace passport
