// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/profile/dangercard.h"

#include "client/deletion.h"
#include "client/portals.h"
#include "ui/icons.h"
#include "ui/profile/outcomewords.h"
#include "ui/style.h"
#include "ui/widgets/label.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace passport {

DangerCard::DangerCard(Portals &portals, QWidget *parent)
    : Card(parent)
    , m_portals(portals)
    , m_title(new Label(TextRole::Strong))
    , m_sentence(wrappedLabel(TextRole::Body, Tone::Secondary))
    , m_delete(new QPushButton)
{
    setObjectName("dangerCard"_L1);
    setOutline(Tone::Error);
    m_delete->setObjectName("deletePassport"_L1);
    m_delete->setIcon(lineIcon("trash"_L1));
    setButtonLook(*m_delete, ButtonLook::Danger);
    auto *words = new QVBoxLayout;
    words->setSpacing(measure::half);
    words->addWidget(m_title);
    words->addWidget(m_sentence);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(measure::group, measure::group, measure::group, measure::group);
    row->setSpacing(measure::group);
    row->addLayout(words, 1);
    row->addWidget(m_delete, 0, Qt::AlignVCenter);
    connect(m_delete, &QPushButton::clicked, this, &DangerCard::deletionAsked);
    connect(&m_portals, &Portals::stateChanged, this, &DangerCard::render);
    render();
}

void DangerCard::render()
{
    QStringList titles;
    for (const deletion::Obstacle &obstacle : deletion::obstaclesIn(m_portals.list()))
        titles << obstacle.title;
    m_title->setText(tr("Delete the Passport"));
    m_sentence->setText(
        titles.isEmpty() ? tr("Everything that belongs to it goes, on all devices and for ever.")
                         : tr("Leave the portals first: %1.").arg(namedPortals(titles)));
    m_delete->setText(titles.isEmpty() ? tr("Delete the Passport…") : tr("What is in the way…"));
    m_delete->setAccessibleDescription(m_sentence->text());
    setButtonLook(*m_delete, titles.isEmpty() ? ButtonLook::Danger : ButtonLook::Secondary);
}

void DangerCard::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        render();
    Card::changeEvent(event);
}

} // namespace passport
