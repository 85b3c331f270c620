// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/personline.h"

#include "protocol/initials.h"
#include "ui/style.h"
#include "ui/widgets/avatar.h"
#include "ui/widgets/elidedlabel.h"

#include <QHBoxLayout>

using namespace Qt::StringLiterals;

namespace passport {

namespace {

/// A letter stands for an address; a digit would stand for no phone number.
QString initialsOfAccount(const QString &account)
{
    return account.contains(u'@') ? initialOf(account) : QString();
}

} // namespace

PersonLine::PersonLine(const QString &name, int side, QWidget *parent)
    : QWidget(parent)
    , m_picture(new Avatar(side))
    , m_name(new ElidedLabel(TextRole::Strong))
    , m_account(new ElidedLabel(TextRole::Caption, Tone::Secondary))
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    m_name->setObjectName(name + "Name"_L1);
    m_account->setObjectName(name + "Account"_L1);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addStretch();
    texts->addWidget(m_name);
    texts->addWidget(m_account);
    texts->addStretch();
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->setSpacing(measure::between);
    row->addWidget(m_picture);
    row->addLayout(texts, 1);
}

void PersonLine::setPerson(const ShownPerson &person)
{
    const bool named = !person.name.isEmpty();
    const QString &head = named ? person.name : person.account;
    m_picture->setPerson(named ? person.initials : initialsOfAccount(person.account), head, person.photo);
    m_picture->setAccessibleName(head);
    m_name->setText(head);
    m_account->setText(person.account);
    m_account->setVisible(named && !person.account.isEmpty());
}

} // namespace passport
