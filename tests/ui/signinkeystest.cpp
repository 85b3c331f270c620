// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "openedqrwindow.h"
#include "openedsigninwindow.h"
#include "support/stricttest.h"
#include "support/windowcheck.h"
#include "ui/enterkey.h"
#include "ui/focusring.h"
#include "ui/qrlogin/numberpage.h"
#include "ui/signin/secondsteppage.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace passport;
using passport::windowcheck::walk;

/// The second step and the number of a QR sign-in without a mouse: where Tab goes, what Enter and Esc do, and that each
/// stop is seen.
class SignInKeysTest : public StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void secondStep();
    void secondStepAfterACode();
    void number();
    void anotherPerson();

private:
    /// Presses Tab until the part of that name has the keys.
    static void tabTo(const QWidget &window, const char16_t *name);

    EnterKey m_enterKey;
    FocusRing m_ring;
};

void SignInKeysTest::tabTo(const QWidget &window, const char16_t *name)
{
    constexpr int many = 10;
    for (int stop = 0; stop < many && window.focusWidget()->objectName() != name; ++stop)
        QTest::keyClick(window.focusWidget(), Qt::Key_Tab);
    QCOMPARE(window.focusWidget()->objectName(), QString::fromUtf16(name));
}

void SignInKeysTest::secondStep()
{
    OpenedSignInWindow opened;
    QWidget &window = opened.window;
    QTRY_VERIFY(window.isActiveWindow());
    opened.window.render(signin::CodeNeeded{SignInId(u"1"_s), {u"totp"_s, u"sms"_s, u"recovery"_s}, {}, {}, {}});
    QTRY_COMPARE(window.focusWidget()->objectName(), u"code"_s);
    QCOMPARE(walk(window), (QStringList{u"code"_s, u"useSms"_s, u"useRecovery"_s, u"back"_s}));
    tabTo(window, u"useRecovery");
    QTest::keyClick(window.focusWidget(), Qt::Key_Return);
    QCOMPARE(window.focusWidget()->objectName(), u"recoveryCode"_s);
    QTest::keyClicks(window.focusWidget(), u"8K2F-9QWE"_s);
    QCOMPARE(walk(window), (QStringList{u"recoveryCode"_s, u"continueButton"_s, u"useTotp"_s, u"useSms"_s, u"back"_s}));
    auto *page = window.findChild<SecondStepPage *>();
    QSignalSpy submitted(page, &SecondStepPage::submitted);
    QTest::keyClick(window.focusWidget(), Qt::Key_Return);
    QCOMPARE(submitted.count(), 1);
    tabTo(window, u"continueButton");
    QTest::keyClick(window.focusWidget(), Qt::Key_Return);
    QCOMPARE(submitted.count(), 2);
    QSignalSpy back(page, &SecondStepPage::backPressed);
    QTest::keyClick(window.focusWidget(), Qt::Key_Escape);
    tabTo(window, u"back");
    QTest::keyClick(window.focusWidget(), Qt::Key_Return);
    QCOMPARE(back.count(), 2);
}

void SignInKeysTest::secondStepAfterACode()
{
    OpenedQrWindow opened;
    QWidget &window = opened.window;
    QTRY_VERIFY(window.isActiveWindow());
    opened.window.render(exampleOf(u"need_otp"_s));
    QTRY_COMPARE(window.focusWidget()->objectName(), u"code"_s);
    QCOMPARE(walk(window), (QStringList{u"code"_s, u"useRecovery"_s, u"back"_s}));
    QSignalSpy back(&opened.window, &QrLoginWindow::backPressed);
    QTest::keyClick(window.focusWidget(), Qt::Key_Escape);
    QCOMPARE(back.count(), 1);
}

void SignInKeysTest::number()
{
    OpenedQrWindow opened;
    QWidget &window = opened.window;
    QTRY_VERIFY(window.isActiveWindow());
    opened.window.render(exampleOf(u"scanned"_s));
    QTRY_COMPARE(window.focusWidget()->objectName(), u"number"_s);
    QCOMPARE(walk(window), (QStringList{u"number"_s, u"notMe"_s, u"back"_s}));
    QTest::keyClicks(window.focusWidget(), u"42"_s);
    QCOMPARE(walk(window), (QStringList{u"number"_s, u"continueNumber"_s, u"notMe"_s, u"back"_s}));
    auto *page = window.findChild<NumberPage *>();
    QSignalSpy typed(page, &NumberPage::numberTyped);
    QTest::keyClick(window.focusWidget(), Qt::Key_Return);
    tabTo(window, u"continueNumber");
    QTest::keyClick(window.focusWidget(), Qt::Key_Return);
    QCOMPARE(typed.count(), 2);
    QSignalSpy notMe(page, &NumberPage::notMeAsked);
    tabTo(window, u"notMe");
    QTest::keyClick(window.focusWidget(), Qt::Key_Return);
    QCOMPARE(notMe.count(), 1);
    QSignalSpy back(&opened.window, &QrLoginWindow::backPressed);
    QTest::keyClick(window.focusWidget(), Qt::Key_Escape);
    QCOMPARE(back.count(), 1);
}

void SignInKeysTest::anotherPerson()
{
    OpenedQrWindow opened;
    QWidget &window = opened.window;
    QTRY_VERIFY(window.isActiveWindow());
    opened.window.render(exampleOf(u"scanned_replaces"_s));
    QTRY_COMPARE(window.focusWidget()->objectName(), u"continueNumber"_s);
    QCOMPARE(walk(window), (QStringList{u"continueNumber"_s, u"notMe"_s, u"back"_s}));
    QSignalSpy confirmed(window.findChild<NumberPage *>(), &NumberPage::personConfirmed);
    QTest::keyClick(window.focusWidget(), Qt::Key_Return);
    QCOMPARE(confirmed.count(), 1);
}

QTEST_MAIN(SignInKeysTest)
#include "signinkeystest.moc"
