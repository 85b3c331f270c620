// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "openedqrwindow.h"
#include "qr/qrreader.h"
#include "support/stricttest.h"
#include "support/windowcheck.h"
#include "ui/qrlogin/numberpage.h"
#include "ui/qrlogin/qrcodepage.h"
#include "ui/signin/secondsteppage.h"
#include "ui/style.h"
#include "ui/widgets/codeboxes.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace passport;

/// What a person does in the live QR window.
class QrGesturesTest : public StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void numberIsTyped();
    void numberWaitsForBothDigits();
    void wrongNumberIsRedUntilTyped();
    void personIsConfirmedFirst();
    void notMeAndCancel();
    void secondStep();
    void gesturesOfTheCard_data();
    void gesturesOfTheCard();
    void gesturesOfClosingPages_data();
    void gesturesOfClosingPages();
    void enlargesAndBack();
    void escapeGoesBack();
};

void QrGesturesTest::numberIsTyped()
{
    OpenedQrWindow opened(u"scanned"_s);
    auto *number = opened.find<CodeBoxes>(u"number");
    QTRY_VERIFY(number->hasFocus());
    QSignalSpy typed(opened.window.findChild<NumberPage *>(), &NumberPage::numberTyped);
    QTest::keyClicks(number, u"42"_s);
    QCOMPARE(typed.count(), 0); // two digits are too few to be sent by themselves
    QTest::keyClick(number, Qt::Key_Return);
    QCOMPARE(typed.count(), 1);
    QCOMPARE(typed.first().first().toString(), u"42"_s);
    opened.window.render(exampleOf(u"sending_number"_s));
    QVERIFY(number->isReadOnly());
    QCOMPARE(number->text(), u"42"_s);
    QVERIFY(!opened.find<QPushButton>(u"continueNumber")->isEnabled());
    opened.window.render(exampleOf(u"awaiting_approval"_s));
    QVERIFY(!number->isVisible());
    QVERIFY(opened.find<QLabel>(u"prompt")->text().contains(u"Pixel 8"_s));
}

void QrGesturesTest::numberWaitsForBothDigits() // SR-10
{
    OpenedQrWindow opened(u"scanned"_s);
    auto *number = opened.find<CodeBoxes>(u"number");
    auto *button = opened.find<QPushButton>(u"continueNumber");
    QSignalSpy typed(opened.window.findChild<NumberPage *>(), &NumberPage::numberTyped);
    QVERIFY(!button->isEnabled());
    QTest::keyClicks(number, u"4"_s);
    QVERIFY(!button->isEnabled());
    QTest::keyClick(number, Qt::Key_Return);
    QCOMPARE(typed.count(), 0);
    QTest::keyClicks(number, u"2"_s);
    QVERIFY(button->isEnabled());
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(typed.count(), 1);
}

void QrGesturesTest::wrongNumberIsRedUntilTyped()
{
    OpenedQrWindow opened(u"scanned"_s);
    auto *number = opened.find<CodeBoxes>(u"number");
    QTest::keyClicks(number, u"42"_s);
    opened.window.render(exampleOf(u"sending_number"_s));
    opened.window.render(exampleOf(u"number_mismatch"_s));
    QVERIFY(number->text().isEmpty());
    QVERIFY(hasFieldError(number));
    QVERIFY(opened.find<QLabel>(u"numberHint")->text().startsWith(u"That number does not match. 2 attempts left"_s));
    QTest::keyClicks(number, u"1"_s);
    QVERIFY(!hasFieldError(number));
}

void QrGesturesTest::personIsConfirmedFirst() // SR-13
{
    OpenedQrWindow opened(u"scanned_replaces"_s);
    QVERIFY(!opened.find<CodeBoxes>(u"number")->isVisible());
    QVERIFY(opened.find<QLabel>(u"prompt")->text().contains(u"Борис Петров"_s));
    QSignalSpy confirmed(opened.window.findChild<NumberPage *>(), &NumberPage::personConfirmed);
    QTest::mouseClick(opened.find<QPushButton>(u"continueNumber"), Qt::LeftButton);
    QCOMPARE(confirmed.count(), 1);
}

void QrGesturesTest::notMeAndCancel()
{
    OpenedQrWindow opened(u"scanned"_s);
    auto *page = opened.window.findChild<NumberPage *>();
    QSignalSpy notMe(page, &NumberPage::notMeAsked);
    QSignalSpy back(&opened.window, &QrLoginWindow::backPressed);
    QTest::mouseClick(opened.find<QPushButton>(u"notMe"), Qt::LeftButton);
    QCOMPARE(notMe.count(), 1);
    opened.window.render(exampleOf(u"awaiting_approval"_s));
    QTest::mouseClick(opened.find<QPushButton>(u"notMe"), Qt::LeftButton);
    QCOMPARE(notMe.count(), 1);
    QCOMPARE(back.count(), 1);
}

void QrGesturesTest::secondStep()
{
    OpenedQrWindow opened(u"need_otp"_s);
    QSignalSpy submitted(opened.window.findChild<SecondStepPage *>(), &SecondStepPage::submitted);
    QTest::keyClicks(opened.find<CodeBoxes>(u"code"), u"123456"_s);
    QCOMPARE(submitted.count(), 1);
    QCOMPARE(submitted.first(), (QVariantList{u"totp"_s, u"123456"_s}));
}

void QrGesturesTest::gesturesOfTheCard_data()
{
    QTest::addColumn<QString>("state");
    QTest::addColumn<int>("retries");
    QTest::addColumn<int>("shows");
    QTest::addColumn<int>("proxies");
    QTest::addColumn<int>("cancels");
    // What the first and the second button of the card have done together.
    QTest::newRow("preparing") << u"preparing"_s << 0 << 0 << 0 << 1;
    QTest::newRow("slow") << u"preparing_slow"_s << 1 << 0 << 0 << 1;
    QTest::newRow("offline") << u"preparing_offline"_s << 1 << 0 << 1 << 0;
    QTest::newRow("paused") << u"paused"_s << 0 << 1 << 0 << 0;
    QTest::newRow("hidden") << u"paused_hidden"_s << 0 << 0 << 0 << 0;
    QTest::newRow("reconnecting") << u"reconnecting"_s << 1 << 0 << 1 << 0;
    QTest::newRow("proxy") << u"reconnecting_proxy"_s << 0 << 0 << 1 << 0;
    QTest::newRow("ready") << u"ready"_s << 0 << 0 << 0 << 0;
}

void QrGesturesTest::gesturesOfTheCard()
{
    QFETCH(const QString, state);
    OpenedQrWindow opened(state);
    QrCodePage &page = opened.window.codePage();
    QSignalSpy retries(&page, &QrCodePage::retryAsked);
    QSignalSpy shows(&page, &QrCodePage::showCodeAsked);
    QSignalSpy proxies(&page, &QrCodePage::proxyAsked);
    QSignalSpy cancels(&page, &QrCodePage::cancelAsked);
    for (auto *button : {opened.find<QPushButton>(u"coverFirst"), opened.find<QPushButton>(u"coverSecond")}) {
        if (button->isVisible())
            QTest::mouseClick(button, Qt::LeftButton);
    }
    QTEST(static_cast<int>(retries.count()), "retries");
    QTEST(static_cast<int>(shows.count()), "shows");
    QTEST(static_cast<int>(proxies.count()), "proxies");
    QTEST(static_cast<int>(cancels.count()), "cancels");
}

void QrGesturesTest::gesturesOfClosingPages_data()
{
    QTest::addColumn<QString>("state");
    QTest::addColumn<QByteArray>("signal");
    QTest::addColumn<bool>("second");
    QTest::newRow("success") << u"success"_s << QByteArray("finishedSeen") << false;
    QTest::newRow("declined") << u"declined"_s << QByteArray("changePasswordAsked") << true;
    QTest::newRow("used") << u"used"_s << QByteArray("changePasswordAsked") << true;
    QTest::newRow("disabled") << u"disabled"_s << QByteArray("passwordAsked") << false;
    QTest::newRow("no push") << u"no_push"_s << QByteArray("passwordAsked") << false;
    QTest::newRow("policy") << u"policy"_s << QByteArray("passwordAsked") << false;
    QTest::newRow("no policy") << u"policy_default"_s << QByteArray("passwordAsked") << false;
    QTest::newRow("not offered") << u"not_offered"_s << QByteArray("passwordAsked") << false;
    QTest::newRow("proxy") << u"proxy_auth"_s << QByteArray("proxyAsked") << false;
}

void QrGesturesTest::gesturesOfClosingPages()
{
    QFETCH(const QString, state);
    QFETCH(const QByteArray, signal);
    QFETCH(const bool, second);
    OpenedQrWindow opened(state);
    QSignalSpy asked(&opened.window, ("2" + signal + "()").constData());
    QVERIFY(asked.isValid());
    QTest::mouseClick(opened.find<QPushButton>(second ? u"stateSecond" : u"stateFirst"), Qt::LeftButton);
    QCOMPARE(asked.count(), 1);
}

void QrGesturesTest::enlargesAndBack()
{
    OpenedQrWindow opened;
    const int before = opened.window.codePage().findChild<QWidget *>(u"qrCode"_s)->height();
    QTest::keyClick(&opened.window, Qt::Key_F11);
    QTRY_VERIFY(opened.window.isFullScreen());
    QVERIFY(!opened.find<QPushButton>(u"copyCode")->isVisible());
    QTRY_VERIFY(opened.window.codePage().findChild<QWidget *>(u"qrCode"_s)->height() > before);
    QCOMPARE(readQr(windowcheck::shot(opened.window, 1)).value(), examples::ticket().link);
    QTest::keyClick(&opened.window, Qt::Key_Escape);
    QTRY_VERIFY(!opened.window.isFullScreen());
    QVERIFY(opened.find<QPushButton>(u"copyCode")->isVisible());

    // A code that stops working does not stay on the whole screen.
    QTest::mouseClick(opened.find<QPushButton>(u"enlarge"), Qt::LeftButton);
    QTRY_VERIFY(opened.window.isFullScreen());
    opened.window.render(exampleOf(u"reconnecting"_s));
    QTRY_VERIFY(!opened.window.isFullScreen());
}

void QrGesturesTest::escapeGoesBack()
{
    OpenedQrWindow opened;
    QSignalSpy back(&opened.window, &QrLoginWindow::backPressed);
    QTest::keyClick(&opened.window, Qt::Key_Escape);
    QTest::mouseClick(opened.find<QPushButton>(u"back"), Qt::LeftButton);
    QCOMPARE(back.count(), 2);
}

QTEST_MAIN(QrGesturesTest)
#include "qrgesturestest.moc"
