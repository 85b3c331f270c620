// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/portals/createdialog.h"

#include "protocol/portalchangesapi.h"
#include "ui/style.h"
#include "ui/widgets/accessibility.h"
#include "ui/widgets/busybutton.h"
#include "ui/widgets/card.h"
#include "ui/widgets/dialogfooter.h"
#include "ui/widgets/iconlabel.h"
#include "ui/widgets/label.h"
#include "ui/widgets/messagestrip.h"

#include <QLineEdit>
#include <QVBoxLayout>
#include <utility>

using namespace Qt::StringLiterals;

namespace passport {

CreateDialog::CreateDialog(std::unique_ptr<PortalWishes> change, const Owner &owner, QWidget *parent)
    : ChangeDialog(std::move(change), tr("New portal"), parent)
    , m_full(owner.created >= owner.limit)
    , m_question(new QWidget)
    , m_title(new QLineEdit)
    , m_answer(new QWidget)
    , m_newTitle(wrappedLabel(TextRole::Strong))
    , m_newAddress(wrappedLabel(TextRole::Body, Tone::Secondary))
{
    setObjectName("createDialog"_L1);
    m_title->setObjectName("portalTitle"_L1);
    m_answer->setObjectName("portalCreated"_L1);
    m_newTitle->setObjectName("newPortalTitle"_L1);
    m_newAddress->setObjectName("newPortalAddress"_L1);
    m_title->setMaxLength(CreatePortal::longestTitle);
    m_title->setEnabled(!m_full);
    primary().setText(tr("Create"));
    layOutQuestion(owner);
    layOutAnswer();
    body().addWidget(m_question);
    body().addWidget(m_answer);
    m_answer->hide();
    connect(m_title, &QLineEdit::textChanged, this, [this] { render(); });
    m_title->setFocus();
    CreateDialog::render();
}

QWidget *CreateDialog::cardOf(const ShownPerson &person)
{
    auto *line = new PersonLine(u"owner"_s, measure::control);
    line->setPerson(person);
    auto *card = new Card;
    auto *row = new QHBoxLayout(card);
    row->setContentsMargins(measure::between, measure::step, measure::between, measure::step);
    row->addWidget(line);
    return card;
}

void CreateDialog::layOutQuestion(const Owner &owner)
{
    const auto caption = [](const QString &text) {
        auto *label = wrappedLabel(TextRole::Caption, Tone::Secondary);
        label->setText(text);
        return label;
    };
    auto *nameLabel = caption(tr("&Name"));
    nameLabel->setBuddy(m_title);
    m_title->setAccessibleName(tr("Name of the portal"));
    auto *strip = new MessageStrip;
    strip->setObjectName("createStrip"_L1);
    auto *column = partColumn(*m_question);
    column->addWidget(caption(tr("It will be created in this Passport")));
    column->addWidget(cardOf(owner.person));
    column->addSpacing(measure::half);
    column->addWidget(strip);
    column->addSpacing(measure::between);
    column->addWidget(nameLabel);
    column->addWidget(m_title);
    column->addWidget(caption(tr(
        "The portal gets an address by itself, like b24-k7m2xq. You can change it once, when the portal is there.")));
    column->addSpacing(measure::between);
    column->addWidget(caption(tr("You have created %1 of %2 portals.").arg(owner.created).arg(owner.limit)));
    if (m_full)
        strip->setMessage(
            Tone::Warning,
            tr("You have created %1 portals, and no more are possible in one Passport. You can join as many others as "
               "invite you. To make room, delete a portal of your own.")
                .arg(owner.limit));
    else
        strip->setMessage(
            Tone::Accent,
            tr("A portal cannot be moved to another Passport later. Check that this is the right Passport."));
}

void CreateDialog::layOutAnswer()
{
    m_newAddress->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_newAddress->setAccessibleName(tr("Address of the portal"));
    auto *texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addWidget(m_newTitle);
    texts->addWidget(m_newAddress);
    auto *card = new Card;
    auto *row = new QHBoxLayout(card);
    row->setContentsMargins(measure::group, measure::between, measure::group, measure::between);
    row->setSpacing(measure::between);
    row->addWidget(new IconLabel("ok"_L1, Tone::Success, measure::largeIcon));
    row->addLayout(texts, 1);
    auto *next = wrappedLabel(TextRole::Body);
    next->setText(tr("Open it in the browser and invite the people you work with."));
    auto *later = wrappedLabel(TextRole::Body, Tone::Secondary);
    later->setText(tr("Its address can be changed once: with “Rename…” in the menu “…” of the portal in your list."));
    auto *column = partColumn(*m_answer);
    column->addWidget(card);
    column->addSpacing(measure::between);
    column->addWidget(next);
    column->addSpacing(measure::half);
    column->addWidget(later);
}

std::optional<portalwish::Wish> CreateDialog::wish() const
{
    const auto title = m_title->text().simplified();
    if (m_full || title.isEmpty())
        return {};
    return portalwish::Create{title};
}

void CreateDialog::pressed()
{
    if (!m_created)
        return ChangeDialog::pressed();
    Q_EMIT openRequested(m_created->memberId);
    accept();
}

void CreateDialog::succeeded(const portalwish::Finished &done)
{
    m_created = done.portal;
    setTitle(tr("The portal is there"));
    m_newTitle->setText(m_created->title);
    m_newAddress->setText(m_created->shownAddress());
    m_question->hide();
    m_answer->show();
    render();
    primary().setFocus(Qt::OtherFocusReason);
    announce(*m_newAddress, tr("“%1” is there. Its address is %2.").arg(m_created->title, m_created->shownAddress()));
}

void CreateDialog::render()
{
    ChangeDialog::render();
    if (!m_created)
        return;
    primary().setText(tr("Open in the browser"));
    primary().setEnabled(true);
    cancel().setText(tr("Close"));
}

} // namespace passport
