// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/profile/deletiondialog.h"

#include "client/portals.h"
#include "protocol/errorcodes.h"
#include "ui/style.h"
#include "ui/widgets/busybutton.h"
#include "ui/widgets/label.h"
#include "ui/widgets/passwordfield.h"

#include <QScrollArea>
#include <QVBoxLayout>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace passport {

namespace {

constexpr int highestList = 200; // the rest is scrolled to

} // namespace

DeletionDialog::DeletionDialog(AccountDeletion &deletion, Portals &portals, const QString &person, QWidget *parent)
    : FormDialog(u"deletion"_s, parent)
    , m_deletion(deletion)
    , m_portals(portals)
    , m_person(person)
    , m_obstacles(new QScrollArea)
    , m_list(wrappedLabel(TextRole::Body))
    , m_password(new PasswordField)
{
    m_list->setObjectName("blockingPortals"_L1);
    m_password->setObjectName("deletionPassword"_L1);
    layOutObstacles();
    m_caption = addField(*m_password, tr("Password"));
    m_deletion.reset();
    connect(&acceptButton(), &QPushButton::clicked, this, &DeletionDialog::press);
    connect(m_password, &QLineEdit::textChanged, this, &DeletionDialog::render);
    connect(&m_deletion, &AccountDeletion::stateChanged, this, &DeletionDialog::render);
    connect(&m_portals, &Portals::stateChanged, this, &DeletionDialog::render);
    render();
}

void DeletionDialog::layOutObstacles()
{
    m_obstacles->setObjectName("blockingList"_L1);
    m_obstacles->setAccessibleName(tr("Portals that are in the way"));
    m_obstacles->setFrameShape(QFrame::NoFrame);
    m_obstacles->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_obstacles->setWidgetResizable(true);
    m_obstacles->setWidget(m_list);
    m_list->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    fields().addWidget(m_obstacles);
}

/// What the server says, else what is in the list.
std::vector<deletion::Obstacle> DeletionDialog::blocking() const
{
    const auto *blocked = std::get_if<deletion::Blocked>(&m_deletion.state());
    return blocked ? deletion::obstaclesIn(*blocked, m_portals.list()) : deletion::obstaclesIn(m_portals.list());
}

QString DeletionDialog::line(const deletion::Obstacle &obstacle)
{
    switch (obstacle.leaving) {
    case Portal::LeaveObstacle::SoleAdministrator:
        return tr("• %1: make somebody else its administrator, then leave it").arg(obstacle.title);
    case Portal::LeaveObstacle::LastMember:
        return tr("• %1: leave it; it ends with you").arg(obstacle.title);
    case Portal::LeaveObstacle::None:
        break;
    }
    return tr("• %1: leave it").arg(obstacle.title);
}

void DeletionDialog::press()
{
    if (!blocking().empty()) {
        accept();
        Q_EMIT portalsAsked();
        return;
    }
    m_deletion.remove(m_password->text());
}

void DeletionDialog::render()
{
    if (std::holds_alternative<deletion::Deleted>(m_deletion.state()))
        return accept();
    const auto obstacles = blocking();
    m_obstacles->setVisible(!obstacles.empty());
    m_password->setVisible(obstacles.empty());
    m_caption->setVisible(obstacles.empty());
    if (!obstacles.empty())
        return renderBlocked(obstacles);
    const auto *asking = std::get_if<deletion::Asking>(&m_deletion.state());
    setWords(
        tr("Delete the Passport of %1?").arg(m_person),
        tr("Sign-ins, contacts, photo and codes are deleted on all devices, at once and for ever."),
        tr("Delete for ever"));
    setButtonLook(acceptButton(), ButtonLook::Danger);
    acceptButton().setBusy(!asking);
    acceptButton().setEnabled(asking && !m_password->text().isEmpty());
    m_password->setReadOnly(!asking);
    const auto &error = asking ? asking->error : std::nullopt;
    setFieldError(*m_password, error && error->code == code::wrongCredentials);
    showError(refusal(error));
}

void DeletionDialog::renderBlocked(const std::vector<deletion::Obstacle> &obstacles)
{
    setWords(
        tr("The Passport cannot be deleted yet"),
        tr("These portals are bound to it. The way out of each begins in the list, with “Leave and remove…” in its "
           "menu “…”."),
        tr("Show the portals"));
    setButtonLook(acceptButton(), ButtonLook::Primary);
    acceptButton().setBusy(false);
    acceptButton().setEnabled(true);
    QStringList lines;
    for (const auto &obstacle : obstacles)
        lines << line(obstacle);
    m_list->setText(lines.join(u'\n'));
    const int height = m_list->heightForWidth(width() - 2 * measure::section);
    m_obstacles->setFixedHeight(std::min(height, highestList));
    m_obstacles->setFocusPolicy(height > highestList ? Qt::StrongFocus : Qt::NoFocus); // keys scroll it
    showError({});
}

} // namespace passport
