// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/signin/serverdialog.h"

#include "client/serveraddress.h"
#include "ui/style.h"
#include "ui/widgets/busybutton.h"
#include "ui/widgets/label.h"

#include <QLineEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace passport {

ServerDialog::ServerDialog(const QUrl &server, QWidget *parent)
    : FormDialog(u"serverDialog"_s, parent)
    , m_address(new QLineEdit(server.toString()))
    , m_problem(wrappedLabel(TextRole::Caption, Tone::Error))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWords(tr("Passport server"), {}, tr("Use"));
    m_address->setObjectName(u"serverAddress"_s);
    m_problem->setObjectName(u"serverProblem"_s);
    acceptButton().setObjectName(u"useServer"_s);
    m_address->setPlaceholderText(u"https://passport.example.com"_s);
    m_address->selectAll();
    addField(*m_address, tr("&Address of the server"));
    fields().insertWidget(fields().indexOf(m_address) + 1, m_problem);
    connect(m_address, &QLineEdit::textChanged, this, &ServerDialog::renderTyped);
    connect(&acceptButton(), &QPushButton::clicked, this, [this] {
        Q_EMIT chosen(serverFromText(m_address->text()).value_or(QUrl()));
        accept();
    });
    renderTyped();
}

void ServerDialog::renderTyped()
{
    const bool usable = serverFromText(m_address->text()).has_value();
    const bool wrong = !usable && !m_address->text().isEmpty();
    const bool plain = m_address->text().trimmed().startsWith("http://"_L1);
    acceptButton().setEnabled(usable);
    m_problem->setVisible(wrong);
    m_problem->setText(plain ? tr("Only addresses that begin with https are secure.") : tr("This is not an address."));
    m_address->setAccessibleDescription(wrong ? m_problem->text() : QString());
}

} // namespace passport
