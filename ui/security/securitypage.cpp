// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/security/securitypage.h"

#include "client/account.h"
#include "ui/security/passwordcard.h"
#include "ui/security/recoverycard.h"
#include "ui/security/twostepcard.h"
#include "ui/style.h"
#include "ui/widgets/cardpage.h"

#include <QEvent>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace passport {

SecurityPage::SecurityPage(Account &account, QWidget *parent)
    : QWidget(parent)
    , m_account(account)
{
    setObjectName("securityPage"_L1);
    auto *content = new QWidget;
    auto *cards = new QVBoxLayout(content);
    cards->setSpacing(measure::group);
    cards->addWidget(new PasswordCard(account.password()));
    cards->addWidget(new TwoStepCard(account.twoStep()));
    cards->addWidget(new RecoveryCard(account.twoStep()));
    cards->addStretch(1); // the cards keep to what they need
    m_page = new CardPage(content);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_page);
    retranslate();
}

void SecurityPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_account.twoStep().refresh();
}

void SecurityPage::retranslate()
{
    m_page->setTitle(tr("Security"), tr("Holds for signing in to all portals"));
}

void SecurityPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace passport
