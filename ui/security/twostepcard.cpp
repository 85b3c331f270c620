// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/security/twostepcard.h"

#include "protocol/errorcodes.h"
#include "ui/clipboard.h"
#include "ui/errortext.h"
#include "ui/icons.h"
#include "ui/style.h"
#include "ui/widgets/accessibility.h"
#include "ui/widgets/busybutton.h"
#include "ui/widgets/cardpage.h"
#include "ui/widgets/codeboxes.h"
#include "ui/widgets/label.h"
#include "ui/widgets/messagestrip.h"
#include "ui/widgets/qrview.h"
#include "ui/widgets/question.h"

#include <QEvent>
#include <QFontDatabase>
#include <QHBoxLayout>

using namespace Qt::StringLiterals;

namespace passport {

namespace {

constexpr int codeSide = 200;
constexpr qsizetype groupSize = 4; // of the typed secret

QString inGroups(const QString &secret)
{
    QString text;
    for (qsizetype at = 0; at < secret.size(); at += groupSize)
        text += (at > 0 ? u" "_s : QString()) + secret.mid(at, groupSize);
    return text;
}

} // namespace

TwoStepCard::TwoStepCard(TwoStep &twoStep, QWidget *parent)
    : Card(parent)
    , m_twoStep(twoStep)
    , m_title(new Label(TextRole::Section))
    , m_state(new Label(TextRole::Caption))
    , m_explanation(wrappedLabel(TextRole::Body, Tone::Secondary))
    , m_switch(new BusyButton)
    , m_newCodes(new QPushButton)
    , m_code(new QrView)
    , m_scan(wrappedLabel(TextRole::Body))
    , m_manual(wrappedLabel(TextRole::Caption, Tone::Secondary))
    , m_secret(wrappedLabel(TextRole::Body))
    , m_copy(new QPushButton)
    , m_enter(wrappedLabel(TextRole::Body))
    , m_boxes(new CodeBoxes(6))
    , m_enable(new BusyButton)
    , m_cancel(new QPushButton)
    , m_strip(new MessageStrip)
{
    setObjectName("twoStepCard"_L1);
    m_state->setObjectName("twoStepState"_L1);
    m_switch->setObjectName("twoStepSwitch"_L1);
    m_newCodes->setObjectName("newRecoveryCodes"_L1);
    m_code->setObjectName("otpQr"_L1);
    m_secret->setObjectName("otpSecret"_L1);
    m_copy->setObjectName("copySecret"_L1);
    m_boxes->setObjectName("otpCode"_L1);
    m_enable->setObjectName("enableTwoStep"_L1);
    m_cancel->setObjectName("cancelTwoStep"_L1);
    m_strip->setObjectName("twoStepStrip"_L1);
    layOut();
    connectGestures();
    retranslate();
}

void TwoStepCard::layOut()
{
    auto *head = new QHBoxLayout;
    head->addWidget(m_title);
    head->addStretch();
    head->addWidget(m_state);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(measure::step);
    buttons->addWidget(m_switch);
    buttons->addWidget(m_newCodes);
    buttons->addStretch();
    m_setup = setupPart();
    auto *column = roomyColumn(*this);
    column->addLayout(head);
    column->addWidget(m_explanation);
    column->addWidget(m_strip);
    column->addSpacing(measure::step);
    column->addLayout(buttons);
    column->addWidget(m_setup);
}

QWidget *TwoStepCard::setupPart()
{
    QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    m_secret->setFont(fixed);
    m_secret->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_copy->setIcon(lineIcon("copy"_L1));
    setButtonLook(*m_enable, ButtonLook::Primary);
    auto *secret = new QHBoxLayout;
    secret->setSpacing(measure::step);
    secret->addWidget(m_secret, 1);
    secret->addWidget(m_copy);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(measure::step);
    buttons->addWidget(m_enable);
    buttons->addWidget(m_cancel);
    buttons->addStretch();
    auto *steps = new QVBoxLayout;
    steps->setSpacing(measure::step);
    steps->addWidget(m_scan);
    steps->addWidget(m_manual);
    steps->addLayout(secret);
    steps->addSpacing(measure::step);
    steps->addWidget(m_enter);
    steps->addWidget(m_boxes);
    steps->addSpacing(measure::step);
    steps->addLayout(buttons);
    steps->addStretch();
    auto *part = new QWidget;
    auto *row = new QHBoxLayout(part);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(measure::section);
    row->addWidget(m_code, 0, Qt::AlignTop);
    row->addLayout(steps, 1);
    return part;
}

void TwoStepCard::connectGestures()
{
    connect(m_switch, &QPushButton::clicked, this, &TwoStepCard::press);
    connect(m_newCodes, &QPushButton::clicked, this, [this] {
        m_pressed = m_newCodes;
        m_twoStep.newCodes();
    });
    connect(m_copy, &QPushButton::clicked, this, [this] {
        if (const auto *setup = std::get_if<twostep::SettingUp>(&m_twoStep.state()))
            copySecret(setup->secret.secret);
    });
    connect(m_boxes, &CodeBoxes::edited, this, [this] {
        setFieldError(*m_boxes, false);
        m_enable->setEnabled(m_boxes->isComplete());
    });
    connect(m_boxes, &CodeBoxes::completed, &m_twoStep, &TwoStep::enable);
    connect(m_enable, &QPushButton::clicked, this, [this] { m_twoStep.enable(m_boxes->text()); });
    connect(m_cancel, &QPushButton::clicked, &m_twoStep, &TwoStep::leave);
    connect(&m_twoStep, &TwoStep::stateChanged, this, &TwoStepCard::render);
}

/// What was begun is over.
void TwoStepCard::returnFocus()
{
    QPushButton *pressed = std::exchange(m_pressed, nullptr);
    if (pressed && isVisible())
        (pressed->isHidden() ? m_switch : pressed)->setFocus(Qt::OtherFocusReason);
}

void TwoStepCard::press()
{
    m_pressed = m_switch;
    if (std::holds_alternative<twostep::Failed>(m_twoStep.state()))
        return m_twoStep.refresh();
    const auto *known = std::get_if<twostep::Known>(&m_twoStep.state());
    if (known && known->summary.twoStep)
        askAndDisable();
    else
        m_twoStep.setUp();
}

/// The keys may stand on this button after another gesture, and a proof given for that one still holds.
void TwoStepCard::askAndDisable()
{
    auto *question = new Question(
        u"disableTwoStep"_s,
        {tr("Turn two-step sign-in off?"),
         tr("The password alone will be enough to sign in. The app's codes and the recovery codes will end."),
         tr("Turn off")},
        this);
    connect(question, &QDialog::accepted, &m_twoStep, &TwoStep::disable);
    question->open();
}

void TwoStepCard::render()
{
    const auto &state = m_twoStep.state();
    const auto *known = std::get_if<twostep::Known>(&state);
    const auto *setup = std::get_if<twostep::SettingUp>(&state);
    const auto *failed = std::get_if<twostep::Failed>(&state);
    m_strip->hide();
    m_setup->setVisible(setup);
    m_switch->setVisible(known || failed);
    m_newCodes->setVisible(known && known->summary.twoStep);
    if (known)
        return renderKnown(*known);
    if (setup)
        return renderSetup(*setup);
    const bool showing = std::holds_alternative<twostep::ShowingCodes>(state);
    m_state->setText(showing ? tr("On") : failed ? QString() : tr("Reading…"));
    m_state->setTone(showing ? Tone::Success : Tone::Secondary);
    if (!failed)
        return;
    m_switch->setText(tr("Try again"));
    m_strip->setMessage(Tone::Error, errorText(failed->error));
    m_strip->show();
}

void TwoStepCard::renderKnown(const twostep::Known &known)
{
    const auto &summary = known.summary;
    m_state->setText(
        summary.twoStep ? tr("On, %n recovery codes left", nullptr, summary.recoveryCodesLeft) : tr("Off"));
    m_state->setTone(summary.twoStep ? Tone::Success : Tone::Secondary);
    m_switch->setText(summary.twoStep ? tr("Turn off") : tr("Set up"));
    setButtonLook(*m_switch, summary.twoStep ? ButtonLook::Secondary : ButtonLook::Primary);
    m_switch->setBusy(known.working);
    m_switch->setEnabled(!known.working);
    m_newCodes->setEnabled(!known.working);
    m_boxes->clear();
    const bool few = summary.twoStep && summary.recoveryCodesLeft <= TwoStep::fewCodes;
    if (known.error && known.error->code == code::ticketGone)
        m_strip->setMessage(
            Tone::Warning, tr("It is on already. If you have not seen the recovery codes, make new ones."));
    else if (known.error)
        m_strip->setMessage(Tone::Error, errorText(*known.error));
    else if (few)
        m_strip->setMessage(
            Tone::Warning,
            tr("%n recovery codes are left. Make new ones before they are used up.", nullptr,
               summary.recoveryCodesLeft));
    m_strip->setVisible(known.error || few);
    if (!known.working)
        returnFocus();
}

void TwoStepCard::renderSetup(const twostep::SettingUp &setup)
{
    m_state->setText(tr("Being set up"));
    m_state->setTone(Tone::Warning);
    if (std::exchange(m_drawn, setup.secret.uri) != setup.secret.uri) {
        const auto code = QrCode::fromText(setup.secret.uri);
        m_code->setCode(code ? std::optional(*code) : std::nullopt);
        const int side = m_code->cardSide(codeSide); // larger for a long name: never less than a camera reads
        m_code->setFixedSize(side, side);
        m_code->setLook(code ? QrView::Look::Code : QrView::Look::Empty);
        m_boxes->clear();
        m_boxes->setFocus();
    }
    m_secret->setText(inGroups(setup.secret.secret));
    m_secret->setAccessibleDescription(spelled(setup.secret.secret));
    if (setup.error)
        m_boxes->clear();
    m_boxes->setReadOnly(setup.checking);
    setFieldError(*m_boxes, setup.error.has_value());
    m_enable->setBusy(setup.checking);
    m_enable->setEnabled(!setup.checking && m_boxes->isComplete());
    if (!setup.error)
        return;
    const bool tooOld = setup.error->code == code::ticketGone;
    m_strip->setMessage(
        Tone::Error, tooOld ? tr("This took too long. Cancel and begin again.") : errorText(*setup.error));
    m_strip->show();
}

void TwoStepCard::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Card::changeEvent(event);
}

void TwoStepCard::retranslate()
{
    m_title->setText(tr("Two-step sign-in"));
    m_explanation->setText(tr("After the password or the QR code a code of your phone is needed."));
    m_newCodes->setText(tr("New recovery codes…"));
    m_scan->setText(tr("1. Scan this with an app for one-time codes."));
    m_manual->setText(tr("It does not scan? Type the key by hand:"));
    m_copy->setText(tr("Copy"));
    m_copy->setToolTip(tr("The clipboard is emptied after 30 seconds."));
    m_enter->setText(tr("2. Enter the six digits that the app shows."));
    m_boxes->setAccessibleName(tr("Code of the app"));
    m_code->setAccessibleName(tr("QR code for the app; the key beside it says the same"));
    m_enable->setText(tr("Turn on"));
    m_cancel->setText(tr("Cancel"));
    render();
}

} // namespace passport
