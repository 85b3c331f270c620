// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/profile/deletiondialog.h"

#include "client/deletion.h"
#include "client/portals.h"
#include "protocol/errorcodes.h"
#include "ui/errortext.h"
#include "ui/profile/outcomewords.h"
#include "ui/style.h"
#include "ui/widgets/busybutton.h"
#include "ui/widgets/label.h"
#include "ui/widgets/passwordfield.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace passport {

namespace {

constexpr qsizetype most = 8; // lines; the rest is in the list of portals

} // namespace

DeletionDialog::DeletionDialog(AccountDeletion &deletion, Portals &portals, const QString &person, QWidget *parent)
    : FormDialog(u"deletion"_s, parent)
    , m_deletion(deletion)
    , m_portals(portals)
    , m_person(person)
    , m_list(wrappedLabel(TextRole::Body))
    , m_password(new PasswordField)
{
    m_list->setObjectName("blockingPortals"_L1);
    m_password->setObjectName("deletionPassword"_L1);
    fields().addWidget(m_list);
    m_caption = addField(*m_password, tr("Password"));
    m_deletion.reset();
    connect(&acceptButton(), &QPushButton::clicked, this, &DeletionDialog::press);
    connect(m_password, &QLineEdit::textChanged, this, &DeletionDialog::render);
    connect(&m_deletion, &AccountDeletion::stateChanged, this, &DeletionDialog::render);
    connect(&m_portals, &Portals::stateChanged, this, &DeletionDialog::render);
    render();
}

/// What the server says, else what is in the list.
QStringList DeletionDialog::blocking() const
{
    const auto *blocked = std::get_if<deletion::Blocked>(&m_deletion.state());
    if (!blocked)
        return bindingPortals(m_portals.list());
    QStringList titles;
    for (const BindingPortal &portal : blocked->portals)
        titles << portal.title;
    return titles;
}

void DeletionDialog::press()
{
    if (!blocking().isEmpty()) {
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
    const QStringList portals = blocking();
    m_list->setVisible(!portals.isEmpty());
    m_password->setVisible(portals.isEmpty());
    m_caption->setVisible(portals.isEmpty());
    if (!portals.isEmpty())
        return renderBlocked(portals);
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
    const bool wrong = error && error->code == code::wrongCredentials;
    setFieldError(*m_password, wrong);
    showError(wrong ? tr("The password is not right.") : error ? errorText(*error) : QString());
}

void DeletionDialog::renderBlocked(const QStringList &portals)
{
    setWords(
        tr("The Passport cannot be deleted yet"),
        tr("These portals are bound to it. Leave each by its menu “…” in the list; one that only you administer needs "
           "another administrator first."),
        tr("Show the portals"));
    setButtonLook(acceptButton(), ButtonLook::Primary);
    acceptButton().setBusy(false);
    acceptButton().setEnabled(true);
    QStringList lines;
    for (const QString &portal : portals.first(std::min(most, portals.size())))
        lines << u"• "_s + portal;
    if (const auto more = static_cast<int>(portals.size() - lines.size()); more > 0)
        lines << tr("and %n more", nullptr, more);
    m_list->setText(lines.join(u'\n'));
    showError({});
}

} // namespace passport
