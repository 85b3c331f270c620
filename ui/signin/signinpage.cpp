// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/signin/signinpage.h"

#include "protocol/errorcodes.h"
#include "ui/errortext.h"
#include "ui/icons.h"
#include "ui/statetext.h"
#include "ui/widgets/accessibility.h"
#include "ui/widgets/busybutton.h"
#include "ui/widgets/card.h"
#include "ui/widgets/details.h"
#include "ui/widgets/iconlabel.h"
#include "ui/widgets/label.h"
#include "ui/widgets/messagestrip.h"
#include "ui/widgets/passwordfield.h"
#include "ui/widgets/rememberchoice.h"

#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace passport {

SignInPage::SignInPage(QWidget *parent)
    : QWidget(parent)
{
    make();
    layOut();
    connectGestures();
    renderWords();
    render(m_state);
}

void SignInPage::make()
{
    m_loginLabel = new Label(TextRole::Caption, Tone::Secondary);
    m_login = new QLineEdit;
    m_passwordLabel = new Label(TextRole::Caption, Tone::Secondary);
    m_password = new PasswordField;
    m_capsIcon = new IconLabel("keyboard"_L1, Tone::Warning, measure::smallIcon);
    m_caps = new Label(TextRole::Caption, Tone::Warning);
    m_error = wrappedLabel(TextRole::Caption, Tone::Error);
    m_remember = new RememberChoice(u"remember"_s);
    m_notice = new MessageStrip;
    m_noServer = new MessageStrip;
    m_strip = new MessageStrip;
    m_signIn = new BusyButton;
    m_or = new Label(TextRole::Caption, Tone::Secondary);
    m_qr = new QPushButton;
    m_browser = new QPushButton;

    m_login->setObjectName(u"login"_s);
    m_password->setObjectName(u"password"_s);
    m_signIn->setObjectName(u"signIn"_s);
    m_qr->setObjectName(u"qrSignIn"_s);
    m_browser->setObjectName(u"browserSignIn"_s);
    m_error->setObjectName(u"signInError"_s);
    m_notice->setObjectName(u"signInNotice"_s);
    m_noServer->setObjectName(u"noServer"_s);
    m_strip->setObjectName(u"signInStrip"_s);
    m_loginLabel->setBuddy(m_login);
    m_passwordLabel->setBuddy(m_password);
    m_login->setInputMethodHints(Qt::ImhEmailCharactersOnly | Qt::ImhNoAutoUppercase | Qt::ImhNoPredictiveText);
    m_qr->setIcon(lineIcon("qr"_L1));
    m_browser->setIcon(lineIcon("globe"_L1));
    setButtonLook(*m_signIn, ButtonLook::Primary);
    m_seconds.setInterval(std::chrono::seconds(1));
    for (QWidget *hidden :
         {static_cast<QWidget *>(m_capsIcon), static_cast<QWidget *>(m_caps), static_cast<QWidget *>(m_notice),
          static_cast<QWidget *>(m_noServer), static_cast<QWidget *>(m_strip), static_cast<QWidget *>(m_browser)})
        hidden->hide();
}

QWidget *SignInPage::form()
{
    auto *passwordHead = new QHBoxLayout;
    passwordHead->setSpacing(measure::half);
    passwordHead->addWidget(m_passwordLabel);
    passwordHead->addStretch();
    passwordHead->addWidget(m_capsIcon);
    passwordHead->addWidget(m_caps);

    m_errorLine = new QWidget;
    auto *errorLine = new QHBoxLayout(m_errorLine);
    errorLine->setContentsMargins(0, measure::step, 0, 0);
    errorLine->setSpacing(measure::half);
    errorLine->addWidget(new IconLabel("alert"_L1, Tone::Error, measure::smallIcon), 0, Qt::AlignTop);
    errorLine->addWidget(m_error, 1);

    auto *form = new QWidget;
    auto *column = new QVBoxLayout(form);
    column->setContentsMargins({});
    column->setSpacing(measure::half);
    column->addWidget(m_loginLabel);
    column->addWidget(m_login);
    column->addSpacing(measure::between);
    column->addLayout(passwordHead);
    column->addWidget(m_password);
    column->addWidget(m_errorLine);
    column->addSpacing(measure::step);
    column->addWidget(m_remember);
    column->addSpacing(measure::step);
    column->addWidget(m_strip);
    column->addSpacing(measure::half);
    column->addWidget(m_signIn);
    return form;
}

QWidget *SignInPage::otherWays()
{
    auto *divider = new QHBoxLayout;
    divider->setSpacing(measure::between);
    divider->addWidget(new Separator, 1);
    divider->addWidget(m_or);
    divider->addWidget(new Separator, 1);

    auto *ways = new QWidget;
    auto *column = new QVBoxLayout(ways);
    column->setContentsMargins({});
    column->setSpacing(measure::step);
    column->addLayout(divider);
    column->addSpacing(measure::step);
    column->addWidget(m_qr);
    column->addWidget(m_browser);
    return ways;
}

void SignInPage::layOut()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(measure::group);
    column->addWidget(m_notice);
    column->addWidget(m_noServer);
    column->addWidget(form());
    column->addWidget(otherWays());
    chainFocus({m_login, m_password, m_password->eye(), m_remember->box(), m_signIn, m_qr, m_browser});
}

void SignInPage::connectGestures()
{
    connect(m_login, &QLineEdit::textEdited, this, &SignInPage::fieldEdited);
    connect(m_password, &QLineEdit::textEdited, this, &SignInPage::fieldEdited);
    connect(m_login, &QLineEdit::returnPressed, this, &SignInPage::press);
    connect(m_password, &QLineEdit::returnPressed, this, &SignInPage::press);
    connect(m_signIn, &QPushButton::clicked, this, &SignInPage::press);
    connect(m_qr, &QPushButton::clicked, this, &SignInPage::qrAsked);
    connect(m_browser, &QPushButton::clicked, this, &SignInPage::browserAsked);
    connect(m_noServer, &MessageStrip::firstPressed, this, &SignInPage::serverAsked);
    connect(m_strip, &MessageStrip::firstPressed, this, &SignInPage::stripPressed);
    connect(&m_seconds, &QTimer::timeout, this, &SignInPage::renderButton);
    connect(m_password, &PasswordField::capsLockChanged, this, [this](bool on) {
        m_capsIcon->setVisible(on);
        m_caps->setVisible(on);
        if (on)
            announce(*m_caps, m_caps->text());
    });
}

void SignInPage::render(const signin::State &state)
{
    const bool answered = isChecking() && std::holds_alternative<signin::Editing>(state);
    m_state = state;
    m_missing.clear();
    m_edited = false;
    m_login->setReadOnly(isChecking());
    m_password->setReadOnly(isChecking());
    m_remember->setReadOnly(isChecking());
    if (answered && error() != nullptr && error()->code == code::wrongCredentials) {
        m_password->clear();
        m_password->setFocus(Qt::OtherFocusReason);
    } // any other failure is not the password's: it stays for the next try
    if (std::holds_alternative<signin::Finished>(state))
        m_password->clear();
    renderError();
    renderButton();
}

const Error *SignInPage::error() const
{
    const auto *editing = std::get_if<signin::Editing>(&m_state);
    return editing != nullptr && editing->error ? &*editing->error : nullptr;
}

int SignInPage::answerHeight(int width) const
{
    int height = 0;
    for (const QWidget *words : {m_errorLine, static_cast<QWidget *>(m_strip)}) {
        if (!words->isHidden())
            height += words->heightForWidth(width) + measure::half; // with the column's spacing
    }
    return height;
}

std::chrono::seconds SignInPage::busyFor() const
{
    const auto *editing = std::get_if<signin::Editing>(&m_state);
    if (editing == nullptr || !editing->busyUntil || editing->busyUntil->hasExpired())
        return {};
    return secondsLeft(*editing->busyUntil);
}

void SignInPage::renderError()
{
    const Error *failure = error();
    const bool wrong = failure != nullptr && failure->code == code::wrongCredentials;
    const bool stillWrong = wrong && !m_edited;
    const QString line = !m_missing.isEmpty() ? m_missing : (stillWrong ? errorText(*failure) : QString());
    const bool fresh = m_error->text() != line || stillWrong;
    setFieldError(*m_login, stillWrong);
    setFieldError(*m_password, stillWrong);
    m_error->setText(line);
    m_errorLine->setVisible(!line.isEmpty());
    m_login->setAccessibleDescription(line);
    m_password->setAccessibleDescription(line);
    if (fresh)
        announce(*m_error, line);
    if (failure != nullptr && !wrong)
        renderFailure(*failure);
    m_strip->setVisible(failure != nullptr && !wrong);
}

void SignInPage::renderFailure(const Error &failure)
{
    QString button;
    if (failure.kind == Error::Kind::ProxyAuth)
        button = tr("Enter");
    else if (!errorDetails(failure).isEmpty())
        button = tr("Details");
    const Tone tone = failure.kind == Error::Kind::Busy ? Tone::Warning : Tone::Error;
    // How long to wait is counted down in the button below; a figure that stands still would contradict it.
    const auto &editing = std::get<signin::Editing>(m_state);
    m_strip->setMessage(tone, editing.busyUntil ? errorWords(failure).title + u'.' : errorText(failure), button);
}

void SignInPage::renderButton()
{
    const std::chrono::seconds wait = busyFor();
    if (wait.count() > 0)
        m_seconds.start();
    else
        m_seconds.stop();
    m_signIn->setBusy(isChecking());
    if (isChecking())
        m_signIn->setText(tr("Cancel"));
    else if (wait.count() > 0)
        m_signIn->setText(tr("Wait %1").arg(shownTime(wait)));
    else
        m_signIn->setText(tr("&Sign in"));
    const bool editing = std::holds_alternative<signin::Editing>(m_state);
    m_signIn->setEnabled(m_serverKnown && (isChecking() || (editing && wait.count() == 0)));
    m_qr->setEnabled(m_serverKnown && editing && m_qrAllowed);
    const QString refusal = m_qrAllowed ? QString() : tr("QR sign-in is turned off by your administrator");
    m_qr->setToolTip(refusal);
    m_qr->setAccessibleDescription(refusal);
    m_browser->setEnabled(m_serverKnown && editing);
}

void SignInPage::renderWords()
{
    m_loginLabel->setText(tr("&Phone or e-mail"));
    m_login->setPlaceholderText(tr("+1 202 555-0100 or name@company.com"));
    m_login->setAccessibleName(tr("Phone or e-mail"));
    m_passwordLabel->setText(tr("Pass&word"));
    m_password->setAccessibleName(tr("Password"));
    m_caps->setText(tr("Caps Lock is on"));
    m_noServer->setMessage(Tone::Accent, tr("No Passport server is chosen yet."), tr("Choose…"));
    m_or->setText(tr("or"));
    m_qr->setText(tr("Sign in with a &QR code"));
    m_browser->setText(tr("With the &browser"));
}

void SignInPage::press()
{
    if (isChecking()) {
        Q_EMIT cancelAsked();
        return;
    }
    if (!m_signIn->isEnabled())
        return;
    QLineEdit *empty = m_login->text().trimmed().isEmpty() ? m_login : nullptr;
    if (empty == nullptr && m_password->text().isEmpty())
        empty = m_password;
    if (empty != nullptr) {
        m_missing = empty == m_login ? tr("Enter your phone number or e-mail address.") : tr("Enter your password.");
        renderError();
        empty->setFocus(Qt::OtherFocusReason);
        return;
    }
    Q_EMIT signInAsked(m_login->text().trimmed(), m_password->text(), m_remember->isChecked());
}

void SignInPage::fieldEdited()
{
    m_edited = true;
    m_missing.clear();
    renderError();
}

void SignInPage::stripPressed()
{
    if (const Error *failure = error(); failure != nullptr) {
        if (failure->kind == Error::Kind::ProxyAuth)
            Q_EMIT proxyAsked();
        else
            showDetails(*this, errorWords(*failure).title, errorDetails(*failure));
    }
}

void SignInPage::setLogin(const QString &login)
{
    m_login->setText(login);
}

void SignInPage::setRemember(bool remember)
{
    m_remember->setChecked(remember);
}

QString SignInPage::login() const
{
    return m_login->text().trimmed();
}

void SignInPage::setRememberLocked(bool locked)
{
    m_remember->setLocked(locked);
}

bool SignInPage::remember() const
{
    return m_remember->isChecked();
}

void SignInPage::setServerKnown(bool known)
{
    m_serverKnown = known;
    m_noServer->setVisible(!known);
    renderButton();
}

void SignInPage::setQrAllowed(bool allowed)
{
    m_qrAllowed = allowed;
    renderButton();
}

void SignInPage::setBrowserOffered(bool offered)
{
    m_browser->setVisible(offered);
}

void SignInPage::setNotice(Tone tone, const QString &text)
{
    m_notice->setMessage(tone, text);
    m_notice->setVisible(!text.isEmpty());
}

void SignInPage::focusFirst()
{
    (m_login->text().isEmpty() ? m_login : static_cast<QLineEdit *>(m_password))->setFocus(Qt::OtherFocusReason);
}

void SignInPage::keyPressEvent(QKeyEvent *event)
{
    // Fields say themselves that Enter was pressed in them; the tick does not take it (EnterKey).
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && m_remember->box()->hasFocus())
        press();
    else
        QWidget::keyPressEvent(event);
}

void SignInPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    renderWords();
    renderError();
    renderButton();
}

} // namespace passport
