// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/signin/serverdialog.h"

#include "client/serveraddress.h"
#include "ui/style.h"
#include "ui/widgets/label.h"

#include <QDialogButtonBox>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace passport {

ServerDialog::ServerDialog(const QUrl &server, QWidget *parent)
    : QDialog(parent)
    , m_address(new QLineEdit(server.toString()))
    , m_problem(wrappedLabel(TextRole::Caption, Tone::Error))
{
    setObjectName(u"serverDialog"_s);
    setWindowTitle(tr("Passport server"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto *label = new Label(TextRole::Caption, Tone::Secondary);
    label->setText(tr("&Address of the server"));
    label->setBuddy(m_address);
    m_address->setObjectName(u"serverAddress"_s);
    m_address->setAccessibleName(tr("Address of the server"));
    m_address->setPlaceholderText(u"https://passport.example.com"_s);
    m_address->setMinimumWidth(measure::column);
    m_address->selectAll();

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    m_use = buttons->button(QDialogButtonBox::Ok);
    m_use->setObjectName(u"useServer"_s);
    m_use->setText(tr("Use"));
    buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
    setButtonLook(*m_use, ButtonLook::Primary);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(measure::section, measure::section, measure::section, measure::section);
    column->setSpacing(measure::half);
    column->addWidget(label);
    column->addWidget(m_address);
    column->addWidget(m_problem);
    column->addSpacing(measure::group);
    column->addWidget(buttons);
    connect(m_address, &QLineEdit::textChanged, this, &ServerDialog::renderTyped);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        Q_EMIT chosen(serverFromText(m_address->text()).value_or(QUrl()));
        accept();
    });
    renderTyped();
}

void ServerDialog::renderTyped()
{
    const bool usable = serverFromText(m_address->text()).has_value();
    const bool plain = m_address->text().trimmed().startsWith("http://"_L1);
    m_use->setEnabled(usable);
    m_problem->setVisible(!usable && !m_address->text().isEmpty());
    m_problem->setText(plain ? tr("Only addresses that begin with https are secure.") : tr("This is not an address."));
}

} // namespace passport
