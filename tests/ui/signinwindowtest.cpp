// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "openedsigninwindow.h"
#include "support/examplestates.h"
#include "support/stricttest.h"
#include "support/windowcheck.h"

#include "client/clientcodes.h"
#include "protocol/errorcodes.h"
#include "ui/appearance.h"
#include "ui/language.h"
#include "ui/signin/sessionpage.h"
#include "ui/widgets/messagestrip.h"

#include <QLabel>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace passport;

/// The first window in all its states, and what a person does in it.
class SignInWindowTest : public StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void everyStateIsWhole_data();
    void everyStateIsWhole();
    void russianSaysSomethingElse();
    void focusGoesThroughTheForm();
    void enterSignsIn();
    void whatIsMissingIsSaid();
    void wrongCredentialsAreOneText();
    void otherFailuresKeepThePassword();
    void answersLeaveTheButtonWhereItIs();
    void checkingCanBeCancelled();
    void waitsAfterTooMany();
    void rememberedLoginLeavesThePassword();
    void keyringPageOffersTheSession();
};

void SignInWindowTest::everyStateIsWhole_data()
{
    QTest::addColumn<bool>("dark");
    QTest::addColumn<QString>("language");
    for (const bool dark : {false, true}) {
        for (const QString &language : Language::available())
            QTest::addRow("%s %s", dark ? "dark" : "light", qPrintable(language)) << dark << language;
    }
}

void SignInWindowTest::everyStateIsWhole()
{
    QFETCH(const bool, dark);
    QFETCH(const QString, language);
    const Appearance appearance(dark ? Theme::Dark : Theme::Light);
    Language texts;
    texts.use(language);
    OpenedSignInWindow opened;
    for (const auto &example : examples::signInStates()) {
        opened.window.render(signin::Checking{});
        opened.window.render(example.state);
        QVERIFY(QTest::qWaitForWindowExposed(&opened.window, waitLimit));
        const QStringList problems = windowcheck::problems(opened.window);
        QVERIFY2(problems.isEmpty(), qPrintable(example.name + u": "_s + problems.join(u"; "_s)));
    }
    for (const auto &example : examples::sessionStates()) {
        SessionPage page;
        page.render(example.state);
        page.resize(420, 560);
        page.show();
        const QStringList problems = windowcheck::problems(page);
        QVERIFY2(problems.isEmpty(), qPrintable(example.name + u": "_s + problems.join(u"; "_s)));
    }
}

void SignInWindowTest::russianSaysSomethingElse()
{
    // The language changes while the window is open; every sentence follows.
    Language texts;
    texts.use(u"en"_s);
    OpenedSignInWindow opened;
    for (const auto &example : examples::signInStates()) {
        opened.window.render(example.state);
        const QStringList english = windowcheck::visibleTexts(opened.window);
        texts.use(u"ru"_s);
        QCoreApplication::sendPostedEvents(); // Qt tells the windows of a new language by posting
        const QStringList russian = windowcheck::visibleTexts(opened.window);
        QCOMPARE(russian.size(), english.size());
        for (int i = 0; i < english.size(); ++i) {
            const bool name = english.at(i).contains(u'@') || english.at(i).size() <= 2;
            QVERIFY2(name || english.at(i) != russian.at(i), qPrintable(english.at(i)));
        }
        texts.use(u"en"_s);
        QCoreApplication::sendPostedEvents();
    }
}

void SignInWindowTest::focusGoesThroughTheForm()
{
    OpenedSignInWindow opened;
    QTRY_VERIFY(opened.login->hasFocus());
    const QStringList order = windowcheck::focusOrder(opened.window);
    QCOMPARE(
        order,
        (QStringList{
            u"login"_s, u"password"_s, u"passwordEye"_s, u"remember"_s, u"signIn"_s, u"qrSignIn"_s, u"server"_s,
            u"proxy"_s}));
}

void SignInWindowTest::enterSignsIn()
{
    OpenedSignInWindow opened;
    QSignalSpy asked(&opened.window.page(), &SignInPage::signInAsked);
    opened.type(u" anna@example.test "_s, u" pass word "_s);
    QTest::keyClick(opened.password, Qt::Key_Return);
    QCOMPARE(asked.count(), 1);
    QCOMPARE(asked.first().at(0).toString(), u"anna@example.test"_s);
    QCOMPARE(asked.first().at(1).toString(), u" pass word "_s); // spaces belong to a password
    QCOMPARE(asked.first().at(2).toBool(), false);
    QSignalSpy qr(&opened.window, &SignInWindow::qrAsked);
    QTest::mouseClick(opened.qr, Qt::LeftButton);
    QCOMPARE(qr.count(), 1);
}

void SignInWindowTest::whatIsMissingIsSaid()
{
    OpenedSignInWindow opened;
    QSignalSpy asked(&opened.window.page(), &SignInPage::signInAsked);
    auto *line = part<QLabel>(opened.window, u"signInError");
    QTest::mouseClick(opened.signIn, Qt::LeftButton);
    QVERIFY(line->isVisible());
    QTRY_VERIFY(opened.login->hasFocus());
    QTest::keyClicks(opened.login, u"anna@example.test"_s);
    QVERIFY(!line->isVisible());
    QTest::keyClick(opened.login, Qt::Key_Return);
    QTRY_VERIFY(opened.password->hasFocus());
    QCOMPARE(asked.count(), 0);
}

void SignInWindowTest::wrongCredentialsAreOneText()
{
    OpenedSignInWindow opened;
    opened.type(u"anna@example.test"_s, u"wrong"_s);
    opened.window.render(signin::Checking{});
    opened.window.render(signin::Editing{.error = Error::ofCode(code::wrongCredentials), .busyUntil = {}});
    auto *line = part<QLabel>(opened.window, u"signInError");
    QVERIFY(line->isVisible());
    QVERIFY(hasFieldError(opened.login) && hasFieldError(opened.password));
    QCOMPARE(opened.login->text(), u"anna@example.test"_s);
    QVERIFY(opened.password->text().isEmpty());
    QTRY_VERIFY(opened.password->hasFocus());
    QCOMPARE(opened.password->accessibleDescription(), line->text());
    // Nothing is known of what is typed now.
    QTest::keyClicks(opened.password, u"x"_s);
    QVERIFY(!hasFieldError(opened.login) && !hasFieldError(opened.password));
    QVERIFY(!line->isVisible());
    QVERIFY(opened.password->accessibleDescription().isEmpty());
}

void SignInWindowTest::otherFailuresKeepThePassword()
{
    OpenedSignInWindow opened;
    opened.type(u"anna@example.test"_s, u"secret"_s);
    opened.window.render(signin::Checking{});
    opened.window.render(signin::Editing{
        .error = Error{.kind = Error::Kind::Offline, .code = {}, .detail = {}, .details = {}}, .busyUntil = {}});
    QCOMPARE(opened.password->text(), u"secret"_s);
    QVERIFY(part<QWidget>(opened.window, u"signInStrip")->isVisible());
    QVERIFY(opened.signIn->isEnabled());
}

void SignInWindowTest::answersLeaveTheButtonWhereItIs() // the pointer is on it
{
    OpenedSignInWindow opened;
    QVERIFY(QTest::qWaitForWindowExposed(&opened.window, waitLimit));
    const auto place = [&opened] { return opened.signIn->mapTo(&opened.window, QPoint()).y(); };
    opened.window.render(signin::Checking{});
    const auto head = [&opened] { return opened.login->mapTo(&opened.window, QPoint()).y(); };
    QTRY_VERIFY(head() > 100);
    QTRY_VERIFY(
        opened.qr->mapTo(&opened.window, QPoint()).y() < opened.window.height() * 3 / 4); // twice as much is below it
    const int before = place();
    for (const auto &example : examples::signInStates()) {
        if (example.name != u"unreachable" && example.name != u"wrong_credentials")
            continue;
        const int fields = head();
        opened.window.render(example.state);
        QTRY_VERIFY2(head() < fields, qPrintable(example.name)); // the words have come
        QTRY_COMPARE(place(), before);
        opened.window.render(signin::Editing{});
        QTRY_COMPARE(head(), fields);
    }
}

void SignInWindowTest::checkingCanBeCancelled()
{
    OpenedSignInWindow opened;
    opened.type(u"anna@example.test"_s, u"secret"_s);
    opened.window.render(signin::Checking{});
    QVERIFY(opened.signIn->isEnabled());
    QVERIFY(opened.login->isReadOnly() && opened.password->isReadOnly());
    QVERIFY(!opened.qr->isEnabled());
    QSignalSpy cancelled(&opened.window.page(), &SignInPage::cancelAsked);
    QSignalSpy asked(&opened.window.page(), &SignInPage::signInAsked);
    QTest::mouseClick(opened.signIn, Qt::LeftButton);
    QCOMPARE(cancelled.count(), 1);
    QCOMPARE(asked.count(), 0);
}

void SignInWindowTest::waitsAfterTooMany()
{
    OpenedSignInWindow opened;
    opened.type(u"anna@example.test"_s, u"secret"_s);
    Error error = Error::ofCode(code::tooMany);
    error.retryAfter = 90s;
    opened.window.render(signin::Editing{.error = error, .busyUntil = QDeadlineTimer(90s)});
    QVERIFY(!opened.signIn->isEnabled());
    const QRegularExpression wait(u"^Wait 1:[23]\\d$"_s); // 1:30, on a machine that has time
    QVERIFY2(wait.match(opened.signIn->text()).hasMatch(), qPrintable(opened.signIn->text()));
    // Beside a figure that counts none may stand still.
    QCOMPARE(part<MessageStrip>(opened.window, u"signInStrip")->text(), u"Too many attempts."_s);
    QSignalSpy asked(&opened.window.page(), &SignInPage::signInAsked);
    QTest::keyClick(opened.login, Qt::Key_Return);
    QCOMPARE(asked.count(), 0);
    // It opens by itself when the time is over.
    opened.window.render(signin::Editing{.error = error, .busyUntil = QDeadlineTimer(2s)});
    QTRY_VERIFY(opened.signIn->isEnabled());
}

void SignInWindowTest::rememberedLoginLeavesThePassword()
{
    SignInWindow window;
    window.page().setLogin(u"anna@example.test"_s);
    window.show();
    window.activateWindow();
    QTRY_VERIFY(part<PasswordField>(window, u"password")->hasFocus());
}

void SignInWindowTest::keyringPageOffersTheSession()
{
    SessionPage page;
    QSignalSpy retry(&page, &SessionPage::retryAsked);
    QSignalSpy without(&page, &SessionPage::withoutKeychainAsked);
    page.render(session::RestoreBlocked{
        .error = {.kind = Error::Kind::KeychainUnavailable, .code = code::keyringLocked, .detail = {}, .details = {}}});
    page.show();
    QTest::mouseClick(part<QPushButton>(page, u"stateFirst"), Qt::LeftButton);
    QTest::mouseClick(part<QPushButton>(page, u"stateSecond"), Qt::LeftButton);
    QCOMPARE(retry.count(), 1);
    QCOMPARE(without.count(), 1);
}

QTEST_MAIN(SignInWindowTest)
#include "signinwindowtest.moc"
