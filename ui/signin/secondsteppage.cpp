// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/signin/secondsteppage.h"

#include "protocol/errorcodes.h"
#include "ui/errortext.h"
#include "ui/statetext.h"
#include "ui/widgets/accessibility.h"
#include "ui/widgets/busybutton.h"
#include "ui/widgets/card.h"
#include "ui/widgets/codeboxes.h"
#include "ui/widgets/label.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/personline.h"
#include "ui/widgets/resendlink.h"
#include "ui/widgets/waybutton.h"

#include <QEvent>
#include <QLineEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace passport {

namespace {

constexpr int codeDigits = 6;
constexpr int pictureSide = 40;
constexpr auto totp = "totp"_L1;
constexpr auto sms = "sms"_L1;
constexpr auto recovery = "recovery"_L1;

} // namespace

SecondStepPage::SecondStepPage(QWidget *parent)
    : QWidget(parent)
    , m_method(totp)
    , m_header(new PageHeader)
    , m_person(new PersonLine(u"secondStep"_s, pictureSide))
    , m_title(wrappedLabel(TextRole::Section))
    , m_explanation(wrappedLabel(TextRole::Body, Tone::Secondary))
    , m_boxes(new CodeBoxes(codeDigits))
    , m_recovery(new QLineEdit)
    , m_hint(wrappedLabel(TextRole::Caption, Tone::Secondary))
    , m_error(wrappedLabel(TextRole::Caption, Tone::Error))
    , m_resend(new ResendLink(u"resendSms"_s))
    , m_continue(new BusyButton)
    , m_otherWays(new Label(TextRole::Strong, Tone::Secondary))
    , m_ways(new Card)
    , m_totp(new WayButton("hash"_L1))
    , m_sms(new WayButton("msg"_L1))
    , m_recoveryWay(new WayButton("key"_L1))
{
    m_boxes->setObjectName(u"code"_s);
    m_recovery->setObjectName(u"recoveryCode"_s);
    m_continue->setObjectName(u"continueButton"_s);
    m_totp->setObjectName(u"useTotp"_s);
    m_sms->setObjectName(u"useSms"_s);
    m_recoveryWay->setObjectName(u"useRecovery"_s);
    m_explanation->setObjectName(u"codeExplanation"_s);
    m_error->setObjectName(u"codeError"_s);
    setButtonLook(*m_continue, ButtonLook::Primary);
    m_seconds.setInterval(std::chrono::seconds(1));
    m_person->hide();
    layOut();
    connectGestures();
    render(m_view);
}

void SecondStepPage::layOut()
{
    auto *ways = new QVBoxLayout(m_ways);
    ways->setContentsMargins({});
    ways->setSpacing(0);
    for (WayButton *way : {m_totp, m_sms, m_recoveryWay})
        ways->addWidget(way);

    auto *column = new QVBoxLayout;
    column->setContentsMargins(measure::margin, measure::step, measure::margin, measure::margin);
    column->setSpacing(measure::step);
    for (Label *label : {m_title, m_explanation, m_hint, m_error})
        label->setAlignment(Qt::AlignHCenter);
    column->addWidget(m_person, 0, Qt::AlignHCenter);
    column->addSpacing(measure::group);
    column->addWidget(m_title);
    column->addWidget(m_explanation);
    column->addSpacing(measure::step);
    column->addWidget(m_boxes, 0, Qt::AlignHCenter);
    column->addWidget(m_recovery);
    column->addWidget(m_error);
    column->addWidget(m_hint);
    column->addWidget(m_resend, 0, Qt::AlignHCenter);
    column->addSpacing(measure::step);
    column->addWidget(m_continue);
    column->addSpacing(measure::step);
    column->addWidget(m_otherWays);
    column->addWidget(m_ways);
    column->addStretch();

    auto *page = new QVBoxLayout(this);
    page->setContentsMargins({});
    page->setSpacing(0);
    page->addWidget(m_header);
    page->addLayout(column, 1);
    chainFocus({m_boxes, m_recovery, m_resend, m_continue, m_totp, m_sms, m_recoveryWay, m_header->backButton()});
}

void SecondStepPage::connectGestures()
{
    connect(m_header, &PageHeader::backPressed, this, &SecondStepPage::backPressed);
    connect(m_boxes, &CodeBoxes::edited, this, &SecondStepPage::codeEdited);
    connect(m_boxes, &CodeBoxes::completed, this, &SecondStepPage::submit);
    connect(m_boxes, &QLineEdit::returnPressed, this, &SecondStepPage::submit);
    connect(m_recovery, &QLineEdit::textEdited, this, &SecondStepPage::codeEdited);
    connect(m_recovery, &QLineEdit::returnPressed, this, &SecondStepPage::submit);
    connect(m_continue, &BusyButton::clicked, this, &SecondStepPage::submit);
    connect(m_totp, &WayButton::clicked, this, [this] { choose(totp); });
    connect(m_sms, &WayButton::clicked, this, &SecondStepPage::chooseSms);
    connect(m_resend, &ResendLink::clicked, this, &SecondStepPage::chooseSms);
    connect(m_recoveryWay, &WayButton::clicked, this, [this] { choose(recovery); });
    connect(&m_seconds, &QTimer::timeout, this, &SecondStepPage::renderWords);
}

void SecondStepPage::render(const SecondStepView &view)
{
    const bool failed = view.error && !m_view.error.has_value();
    const bool again = view.error && m_view.checking;
    m_view = view;
    if (!view.methods.isEmpty() && !view.methods.contains(m_method))
        m_method = view.methods.first();
    if ((failed || again) && !view.checking) {
        m_boxes->clear();
        m_recovery->clear();
        focusCode();
    }
    if (view.busyUntil)
        m_seconds.start();
    renderWays();
    renderWords();
}

void SecondStepPage::setPerson(const ShownPerson &person)
{
    m_person->setPerson(person);
    m_person->setVisible(!person.name.isEmpty() || !person.account.isEmpty());
}

void SecondStepPage::renderWays()
{
    const auto offered
        = [this](QLatin1StringView method) { return m_view.methods.contains(method) && m_method != method; };
    m_totp->setVisible(offered(totp));
    m_sms->setVisible(offered(sms));
    m_recoveryWay->setVisible(offered(recovery));
    const bool any = offered(totp) || offered(sms) || offered(recovery);
    m_ways->setVisible(any);
    m_otherWays->setVisible(any);
    m_boxes->setVisible(m_method != recovery);
    m_recovery->setVisible(m_method == recovery);
    m_resend->setVisible(m_method == sms);
}

void SecondStepPage::renderWords()
{
    m_header->setTitle(tr("Second step"));
    m_title->setText(tr("Enter the one-time code"));
    if (m_method == recovery) {
        m_explanation->setText(tr("One of the recovery codes you saved when you turned the second step on"));
        m_hint->setText(tr("Each recovery code works once."));
    } else {
        m_explanation->setText(
            m_method == sms ? smsWords() : tr("Six digits from the authenticator app on your phone"));
        m_hint->setText(tr("The whole code can be pasted: Ctrl+V"));
    }
    m_boxes->setAccessibleName(tr("One-time code"));
    m_recovery->setAccessibleName(tr("Recovery code"));
    m_totp->setWords(tr("Code from the app"), tr("Six digits, new every 30 seconds"));
    m_sms->setWords(tr("Code by SMS"), tr("To the phone number of your Passport"));
    m_recoveryWay->setWords(tr("Recovery code"), tr("One of ten that you have saved"));
    m_otherWays->setText(tr("Another way"));

    const bool waiting = m_view.busyUntil && !m_view.busyUntil->hasExpired();
    if (!waiting)
        m_seconds.stop();
    // Without a time to wait it is not the codes that were too many; when another may be sent counts down below.
    const bool tooManyMessages = m_view.error && m_view.error->code == code::tooMany && !m_view.busyUntil;
    const bool wrong = m_view.error && m_view.error->code == code::wrongCode;
    QString words = m_view.error ? errorText(*m_view.error) : QString();
    if (tooManyMessages)
        words = tr("Too many messages were asked for.");
    if (waiting)
        words = tr("Too many attempts. Wait %1.").arg(shownTime(secondsLeft(*m_view.busyUntil)));
    const bool spoken = m_error->text() == words || waiting;
    m_error->setText(words);
    m_error->setVisible(!words.isEmpty());
    m_hint->setVisible(words.isEmpty());
    setFieldError(*m_boxes, wrong);
    setFieldError(*m_recovery, wrong);
    if (!spoken)
        announce(*m_error, words);

    m_boxes->setReadOnly(!mayType());
    m_recovery->setReadOnly(!mayType());
    m_resend->render(m_view.sms.resendAt, !m_view.checking && !m_view.sms.asking);
    m_continue->setBusy(m_view.checking);
    m_continue->setText(m_view.checking ? tr("Checking…") : tr("Continue"));
    m_continue->setEnabled(isComplete() && mayType());
}

void SecondStepPage::choose(const QString &method)
{
    m_method = method;
    m_view.error.reset();
    m_boxes->clear();
    m_recovery->clear();
    renderWays();
    renderWords();
    focusCode();
}

void SecondStepPage::chooseSms()
{
    choose(sms);
    Q_EMIT smsAsked();
}

/// Where the digits are to come from, said only once it is so.
QString SecondStepPage::smsWords() const
{
    if (m_view.sms.asking)
        return tr("A message with six digits is being sent to your phone…");
    return m_view.sms.sent ? tr("Six digits from the message we have sent to your phone")
                           : tr("No message has been sent to your phone yet.");
}

QString SecondStepPage::code() const
{
    return m_method == recovery ? m_recovery->text().trimmed() : m_boxes->text();
}

bool SecondStepPage::isComplete() const
{
    return m_method == recovery ? !code().isEmpty() : m_boxes->isComplete();
}

bool SecondStepPage::mayType() const
{
    return !m_view.checking && (!m_view.busyUntil || m_view.busyUntil->hasExpired());
}

void SecondStepPage::submit()
{
    if (isComplete() && mayType())
        Q_EMIT submitted(m_method, code());
}

void SecondStepPage::codeEdited()
{
    m_view.error.reset(); // the red goes with the first new digit
    renderWords();
}

void SecondStepPage::focusCode()
{
    (m_method == recovery ? m_recovery : static_cast<QLineEdit *>(m_boxes))->setFocus(Qt::OtherFocusReason);
}

void SecondStepPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        renderWords();
}

void SecondStepPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    focusCode();
}

} // namespace passport
