// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/qrlogin/numberpage.h"

#include "ui/errortext.h"
#include "ui/statetext.h"
#include "ui/widgets/accessibility.h"
#include "ui/widgets/avatar.h"
#include "ui/widgets/busybutton.h"
#include "ui/widgets/card.h"
#include "ui/widgets/codeboxes.h"
#include "ui/widgets/iconlabel.h"
#include "ui/widgets/label.h"
#include "ui/widgets/messagestrip.h"

#include <QEvent>
#include <QGridLayout>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace passport {

namespace {

constexpr int avatarSide = 64;
constexpr int doneIcon = 48;
constexpr int digits = 2;

/// A masked name ("A. I…a") on one line.
QString unbroken(QString name)
{
    return name.replace(u' ', QChar::Nbsp);
}

} // namespace

NumberPage::NumberPage(QWidget *parent)
    : QWidget(parent)
    , m_avatar(new Avatar(avatarSide))
    , m_name(wrappedLabel(TextRole::Title))
    , m_portal(wrappedLabel(TextRole::Body, Tone::Secondary))
    , m_facts(new Card)
    , m_phone(wrappedLabel(TextRole::Body))
    , m_lineIcon(new IconLabel("online"_L1, Tone::Success))
    , m_line(wrappedLabel(TextRole::Body))
    , m_done(new IconLabel("ok"_L1, Tone::Success, doneIcon))
    , m_prompt(wrappedLabel(TextRole::Section))
    , m_number(new CodeBoxes(digits))
    , m_time(wrappedLabel(TextRole::Caption, Tone::Secondary))
    , m_continue(new BusyButton)
    , m_notMe(new QPushButton)
    , m_warning(new MessageStrip)
{
    m_name->setObjectName(u"personName"_s);
    m_phone->setObjectName(u"phoneName"_s);
    m_prompt->setObjectName(u"prompt"_s);
    m_number->setObjectName(u"number"_s);
    m_time->setObjectName(u"numberHint"_s);
    m_continue->setObjectName(u"continueNumber"_s);
    m_notMe->setObjectName(u"notMe"_s);
    setButtonLook(*m_continue, ButtonLook::Primary);
    layOut();
    connectGestures();
}

void NumberPage::layOut()
{
    auto *facts = new QGridLayout(m_facts);
    facts->setContentsMargins(measure::group, measure::between, measure::group, measure::between);
    facts->setHorizontalSpacing(measure::between);
    facts->setVerticalSpacing(measure::between);
    facts->addWidget(new IconLabel("phone"_L1), 0, 0);
    facts->addWidget(m_phone, 0, 1);
    facts->addWidget(m_lineIcon, 1, 0);
    facts->addWidget(m_line, 1, 1);
    facts->setColumnStretch(1, 1);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(measure::margin, measure::step, measure::margin, measure::section);
    column->setSpacing(0);
    for (Label *label : {m_name, m_portal, m_prompt, m_time})
        label->setAlignment(Qt::AlignHCenter);
    column->addWidget(m_avatar, 0, Qt::AlignHCenter);
    column->addSpacing(measure::step);
    column->addWidget(m_name);
    column->addWidget(m_portal);
    column->addSpacing(measure::group);
    column->addWidget(m_facts);
    column->addSpacing(measure::section);
    column->addWidget(m_done, 0, Qt::AlignHCenter);
    column->addWidget(m_prompt);
    column->addSpacing(measure::between);
    column->addWidget(m_number, 0, Qt::AlignHCenter);
    column->addSpacing(measure::half);
    column->addWidget(m_time);
    column->addSpacing(measure::group);
    column->addWidget(m_continue);
    column->addSpacing(measure::step);
    column->addWidget(m_notMe);
    column->addSpacing(measure::group);
    column->addStretch();
    column->addWidget(m_warning);
    chainFocus({m_number, m_continue, m_notMe});
}

void NumberPage::connectGestures()
{
    connect(m_number, &CodeBoxes::edited, this, [this] {
        m_edited = true;
        renderStep();
    });
    connect(m_number, &QLineEdit::returnPressed, this, &NumberPage::press);
    connect(m_continue, &QPushButton::clicked, this, &NumberPage::press);
    connect(m_notMe, &QPushButton::clicked, this, [this] {
        if (step() == Step::Awaiting)
            Q_EMIT cancelAsked();
        else
            Q_EMIT notMeAsked();
    });
}

const qrlogin::Scan *scanOf(const qrlogin::State &state)
{
    return std::visit(
        [](const auto &each) -> const qrlogin::Scan * {
            if constexpr (requires { each.scan; })
                return &each.scan;
            else
                return nullptr;
        },
        state);
}

NumberPage::Step NumberPage::step() const
{
    if (std::holds_alternative<qrlogin::AwaitingApproval>(m_state))
        return Step::Awaiting;
    const auto *scanned = std::get_if<qrlogin::Scanned>(&m_state);
    if (scanned == nullptr)
        return Step::Sending;
    return scanned->replaces ? Step::AskPerson : Step::TypeNumber;
}

void NumberPage::render(const qrlogin::State &state)
{
    const bool wasSending = std::holds_alternative<qrlogin::SendingNumber>(m_state);
    m_state = state;
    if (scanOf(m_state) == nullptr)
        return;
    const auto *scanned = std::get_if<qrlogin::Scanned>(&state);
    if (scanned != nullptr && (wasSending || !scanned->mismatch)) {
        m_edited = false;
        if (wasSending)
            m_number->clear();
    }
    renderPerson(*scanOf(m_state));
    renderStep();
    if (isVisible())
        takeFocus();
}

void NumberPage::takeFocus()
{
    QWidget *next = m_number;
    if (step() == Step::AskPerson)
        next = m_continue;
    else if (step() == Step::Awaiting)
        next = m_notMe;
    next->setFocus(Qt::OtherFocusReason);
}

void NumberPage::renderPerson(const qrlogin::Scan &scan)
{
    m_avatar->setPerson(scan.person.initials, scan.person.name);
    m_avatar->setAccessibleName(scan.person.name);
    m_name->setText(scan.person.name);
    const std::optional<PortalName> &portal = scan.ticket.portal;
    m_portal->setText(portal ? portal->title : tr("Bitrix24 Passport"));
    m_phone->setText(tr("Phone: %1").arg(scan.phone.isEmpty() ? tr("gives no name") : scan.phone));
    if (scan.line.outage) {
        m_lineIcon->setIcon("offline"_L1, Tone::Warning);
        m_line->setText(tr("%1. We keep trying.").arg(outageTitle(scan.line.outage->why, scan.line.outage->host)));
    } else if (scan.level == QrLevel::Basic) {
        m_lineIcon->setIcon("shield"_L1, Tone::Warning);
        m_line->setText(tr("Basic protection: this phone cannot check a number"));
    } else {
        m_lineIcon->setIcon("online"_L1, Tone::Success);
        m_line->setText(tr("Connected"));
    }
}

void NumberPage::renderStep()
{
    const Step now = step();
    const bool typing = now == Step::TypeNumber || now == Step::Sending;
    m_number->setVisible(typing);
    m_number->setReadOnly(now != Step::TypeNumber);
    m_number->setAccessibleName(tr("Number from the phone"));
    setFieldError(*m_number, false);
    m_done->setVisible(now == Step::Awaiting);
    m_time->setVisible(now != Step::AskPerson);
    m_warning->setVisible(typing);
    m_warning->setMessage(Tone::Warning, tr("If someone told or sent you this number, press “This is not me”."));
    if (now == Step::Awaiting) {
        m_prompt->setText(tr("Approve the sign-in on your phone “%1”").arg(scanOf(m_state)->phone));
    } else if (now == Step::AskPerson) {
        const QString replaced = *std::get<qrlogin::Scanned>(m_state).replaces;
        m_prompt->setText(
            tr("%1 is signed in here. Continue as %2 instead?").arg(replaced, unbroken(scanOf(m_state)->person.name)));
    } else {
        m_prompt->setText(tr("Enter the number shown on your phone"));
    }
    if (const auto *scanned = std::get_if<qrlogin::Scanned>(&m_state); scanned != nullptr && !scanned->replaces)
        renderNumber(*scanned);
    renderButtons();
    renderTime();
}

void NumberPage::renderNumber(const qrlogin::Scanned &scanned)
{
    setFieldError(*m_number, scanned.mismatch && !m_edited);
    m_time->setTone(scanned.mismatch && !m_edited ? Tone::Error : Tone::Secondary);
}

void NumberPage::renderButtons()
{
    const Step now = step();
    m_continue->setVisible(now != Step::Awaiting);
    m_continue->setBusy(now == Step::Sending);
    m_continue->setText(now == Step::Sending ? tr("Checking…") : tr("&Continue"));
    m_continue->setEnabled(now == Step::AskPerson || (now == Step::TypeNumber && m_number->isComplete()));
    m_notMe->setText(now == Step::Awaiting ? tr("Cancel") : tr("This is &not me"));
}

void NumberPage::renderTime()
{
    if (scanOf(m_state) == nullptr)
        return;
    const QString left = tr("%1 left").arg(shownTime(secondsLeft(scanOf(m_state)->expires)));
    const auto *scanned = std::get_if<qrlogin::Scanned>(&m_state);
    if (scanned == nullptr) {
        m_time->setTone(Tone::Secondary);
        m_time->setText(left);
        return;
    }
    const QString tries = scanned->mismatch
        ? tr("That number does not match. %n attempts left", nullptr, scanned->triesLeft)
        : tr("%n attempts", nullptr, scanned->triesLeft);
    const QString before = m_time->accessibleName();
    m_time->setText(tries + u". "_s + left);
    if (scanned->mismatch && !m_edited && before != tries)
        announce(*m_time, tries);
}

void NumberPage::press()
{
    if (step() == Step::AskPerson)
        Q_EMIT personConfirmed();
    else
        sendNumber();
}

void NumberPage::sendNumber()
{
    if (step() == Step::TypeNumber && m_number->isComplete())
        Q_EMIT numberTyped(m_number->text());
}

void NumberPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        render(m_state);
}

void NumberPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_number->clear();
    renderStep();
    takeFocus();
    if (scanOf(m_state) != nullptr)
        announce(*this, tr("Code scanned. %1. %2").arg(scanOf(m_state)->person.name, m_prompt->text()));
}

} // namespace passport
