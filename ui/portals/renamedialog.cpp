// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/portals/renamedialog.h"

#include "ui/errortext.h"
#include "ui/style.h"
#include "ui/widgets/accessibility.h"
#include "ui/widgets/busybutton.h"
#include "ui/widgets/iconlabel.h"
#include "ui/widgets/label.h"
#include "ui/widgets/messagestrip.h"

#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>
#include <utility>

using namespace Qt::StringLiterals;

namespace passport {

namespace {

using namespace addresscheck;
using Reason = AddressCheck::Reason;

/// What the dialog shows in three lines; the server's fourth, "taken", is the last of them.
constexpr std::array<std::pair<Reason, const char *>, 3> rules{
    {{Reason::Length, QT_TRANSLATE_NOOP("passport::RenameDialog", "3 to 60 characters")},
     {Reason::Characters, QT_TRANSLATE_NOOP("passport::RenameDialog", "Latin letters, digits, single hyphens inside")},
     {Reason::Taken, QT_TRANSLATE_NOOP("passport::RenameDialog", "Nobody else has it")}}};

/// The line that a reason makes red.
Reason lineOf(Reason reason)
{
    return reason == Reason::Hyphens ? Reason::Characters : reason;
}

} // namespace

RenameDialog::RenameDialog(
    std::unique_ptr<PortalWishes> change, const Portal &portal, std::unique_ptr<AddressTyping> typing, QWidget *parent)
    : ChangeDialog(std::move(change), tr("Rename the portal"), parent)
    , m_portal(portal)
    , m_typing(std::move(typing))
    , m_support(portal.rename == Portal::Rename::Support)
    , m_address(new QLineEdit(portal.address, this))
    , m_mark(new IconLabel("wait"_L1))
    , m_verdict(wrappedLabel(TextRole::Caption))
{
    setObjectName("renameDialog"_L1);
    m_address->setObjectName("newAddress"_L1);
    m_verdict->setObjectName("addressVerdict"_L1);
    m_address->setMaxLength(AddressTyping::longest + 1); // one more, so that the rule can say it
    m_address->setAccessibleName(tr("New address"));
    layOutPortal();
    if (m_support)
        layOutSupport();
    else
        layOutField();
    primary().setText(m_support ? tr("Open the portal") : tr("Rename"));
    connect(m_address, &QLineEdit::textChanged, m_typing.get(), &AddressTyping::type);
    connect(m_typing.get(), &AddressTyping::stateChanged, this, &RenameDialog::typingChanged);
    RenameDialog::render();
}

RenameDialog::~RenameDialog() = default;

void RenameDialog::layOutPortal()
{
    auto *title = wrappedLabel(TextRole::Strong);
    title->setText(m_portal.title);
    auto *now = wrappedLabel(TextRole::Caption, Tone::Secondary);
    now->setText(tr("Now: %1").arg(m_portal.shownAddress()));
    body().addWidget(title);
    body().addWidget(now);
    body().addSpacing(measure::step);
}

void RenameDialog::layOutField()
{
    auto *label = new Label(TextRole::Caption, Tone::Secondary);
    label->setText(tr("New &address"));
    label->setBuddy(m_address);
    const auto line = [this](IconLabel *mark, Label *words) {
        auto *row = new QHBoxLayout;
        row->setSpacing(measure::half);
        row->addWidget(mark);
        row->addWidget(words, 1);
        body().addLayout(row);
    };
    body().addWidget(label);
    body().addWidget(m_address);
    line(m_mark, m_verdict);
    layOutProposals();
    for (std::size_t i = 0; i < rules.size(); ++i) {
        m_rules[i] = {new IconLabel("check"_L1, Tone::Secondary, measure::smallIcon), new Label(TextRole::Caption)};
        m_rules[i].words->setText(tr(rules[i].second));
        line(m_rules[i].mark, m_rules[i].words);
    }
    auto *once = new MessageStrip;
    once->setMessage(
        Tone::Warning,
        tr("By yourself only once. Later the support does it, on the plans Standard, Professional and Enterprise. The "
           "old address will lead to the new one."));
    body().addSpacing(measure::step);
    body().addWidget(once);
    m_address->selectAll();
    m_address->setFocus();
}

void RenameDialog::layOutProposals()
{
    auto *row = new QHBoxLayout;
    row->setSpacing(measure::step);
    for (std::size_t i = 0; i < m_proposals.size(); ++i) {
        auto *button = new QPushButton(this);
        button->setObjectName(u"proposal%1"_s.arg(i + 1));
        button->setFixedHeight(measure::compact);
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this, [this, button] {
            m_address->setText(button->text());
            m_address->setFocus();
        });
        m_proposals[i] = button;
        row->addWidget(button);
    }
    row->addStretch();
    body().addLayout(row);
}

void RenameDialog::renderProposals()
{
    const auto *refused = std::get_if<Refused>(&m_typing->state());
    const QStringList free = refused ? refused->proposals : QStringList();
    for (std::size_t i = 0; i < m_proposals.size(); ++i) {
        const bool there = std::cmp_less(i, free.size());
        m_proposals[i]->setVisible(there);
        m_proposals[i]->setText(there ? free.at(static_cast<qsizetype>(i)) : QString());
        m_proposals[i]->setAccessibleName(tr("Take %1").arg(m_proposals[i]->text()));
    }
}

void RenameDialog::layOutSupport()
{
    m_address->hide();
    m_mark->setParent(this);
    m_verdict->setParent(this);
    m_mark->hide();
    m_verdict->hide();
    auto *sentence = wrappedLabel(TextRole::Body);
    sentence->setObjectName("supportWay"_L1);
    sentence->setText(
        tr("You have changed the address yourself once already. Your plan lets the support change it again: open the "
           "portal, choose “Help” at the top and write which address you want."));
    body().addWidget(sentence);
}

std::optional<portalwish::Wish> RenameDialog::wish() const
{
    if (!m_support && !m_typing->isUsable())
        return {};
    return portalwish::Rename{m_portal.memberId, m_typing->address()};
}

void RenameDialog::pressed()
{
    if (!m_support)
        return ChangeDialog::pressed();
    Q_EMIT openRequested(m_portal.memberId);
    accept();
}

QString RenameDialog::verdict() const
{
    const auto &state = m_typing->state();
    if (std::holds_alternative<Typing>(state) || std::holds_alternative<Asking>(state))
        return tr("Checking…");
    if (std::holds_alternative<Free>(state))
        return tr("The address is free");
    if (const auto *failed = std::get_if<Failed>(&state))
        return tr("It could not be checked; the server decides when you rename.") + u' ' + errorText(failed->error);
    const auto *refused = std::get_if<Refused>(&state);
    if (!refused)
        return {};
    switch (refused->reason) {
    case Reason::Length:
        return tr("An address has 3 to 60 characters");
    case Reason::Characters:
        return tr("Only Latin letters, digits and hyphens inside are possible");
    case Reason::Hyphens:
        return tr("Two hyphens cannot follow each other");
    case Reason::Taken:
        return refused->proposals.isEmpty() ? tr("This address is taken. Try another one.")
                                            : tr("This address is taken. Try one of these:");
    case Reason::Unknown:
        break;
    }
    return tr("A portal cannot have this address");
}

void RenameDialog::typingChanged()
{
    const auto before = m_verdict->text();
    render();
    const bool waits = std::holds_alternative<Typing>(m_typing->state());
    if (!waits && m_verdict->text() != before && !m_verdict->text().isEmpty())
        announce(*m_verdict, m_verdict->text());
}

void RenameDialog::renderRules()
{
    const auto &state = m_typing->state();
    const auto *refused = std::get_if<Refused>(&state);
    const bool empty = std::holds_alternative<Empty>(state);
    for (std::size_t i = 0; i < rules.size(); ++i) {
        const bool broken = refused && lineOf(refused->reason) == rules[i].first;
        // The shape is checked at once, who has the address only by the server.
        // The length comes first: what is refused for another reason has that.
        const bool shaped = !refused || refused->reason == Reason::Taken || i == 0;
        const bool kept
            = rules[i].first == Reason::Taken ? std::holds_alternative<Free>(state) : !empty && !broken && shaped;
        const auto tone = broken ? Tone::Error : kept ? Tone::Success : Tone::Secondary;
        m_rules[i].mark->setIcon(broken ? "x"_L1 : kept ? "check"_L1 : "minus"_L1, tone);
        m_rules[i].words->setAccessibleDescription(broken ? tr("broken") : kept ? tr("kept") : QString());
    }
}

void RenameDialog::render()
{
    if (!m_support) {
        const auto &state = m_typing->state();
        const bool refused = std::holds_alternative<Refused>(state);
        const bool free = std::holds_alternative<Free>(state);
        const auto tone = refused ? Tone::Error : free ? Tone::Success : Tone::Secondary;
        m_verdict->setText(verdict());
        m_verdict->setTone(tone);
        m_mark->setIcon(refused ? "alert"_L1 : free ? "ok"_L1 : "wait"_L1, tone);
        m_mark->setVisible(!m_verdict->text().isEmpty());
        setFieldError(*m_address, refused);
        m_address->setAccessibleDescription(m_verdict->text());
        renderRules();
        renderProposals();
    }
    ChangeDialog::render();
}

} // namespace passport
