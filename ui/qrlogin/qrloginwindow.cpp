// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/qrlogin/qrloginwindow.h"

#include "client/qrlogin.h"
#include "protocol/overloaded.h"
#include "ui/helpdialog.h"
#include "ui/qrlogin/numberpage.h"
#include "ui/qrlogin/qrcodepage.h"
#include "ui/signin/secondsteppage.h"
#include "ui/widgets/card.h"
#include "ui/widgets/details.h"
#include "ui/widgets/label.h"
#include "ui/widgets/linkbutton.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/personline.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLocale>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace passport {

namespace {

constexpr QSize usualSize{420, 640};

/// How well the sign-in under way is protected; hardened where there is none.
QrLevel levelOf(const qrlogin::State &state)
{
    return std::visit(
        [](const auto &s) {
            if constexpr (requires { s.level; })
                return s.level;
            else if constexpr (requires { s.scan; })
                return s.scan.level;
            else
                return QrLevel::Hardened;
        },
        state);
}

} // namespace

QrLoginWindow::QrLoginWindow(QWidget *parent)
    : QWidget(parent)
    , m_header(new PageHeader)
    , m_stack(new QStackedWidget)
    , m_codePage(new QrCodePage)
    , m_numberPage(new NumberPage)
    , m_secondStep(new SecondStepPage)
    , m_statePage(new StatePage)
    , m_otherWays(new Label(TextRole::Body, Tone::Secondary))
    , m_password(new LinkButton(u"closingPassword"_s))
{
    setObjectName(u"qrLoginWindow"_s);
    // Of the stack, not of the window: the layout then asks for more where a message or a large font needs it.
    m_stack->setMinimumSize(usualSize - QSize(0, measure::row));
    resize(usualSize);
    m_seconds.setInterval(std::chrono::seconds(1));
    layOut();
    connectGestures();
    offerHelp(
        *this, [this] { return m_stack->currentWidget() == m_secondStep ? HelpTopic::SecondStep : HelpTopic::QrCode; });

    renderWords();
    render(qrlogin::Idle{});
}

QWidget *QrLoginWindow::closing()
{
    auto *footer = new QFrame;
    footer->setBackgroundRole(QPalette::AlternateBase);
    footer->setAutoFillBackground(true);
    footer->setMinimumHeight(measure::footer);
    auto *ways = new QHBoxLayout(footer);
    ways->setContentsMargins(measure::margin, 0, measure::margin, 0);
    ways->setSpacing(measure::half + 2);
    ways->addWidget(m_otherWays);
    ways->addWidget(m_password);
    ways->addStretch();

    m_closing = new QWidget;
    auto *column = new QVBoxLayout(m_closing);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(m_statePage, 1);
    column->addWidget(new Separator);
    column->addWidget(footer);
    return m_closing;
}

void QrLoginWindow::layOut()
{
    for (QWidget *page :
         {static_cast<QWidget *>(m_codePage), static_cast<QWidget *>(m_numberPage),
          static_cast<QWidget *>(m_secondStep), closing()})
        m_stack->addWidget(page);
    auto *window = new QVBoxLayout(this);
    window->setContentsMargins({});
    window->setSpacing(0);
    window->addWidget(m_stack, 1);
    window->insertWidget(0, m_header); // above, but the last that Tab comes to
}

void QrLoginWindow::connectGestures()
{
    connect(m_header, &PageHeader::backPressed, this, &QrLoginWindow::backPressed);
    connect(m_secondStep, &SecondStepPage::backPressed, this, &QrLoginWindow::backPressed);
    connect(m_codePage, &QrCodePage::cancelAsked, this, &QrLoginWindow::backPressed);
    connect(m_numberPage, &NumberPage::cancelAsked, this, &QrLoginWindow::backPressed);
    connect(m_codePage, &QrCodePage::passwordAsked, this, &QrLoginWindow::passwordAsked);
    connect(m_codePage, &QrCodePage::browserAsked, this, &QrLoginWindow::browserAsked);
    connect(m_codePage, &QrCodePage::proxyAsked, this, &QrLoginWindow::proxyAsked);
    connect(m_codePage, &QrCodePage::enlargeAsked, this, &QrLoginWindow::toggleEnlarged);
    connect(m_password, &QPushButton::clicked, this, &QrLoginWindow::passwordAsked);
    connect(m_statePage, &StatePage::firstPressed, this, [this] { perform(m_words.first); });
    connect(m_statePage, &StatePage::secondPressed, this, [this] { perform(m_words.second); });
    connect(&m_seconds, &QTimer::timeout, this, &QrLoginWindow::tick);
}

void QrLoginWindow::follow(QrLogin &machine)
{
    m_machine = &machine;
    connect(&machine, &QrLogin::stateChanged, this, [this] {
        if (const auto &known = m_machine->capabilities()) {
            const bool russian = QLocale().language() == QLocale::Russian;
            m_codePage->setSteps(russian ? known->phoneStepsRu : known->phoneStepsEn);
            m_codePage->setBrowserOffered(known->browser);
        }
        render(m_machine->state());
    });
    connect(m_codePage, &QrCodePage::retryAsked, &machine, [this] {
        // Without an outage nobody waits for the next attempt: a new transaction.
        const auto *opening = std::get_if<qrlogin::Opening>(&m_state);
        opening != nullptr && !opening->outage ? m_machine->start() : m_machine->retryNow();
    });
    connect(m_codePage, &QrCodePage::showCodeAsked, &machine, &QrLogin::showCode);
    connect(m_codePage, &QrCodePage::rememberChanged, &machine, &QrLogin::setRemember);
    connect(m_numberPage, &NumberPage::numberTyped, &machine, &QrLogin::submitNumber);
    connect(m_numberPage, &NumberPage::personConfirmed, &machine, &QrLogin::confirmPerson);
    connect(m_numberPage, &NumberPage::notMeAsked, &machine, &QrLogin::notMe);
    connect(m_secondStep, &SecondStepPage::submitted, &machine, &QrLogin::submitCode);
    connect(m_secondStep, &SecondStepPage::smsAsked, &machine, &QrLogin::sendSms);
    m_codePage->setRemember(machine.remember());
    render(machine.state());
}

void QrLoginWindow::render(const qrlogin::State &state)
{
    m_state = state;
    if (const auto *scan = scanOf(state))
        m_secondStep->setPerson(
            {.name = scan->person.name, .initials = scan->person.initials, .account = {}, .photo = {}});
    const auto code = [this] {
        m_codePage->render(m_state);
        showPage(m_codePage);
    };
    const auto number = [this] {
        m_numberPage->render(m_state);
        showPage(m_numberPage);
    };
    std::visit(
        overloaded{
            [&](const qrlogin::Idle &) { code(); },
            [&](const qrlogin::Opening &) { code(); },
            [&](const qrlogin::Waiting &) { code(); },
            [&](const qrlogin::Paused &) { code(); },
            [&](const qrlogin::Scanned &) { number(); },
            [&](const qrlogin::SendingNumber &) { number(); },
            [&](const qrlogin::AwaitingApproval &) { number(); },
            [this](const qrlogin::CodeNeeded &) { renderSecondStep(); },
            [this](const qrlogin::CheckingCode &) { renderSecondStep(); },
            [this](const auto &closed) { renderClosing(stateWords(closed).value()); },
        },
        state);
    const auto *waiting = std::get_if<qrlogin::Waiting>(&state);
    m_header->setChip(
        levelOf(state) == QrLevel::Basic ? tr("Basic protection") : QString(),
        tr("Basic protection: this phone cannot check a number"));
    if (!m_codePage->showsCode() || waiting == nullptr)
        setEnlarged(false);
    makeRoom();
}

void QrLoginWindow::makeRoom()
{
    // A message that appears makes the window higher rather than the code smaller.
    const int needed = layout()->totalHeightForWidth(width());
    if (isVisible() && !window()->isFullScreen() && height() < needed)
        resize(width(), needed);
}

void QrLoginWindow::renderSecondStep()
{
    SecondStepView view;
    if (const auto *needed = std::get_if<qrlogin::CodeNeeded>(&m_state)) {
        view
            = {.methods = needed->step.methods,
               .error = needed->error,
               .busyUntil = needed->busyUntil,
               .checking = false,
               .sms = needed->sms};
    } else if (const auto *checking = std::get_if<qrlogin::CheckingCode>(&m_state)) {
        view
            = {.methods = checking->step.methods, .error = {}, .busyUntil = {}, .checking = true, .sms = checking->sms};
    }
    m_secondStep->render(view);
    showPage(m_secondStep);
}

void QrLoginWindow::renderClosing(const StateWords &words)
{
    m_words = words;
    m_statePage->setContent(words.content);
    showPage(m_closing);
}

void QrLoginWindow::showPage(QWidget *page)
{
    m_header->setVisible(page != m_secondStep && !m_enlarged); // that one has a head of its own
    const bool another = m_stack->currentWidget() != page;
    m_stack->setCurrentWidget(page);
    if (another)
        restFocus();
}

void QrLoginWindow::restFocus()
{
    // Where nothing waits for an answer there is no ring before the first Tab.
    const bool answerless = m_stack->currentWidget() == m_closing && m_words.content.first.isEmpty();
    if (m_stack->currentWidget() == m_codePage || answerless)
        m_stack->setFocus(Qt::OtherFocusReason);
}

void QrLoginWindow::tick()
{
    if (m_stack->currentWidget() == m_codePage)
        m_codePage->renderTime();
    else if (m_stack->currentWidget() == m_numberPage)
        m_numberPage->renderTime();
    else if (std::holds_alternative<qrlogin::TooMany>(m_state))
        render(m_state);
}

void QrLoginWindow::perform(Gesture gesture)
{
    switch (gesture) {
    case Gesture::NewCode:
        if (m_machine != nullptr)
            m_machine->start();
        return;
    case Gesture::Password:
        return Q_EMIT passwordAsked();
    case Gesture::ChangePassword:
        return Q_EMIT changePasswordAsked();
    case Gesture::Details:
        return showDetails(*this, m_words.content.title, stateDetails(m_state));
    case Gesture::Proxy:
        return Q_EMIT proxyAsked();
    case Gesture::Done:
        return Q_EMIT finishedSeen();
    case Gesture::Cancel:
        return Q_EMIT backPressed();
    case Gesture::None:
    case Gesture::Retry:
    case Gesture::WithoutKeychain:
    case Gesture::SignOut:
        return; // those of the session's page
    }
}

void QrLoginWindow::toggleEnlarged()
{
    setEnlarged(!m_enlarged && m_codePage->showsCode());
}

void QrLoginWindow::setEnlarged(bool enlarged)
{
    if (m_enlarged == enlarged)
        return;
    m_enlarged = enlarged;
    m_header->setVisible(!enlarged);
    m_codePage->setEnlarged(enlarged);
    window()->setWindowState(
        enlarged ? window()->windowState() | Qt::WindowFullScreen : window()->windowState() & ~Qt::WindowFullScreen);
}

void QrLoginWindow::renderWords()
{
    setWindowTitle(tr("QR sign-in"));
    m_header->setTitle(tr("QR sign-in"));
    m_otherWays->setText(tr("Other ways:"));
    m_password->setText(tr("password"));
}

void QrLoginWindow::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        renderWords();
        render(m_state);
    } else if (event->type() == QEvent::ActivationChange && m_machine != nullptr) {
        m_machine->setFocused(isActiveWindow());
    }
}

void QrLoginWindow::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_seconds.start();
    makeRoom();
    restFocus();
    if (m_machine == nullptr)
        return;
    m_machine->setVisible(true);
    if (std::holds_alternative<qrlogin::Idle>(m_machine->state()))
        m_machine->start();
}

void QrLoginWindow::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_seconds.stop();
    if (m_machine != nullptr)
        m_machine->setVisible(false);
}

void QrLoginWindow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_F11)
        toggleEnlarged();
    else if (event->key() == Qt::Key_Escape && m_enlarged)
        setEnlarged(false);
    else if (event->key() == Qt::Key_Escape)
        Q_EMIT backPressed();
    else
        QWidget::keyPressEvent(event);
}

} // namespace passport
