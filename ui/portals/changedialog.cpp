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
#include <utility>

using namespace Qt::StringLiterals;

namespace passport {

ChangeDialog::ChangeDialog(std::unique_ptr<PortalWishes> change, const QString &title, QWidget *parent)
    : FittingDialog(parent)
    , m_change(std::move(change))
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
    layOut();
    connect(m_change.get(), &PortalWishes::stateChanged, this, &ChangeDialog::changeMoved);
    connect(m_primary, &QPushButton::clicked, this, &ChangeDialog::pressed);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
}

ChangeDialog::~ChangeDialog() = default;

void ChangeDialog::done(int result)
{
    m_change->disconnect(this);
    if (std::holds_alternative<portalwish::Asking>(state()))
        m_change->reset();
    FittingDialog::done(result);
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
        m_change->ask(*wanted);
}

void ChangeDialog::changeMoved()
{
    if (const auto *ended = std::get_if<portalwish::Finished>(&state()))
        return succeeded(portalwish::Finished(*ended));
    render();
    if (!m_sentence->text().isEmpty())
        announce(*m_sentence, m_sentence->text());
}

void ChangeDialog::succeeded(const portalwish::Finished &)
{
    accept();
}

QString ChangeDialog::refusal(const Error &error) const
{
    return errorText(error);
}

QString ChangeDialog::sentence() const
{
    if (const auto *refused = std::get_if<portalwish::Refused>(&state()))
        return refusal(refused->error);
    return {};
}

void ChangeDialog::render()
{
    const bool busy = std::holds_alternative<portalwish::Asking>(state());
    m_sentence->setText(sentence());
    m_sentence->setVisible(!m_sentence->text().isEmpty());
    m_primary->setBusy(busy);
    m_primary->setEnabled(!busy && wish().has_value());
}

} // namespace passport
