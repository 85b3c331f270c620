// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/portals/createdialog.h"

#include "protocol/portalchangesapi.h"
#include "ui/style.h"
#include "ui/widgets/avatar.h"
#include "ui/widgets/busybutton.h"
#include "ui/widgets/card.h"
#include "ui/widgets/label.h"
#include "ui/widgets/messagestrip.h"

#include <QLineEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace passport {

CreateDialog::CreateDialog(PortalWishes &changes, const Owner &owner, QWidget *parent)
    : ChangeDialog(changes, tr("New portal"), parent)
    , m_full(owner.created >= owner.limit)
    , m_strip(new MessageStrip)
    , m_form(new QWidget)
    , m_title(new QLineEdit)
{
    setObjectName("createDialog"_L1);
    m_strip->setObjectName("createStrip"_L1);
    m_title->setObjectName("portalTitle"_L1);
    m_title->setMaxLength(CreatePortal::longestTitle);
    m_title->setEnabled(!m_full);
    primary().setText(tr("Create"));
    layOut(owner);
    connect(m_title, &QLineEdit::textChanged, this, [this] { render(); });
    m_title->setFocus();
    CreateDialog::render();
}

QWidget *CreateDialog::person(const Owner &owner) const
{
    auto *card = new Card;
    auto *avatar = new Avatar(measure::control);
    avatar->setPerson(monogramLetters(owner.name), owner.name);
    auto *name = new Label(TextRole::Strong);
    name->setObjectName("ownerName"_L1);
    name->setText(owner.name);
    auto *account = new Label(TextRole::Caption, Tone::Secondary);
    account->setText(owner.account);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addWidget(name);
    texts->addWidget(account);
    auto *row = new QHBoxLayout(card);
    row->setContentsMargins(measure::between, measure::step, measure::between, measure::step);
    row->setSpacing(measure::between);
    row->addWidget(avatar);
    row->addLayout(texts, 1);
    return card;
}

void CreateDialog::layOut(const Owner &owner)
{
    const auto caption = [](const QString &text) {
        auto *label = wrappedLabel(TextRole::Caption, Tone::Secondary);
        label->setText(text);
        return label;
    };
    auto *nameLabel = caption(tr("&Name"));
    nameLabel->setBuddy(m_title);
    m_title->setAccessibleName(tr("Name of the portal"));
    auto *form = new QVBoxLayout(m_form);
    form->setContentsMargins(0, measure::step, 0, 0);
    form->setSpacing(measure::half);
    form->addWidget(nameLabel);
    form->addWidget(m_title);
    form->addWidget(caption(tr(
        "The portal gets an address by itself, like b24-k7m2xq. You can change it once, when the portal is there.")));
    form->addSpacing(measure::step);
    form->addWidget(caption(tr("You have created %1 of %2 portals.").arg(owner.created).arg(owner.limit)));
    body().addWidget(caption(tr("It will be created in this Passport")));
    body().addWidget(person(owner));
    body().addSpacing(measure::half);
    body().addWidget(m_strip);
    body().addWidget(m_form);
    if (m_full)
        m_strip->setMessage(
            Tone::Warning,
            tr("You have created %1 portals, and no more are possible in one Passport. You can join as many others as "
               "invite you. To make room, delete a portal of your own.")
                .arg(owner.limit));
    else
        m_strip->setMessage(
            Tone::Accent,
            tr("A portal cannot be moved to another Passport later. Check that this is the right Passport."));
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

void CreateDialog::done(const portalwish::Finished &done)
{
    m_created = done.portal;
    render();
    primary().setFocus(Qt::OtherFocusReason);
}

void CreateDialog::render()
{
    ChangeDialog::render();
    if (!m_created)
        return;
    m_form->hide();
    m_strip->setMessage(
        Tone::Success, tr("“%1” is there. Its address is %2.").arg(m_created->title, m_created->shownAddress()));
    primary().setText(tr("Open in the browser"));
    primary().setEnabled(true);
    cancel().setText(tr("Close"));
    adjustSize();
}

} // namespace passport
