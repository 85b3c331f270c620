// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/portals/changedialog.h"

#include "ui/errortext.h"
#include "ui/style.h"
#include "ui/widgets/accessibility.h"
#include "ui/widgets/busybutton.h"
#include "ui/widgets/dialogfooter.h"
#include "ui/widgets/label.h"

#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace passport {

ChangeDialog::ChangeDialog(PortalWishes &changes, const QString &title, QWidget *parent)
    : FittingDialog(parent)
    , m_changes(changes)
    , m_title(wrappedLabel(TextRole::Title))
    , m_body(new QVBoxLayout)
    , m_sentence(wrappedLabel(TextRole::Caption, Tone::Error))
    , m_primary(new BusyButton)
    , m_cancel(new QPushButton)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setTitle(title);
    m_sentence->setObjectName("changeError"_L1);
    m_primary->setObjectName("changePrimary"_L1);
    m_cancel->setObjectName("changeCancel"_L1);
    m_cancel->setText(tr("Cancel"));
    setButtonLook(*m_primary, ButtonLook::Primary);
    m_primary->setDefault(true);
    layOut();
    m_changes.reset();
    connect(&m_changes, &PortalWishes::stateChanged, this, &ChangeDialog::changesChanged);
    connect(m_primary, &QPushButton::clicked, this, &ChangeDialog::pressed);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
}

ChangeDialog::~ChangeDialog()
{
    m_changes.disconnect(this);
    m_changes.reset(); // what was asked for may still happen; the list tells
}

void ChangeDialog::layOut()
{
    m_body->setSpacing(measure::half);
    auto *column = layOutDialog(*this, new DialogFooter({m_cancel, m_primary}));
    column->setSpacing(measure::step);
    column->addWidget(m_title);
    column->addSpacing(measure::step);
    column->addLayout(m_body);
    column->addWidget(m_sentence);
}

void ChangeDialog::setTitle(const QString &title)
{
    setWindowTitle(title);
    m_title->setText(title);
}

void ChangeDialog::pressed()
{
    if (const auto wanted = wish())
        m_changes.ask(*wanted);
}

void ChangeDialog::changesChanged()
{
    if (const auto *ended = std::get_if<portalwish::Finished>(&m_changes.state()))
        return done(portalwish::Finished(*ended));
    render();
    if (!m_sentence->text().isEmpty())
        announce(*m_sentence, m_sentence->text());
}

void ChangeDialog::done(const portalwish::Finished &)
{
    accept();
}

QString ChangeDialog::refusal(const Error &error) const
{
    return errorText(error);
}

QString ChangeDialog::sentence() const
{
    if (const auto *refused = std::get_if<portalwish::Refused>(&m_changes.state()))
        return refusal(refused->error);
    return {};
}

void ChangeDialog::render()
{
    const bool busy = std::holds_alternative<portalwish::Asking>(m_changes.state());
    m_sentence->setText(sentence());
    m_sentence->setVisible(!m_sentence->text().isEmpty());
    m_primary->setBusy(busy);
    m_primary->setEnabled(!busy && wish().has_value());
}

} // namespace passport
