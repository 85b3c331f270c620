// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/portals/changedialog.h"

#include "ui/errortext.h"
#include "ui/style.h"
#include "ui/widgets/accessibility.h"
#include "ui/widgets/busybutton.h"
#include "ui/widgets/label.h"
#include "ui/widgets/passwordfield.h"

#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace passport {

namespace {

constexpr int dialogWidth = 456;

} // namespace

ChangeDialog::ChangeDialog(PortalWishes &changes, const QString &title, QWidget *parent)
    : QDialog(parent)
    , m_changes(changes)
    , m_body(new QVBoxLayout)
    , m_proof(new QWidget)
    , m_proofLabel(wrappedLabel(TextRole::Caption, Tone::Secondary))
    , m_password(new PasswordField)
    , m_sentence(wrappedLabel(TextRole::Caption, Tone::Error))
    , m_primary(new BusyButton)
    , m_cancel(new QPushButton)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(title);
    m_password->setObjectName("proof"_L1);
    m_sentence->setObjectName("changeError"_L1);
    m_primary->setObjectName("changePrimary"_L1);
    m_cancel->setObjectName("changeCancel"_L1);
    m_cancel->setText(tr("Cancel"));
    setButtonLook(*m_primary, ButtonLook::Primary);
    m_primary->setDefault(true);
    layOut();
    m_changes.reset();
    connect(&m_changes, &PortalWishes::stateChanged, this, &ChangeDialog::changesChanged);
    connect(m_password, &QLineEdit::textChanged, this, [this] { render(); });
    connect(m_primary, &QPushButton::clicked, this, &ChangeDialog::primaryPressed);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
}

ChangeDialog::~ChangeDialog()
{
    m_changes.disconnect(this);
    m_changes.reset(); // what was asked for may still happen; the list tells
}

void ChangeDialog::layOut()
{
    auto *title = new Label(TextRole::Title);
    title->setText(windowTitle());
    m_body->setSpacing(measure::half);
    auto *proof = new QVBoxLayout(m_proof);
    proof->setContentsMargins(0, measure::step, 0, 0);
    proof->setSpacing(measure::half);
    proof->addWidget(m_proofLabel);
    proof->addWidget(m_password);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(measure::step);
    buttons->addStretch();
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_primary);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(measure::section, measure::section, measure::section, measure::section);
    column->setSpacing(measure::step);
    column->addWidget(title);
    column->addLayout(m_body);
    column->addWidget(m_proof);
    column->addWidget(m_sentence);
    column->addSpacing(measure::step);
    column->addLayout(buttons);
    column->setSizeConstraint(QLayout::SetMinimumSize);
    setFixedWidth(dialogWidth);
}

bool ChangeDialog::hasProof() const
{
    return std::holds_alternative<portalwish::ProofNeeded>(m_changes.state());
}

void ChangeDialog::primaryPressed()
{
    if (!hasProof())
        return pressed();
    const QString proof = m_password->text();
    m_changes.prove(
        m_wantsCode ? StepUp{.password = {}, .code = proof.trimmed()} : StepUp{.password = proof, .code = {}});
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
    const bool asked = hasProof() && !m_proof->isVisible();
    render();
    if (asked || hasProof()) {
        m_password->selectAll();
        m_password->setFocus(Qt::OtherFocusReason);
    }
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
    if (const auto *needed = std::get_if<portalwish::ProofNeeded>(&m_changes.state()))
        return needed->error ? errorText(*needed->error) : QString();
    return {};
}

void ChangeDialog::renderProof(const QStringList &methods)
{
    m_wantsCode = !methods.contains("password"_L1);
    m_proofLabel->setText(
        m_wantsCode ? tr("Confirm that it is you: a code of your authenticator or a recovery code")
                    : tr("Confirm that it is you: the password of your Passport"));
    m_password->setAccessibleName(m_proofLabel->text());
}

void ChangeDialog::render()
{
    const auto &state = m_changes.state();
    const auto *needed = std::get_if<portalwish::ProofNeeded>(&state);
    const bool proving = std::holds_alternative<portalwish::Proving>(state);
    const bool busy = proving || std::holds_alternative<portalwish::Asking>(state);
    if (needed)
        renderProof(needed->methods);
    m_proof->setVisible(needed || proving);
    m_sentence->setText(sentence());
    m_sentence->setVisible(!m_sentence->text().isEmpty());
    m_primary->setBusy(busy);
    m_primary->setEnabled(!busy && (needed ? !m_password->text().isEmpty() : wish().has_value()));
    if (layout())
        adjustSize();
}

} // namespace passport
