// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/profile/profilepage.h"

#include "client/account.h"
#include "ui/profile/contactscard.h"
#include "ui/profile/dangercard.h"
#include "ui/profile/profilecard.h"
#include "ui/style.h"
#include "ui/widgets/cardpage.h"
#include "ui/widgets/label.h"

#include <QEvent>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace passport {

ProfilePage::ProfilePage(Account &account, Portals &portals, QWidget *parent)
    : QWidget(parent)
    , m_profile(new ProfileCard(account.profile(), account.photoUpload(), account.photo()))
    , m_contactsTitle(new Label(TextRole::Section))
    , m_contacts(new ContactsCard(account))
    , m_dangerTitle(new Label(TextRole::Section, Tone::Error))
    , m_danger(new DangerCard(portals))
{
    setObjectName("profilePage"_L1);
    layOut();
    connect(m_danger, &DangerCard::deletionAsked, this, &ProfilePage::deletionAsked);
    retranslate();
}

void ProfilePage::layOut()
{
    auto *content = new QWidget;
    auto *cards = new QVBoxLayout(content);
    cards->setSpacing(measure::step);
    cards->addWidget(m_profile);
    cards->addSpacing(measure::step);
    cards->addWidget(m_contactsTitle);
    cards->addWidget(m_contacts);
    cards->addSpacing(measure::step);
    cards->addWidget(m_dangerTitle);
    cards->addWidget(m_danger);
    cards->addStretch(1); // the cards keep to what they need
    m_page = new CardPage(content);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_page);
}

void ProfilePage::retranslate()
{
    m_page->setTitle(tr("Profile"), tr("Colleagues see it in all your portals"));
    m_contactsTitle->setText(tr("Contacts to sign in with"));
    m_dangerTitle->setText(tr("Danger zone"));
}

void ProfilePage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace passport
