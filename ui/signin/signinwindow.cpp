// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/signin/signinwindow.h"

#include "client/signin.h"
#include "protocol/overloaded.h"
#include "ui/helpdialog.h"
#include "ui/icons.h"
#include "ui/signin/lastperson.h"
#include "ui/signin/secondsteppage.h"
#include "ui/signin/signinpage.h"
#include "ui/statetext.h"
#include "ui/widgets/card.h"
#include "ui/widgets/label.h"

#include <QEvent>
#include <QKeyEvent>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace passport {

namespace {

constexpr QSize usualSize{420, 608};
constexpr QSize leastSize{420, 560};
constexpr int logoSide = 40;

} // namespace

SignInWindow::SignInWindow(QWidget *parent)
    : QWidget(parent)
    , m_first(new QWidget)
    , m_above(new QSpacerItem(0, 0, QSizePolicy::Minimum, QSizePolicy::Maximum))
    , m_name(new Label(TextRole::Title))
    , m_page(new SignInPage)
    , m_secondStep(new SecondStepPage)
    , m_stack(new QStackedWidget)
    , m_footer(new SignInFooter)
{
    setObjectName(u"signInWindow"_s);
    // Of the stack, not of the window: the layout then asks for more where a message or a large font needs it.
    m_stack->setMinimumSize(leastSize - QSize(0, measure::footer));
    resize(usualSize);
    layOut();
    connect(m_page, &SignInPage::qrAsked, this, &SignInWindow::qrAsked);
    connect(m_page, &SignInPage::browserAsked, this, &SignInWindow::browserAsked);
    connect(m_page, &SignInPage::proxyAsked, m_footer, &SignInFooter::askForProxy);
    connect(m_page, &SignInPage::serverAsked, m_footer, &SignInFooter::askForServer);
    connect(m_footer, &SignInFooter::serverChosen, this, &SignInWindow::serverChosen);
    connect(m_footer, &SignInFooter::proxyChosen, this, &SignInWindow::proxyChosen);
    connect(m_footer, &SignInFooter::languageChosen, this, &SignInWindow::languageChosen);
    offerHelp(
        *this, [this] { return m_stack->currentWidget() == m_secondStep ? HelpTopic::SecondStep : HelpTopic::SignIn; });
    renderWords();
    render(signin::Editing{});
}

void SignInWindow::layOut()
{
    auto *logo = new QLabel;
    logo->setPixmap(programIcon().pixmap(QSize(logoSide, logoSide), devicePixelRatioF()));
    auto *head = new QHBoxLayout;
    head->setSpacing(measure::between);
    head->addStretch();
    head->addWidget(logo);
    head->addWidget(m_name);
    head->addStretch();

    // The column keeps its width and stands in the middle.
    m_page->setMaximumWidth(measure::column);
    auto *middle = new QHBoxLayout;
    middle->addStretch();
    middle->addWidget(m_page, 100);
    middle->addStretch();
    auto *column = new QVBoxLayout(m_first);
    column->setContentsMargins(measure::margin, measure::step, measure::margin, measure::step);
    column->setSpacing(measure::section);
    column->addItem(m_above);
    column->addLayout(head);
    column->addLayout(middle);
    column->addStretch();

    m_first->installEventFilter(this);
    m_stack->addWidget(m_first);
    m_stack->addWidget(m_secondStep);
    auto *window = new QVBoxLayout(this);
    window->setContentsMargins({});
    window->setSpacing(0);
    window->addWidget(m_stack, 1);
    window->addWidget(new Separator);
    window->addWidget(m_footer);
}

/// Free height goes above and below the column, 1 : 2. Words about a try take theirs from above, as far as it goes: the
/// button stays under the pointer that has just pressed it.
void SignInWindow::placeColumn()
{
    QLayout &column = *m_first->layout();
    const int above = m_above->sizeHint().height();
    const int answer = m_page->answerHeight(std::min(measure::column, m_first->width() - 2 * measure::margin));
    const int whole
        = column.hasHeightForWidth() ? column.totalHeightForWidth(m_first->width()) : column.totalSizeHint().height();
    const int free = m_first->height() - (whole - above);
    const int wanted = std::clamp((free + answer) / 3 - answer, 0, std::max(0, free));
    if (wanted == above)
        return;
    m_above->changeSize(0, wanted, QSizePolicy::Minimum, QSizePolicy::Maximum);
    column.invalidate();
}

void SignInWindow::follow(SignIn &machine)
{
    m_machine = &machine;
    connect(&machine, &SignIn::stateChanged, this, [this] { render(m_machine->state()); });
    connect(m_page, &SignInPage::signInAsked, &machine, &SignIn::signIn);
    connect(m_page, &SignInPage::cancelAsked, &machine, &SignIn::reset);
    connect(m_secondStep, &SecondStepPage::submitted, &machine, &SignIn::submitCode);
    connect(m_secondStep, &SecondStepPage::smsAsked, &machine, &SignIn::sendSms);
    connect(m_secondStep, &SecondStepPage::backPressed, &machine, &SignIn::reset);
    render(machine.state());
}

void SignInWindow::render(const signin::State &state)
{
    m_page->render(state);
    const auto secondStep = [this](const SecondStepView &view) {
        const QString login = m_page->login();
        m_secondStep->setPerson(
            m_lastPerson ? m_lastPerson->called(login, m_server)
                         : ShownPerson{.name = {}, .initials = {}, .account = login, .photo = {}});
        m_secondStep->render(view);
        m_stack->setCurrentWidget(m_secondStep);
    };
    std::visit(
        overloaded{
            [this](const signin::Editing &) { m_stack->setCurrentWidget(m_first); },
            [this](const signin::Checking &) { m_stack->setCurrentWidget(m_first); },
            [&](const signin::CodeNeeded &s) {
                secondStep(
                    {.methods = s.methods,
                     .error = s.error,
                     .busyUntil = s.busyUntil,
                     .checking = false,
                     .sms = s.sms});
            },
            [&](const signin::CheckingCode &s) {
                secondStep({.methods = s.methods, .error = {}, .busyUntil = {}, .checking = true, .sms = s.sms});
            },
            [](const signin::Finished &) {}, // the session takes over; nothing moves here meanwhile
        },
        state);
    m_footer->setVisible(m_stack->currentWidget() == m_first);
}

void SignInWindow::renderEnd(const session::SignedOut &end)
{
    m_end = end;
    m_page->setNotice(Tone::Warning, signedOutText(end));
}

void SignInWindow::setServer(const QUrl &server)
{
    m_server = server;
    m_footer->setServer(server);
    m_page->setServerKnown(!server.isEmpty());
}

void SignInWindow::renderWords()
{
    setWindowTitle(tr("Bitrix24 Passport: sign-in"));
    m_name->setText(tr("Bitrix24 Passport"));
    m_page->setNotice(Tone::Warning, signedOutText(m_end));
}

void SignInWindow::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        renderWords();
}

bool SignInWindow::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Resize)
        placeColumn(); // after the layout has done its part
    return QWidget::eventFilter(watched, event);
}

void SignInWindow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_stack->currentWidget() == m_secondStep)
        Q_EMIT m_secondStep->backPressed();
    else
        QWidget::keyPressEvent(event);
}

void SignInWindow::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_stack->currentWidget() == m_first)
        m_page->focusFirst();
}

} // namespace passport
