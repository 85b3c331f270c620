// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "openedsigninwindow.h"
#include "support/stricttest.h"

#include "ui/appearance.h"
#include "ui/signin/sessionpage.h"

#include <QCheckBox>
#include <QDialog>
#include <QLabel>
#include <QSignalSpy>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace passport;

/// The keys of the first window, and what stands around its form: the server, and what is promised.
class SignInGesturesTest : public StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void enterPressesWhatHasTheFocus();
    void aTickByItsLetterCountsForTheEnterThatFollows();
    void nobodySignsInWithoutAServer();
    void footerShowsWhatThereIsRoomFor();
    void onlyWhatIsRepeatedSaysSo();
};

void SignInGesturesTest::enterPressesWhatHasTheFocus()
{
    const Appearance appearance(Theme::Light);
    OpenedSignInWindow opened;
    QTRY_VERIFY(opened.login->hasFocus());
    opened.type(u"anna@example.test"_s, u"secret"_s);
    QSignalSpy asked(&opened.window.page(), &SignInPage::signInAsked);
    QSignalSpy qr(&opened.window, &SignInWindow::qrAsked);
    auto *remember = part<QCheckBox>(opened.window, u"remember");
    remember->setFocus(Qt::TabFocusReason);
    QTest::keyClick(remember, Qt::Key_Return); // a tick belongs to its form
    QCOMPARE(asked.count(), 1);
    QVERIFY(!remember->isChecked());
    opened.qr->setFocus(Qt::TabFocusReason);
    QTest::keyClick(opened.qr, Qt::Key_Return);
    QCOMPARE(qr.count(), 1);
    opened.signIn->setFocus(Qt::TabFocusReason);
    QTest::keyClick(opened.signIn, Qt::Key_Enter);
    QCOMPARE(asked.count(), 2);
    auto *eye = part<QToolButton>(opened.window, u"passwordEye");
    eye->setFocus(Qt::TabFocusReason);
    QTest::keyClick(eye, Qt::Key_Return);
    QVERIFY(eye->isChecked());
    QCOMPARE(asked.count(), 2);
    QCOMPARE(qr.count(), 1);
    QTest::keyClicks(eye, u"abc"_s); // meant for nobody
    QCOMPARE(part<QLineEdit>(opened.window, u"password")->text(), u"secret"_s);
}

void SignInGesturesTest::aTickByItsLetterCountsForTheEnterThatFollows()
{
    const Appearance appearance(Theme::Light);
    OpenedSignInWindow opened;
    QTRY_VERIFY(opened.login->hasFocus());
    opened.type(u"anna@example.test"_s, u"secret"_s);
    QSignalSpy asked(&opened.window.page(), &SignInPage::signInAsked);
    auto *remember = part<QCheckBox>(opened.window, u"remember");
    const QKeySequence letter = QKeySequence::mnemonic(remember->text());
    QVERIFY(!letter.isEmpty());
    QTest::keySequence(&opened.window, letter);
    QTest::keyClick(remember, Qt::Key_Return);
    QCOMPARE(asked.count(), 1);
    QCOMPARE(asked.first().at(2).toBool(), true);
    QVERIFY(remember->isChecked());
}

void SignInGesturesTest::nobodySignsInWithoutAServer()
{
    OpenedSignInWindow opened;
    opened.window.setServer({});
    QVERIFY(!opened.signIn->isEnabled());
    QVERIFY(!opened.qr->isEnabled());
    // Why, and what to do about it.
    auto *notice = part<QWidget>(opened.window, u"noServer");
    QVERIFY(notice->isVisible());
    QTest::mouseClick(part<QPushButton>(*notice, u"stripFirst"), Qt::LeftButton);
    auto *dialog = opened.window.findChild<QDialog *>(u"serverDialog"_s);
    QVERIFY(dialog && dialog->isVisible());
    dialog->reject();
    opened.window.setServer(QUrl(u"http://127.0.0.1:8080"_s));
    QVERIFY(opened.signIn->isEnabled());
    QVERIFY(opened.qr->isEnabled());
    QVERIFY(!notice->isVisible());
}

void SignInGesturesTest::footerShowsWhatThereIsRoomFor()
{
    OpenedSignInWindow opened;
    const auto *server = part<QToolButton>(opened.window, u"server");
    opened.window.setServer(QUrl(u"http://127.0.0.1:8080"_s));
    QCOMPARE(server->text(), u"Server: http://127.0.0.1:8080"_s);
    const QUrl distant(u"https://a-rather-long-name-of-a-host.passport.company.example.test:8443"_s);
    opened.window.setServer(distant);
    QVERIFY(server->text() != u"Server: "_s + distant.authority());
    QVERIFY2(server->text().endsWith(u":8443"_s), qPrintable(server->text()));
    QCOMPARE(server->toolTip(), distant.toString());
    const int before = opened.window.width();
    opened.window.resize(before + 600, opened.window.height());
    QTRY_COMPARE(server->text(), u"Server: "_s + distant.authority());
    opened.window.resize(before, opened.window.height()); // what is shown does not hold the window open
    QTRY_COMPARE(opened.window.width(), before);
    QVERIFY(server->text() != u"Server: "_s + distant.authority());
}

void SignInGesturesTest::onlyWhatIsRepeatedSaysSo()
{
    SessionPage page;
    const auto *sentence = part<QLabel>(page, u"stateSentence");
    const Error why{.kind = Error::Kind::Offline, .code = {}, .detail = {}, .details = {}};
    page.render(session::LoadingFailed{.error = why, .again = true});
    QVERIFY(sentence->text().contains(u"We keep trying."_s));
    page.render(session::LoadingFailed{.error = why});
    QVERIFY(!sentence->text().contains(u"keep trying"_s));
}

QTEST_MAIN(SignInGesturesTest)
#include "signingesturestest.moc"
