// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "openedsigninwindow.h"
#include "support/stricttest.h"

#include "protocol/errorcodes.h"
#include "ui/icons.h"
#include "ui/signin/secondsteppage.h"
#include "ui/widgets/avatar.h"
#include "ui/widgets/codeboxes.h"
#include "ui/widgets/personline.h"

#include <QLabel>
#include <QPainter>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace passport;

/// The page of the first window that asks for the code after the password, and what a person does there.
class SecondStepPageTest : public StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void secondStepSendsByItself();
    void secondStepOffersRecoveryCodes();
    void smsIsSentAgainAfterAWhile();
    void noSmsIsSaidToBeSentBeforeItIs();
    void wrongCodeIsEmptied();
    void escapeLeavesTheSecondStep();
    void showsWhoSignsIn();
    void phoneNumbersHaveNoLetters();
};

void SecondStepPageTest::secondStepSendsByItself()
{
    OpenedSignInWindow opened;
    opened.window.render(signin::CodeNeeded{SignInId(u"1"_s), {u"totp"_s}, {}, {}, {}});
    auto *code = part<CodeBoxes>(opened.window, u"code");
    auto *button = part<QPushButton>(opened.window, u"continueButton");
    QTRY_VERIFY(code->hasFocus());
    QSignalSpy submitted(opened.window.findChild<SecondStepPage *>(), &SecondStepPage::submitted);
    QTest::keyClicks(code, u"40712"_s);
    QVERIFY(!button->isEnabled());
    QCOMPARE(submitted.count(), 0);
    QTest::keyClicks(code, u"3"_s);
    QCOMPARE(submitted.count(), 1);
    QCOMPARE(submitted.first(), (QVariantList{u"totp"_s, u"407123"_s}));
    opened.window.render(signin::CheckingCode{SignInId(u"1"_s), {u"totp"_s}, {}});
    QVERIFY(!button->isEnabled());
    QVERIFY(code->isReadOnly());
    QVERIFY(!part<QPushButton>(opened.window, u"useRecovery")->isVisible());
}

void SecondStepPageTest::secondStepOffersRecoveryCodes()
{
    OpenedSignInWindow opened;
    opened.window.render(signin::CodeNeeded{SignInId(u"1"_s), {u"totp"_s, u"recovery"_s}, {}, {}, {}});
    QSignalSpy submitted(opened.window.findChild<SecondStepPage *>(), &SecondStepPage::submitted);
    QTest::mouseClick(part<QPushButton>(opened.window, u"useRecovery"), Qt::LeftButton);
    auto *field = part<QLineEdit>(opened.window, u"recoveryCode");
    QTRY_VERIFY(field->hasFocus());
    QVERIFY(!part<CodeBoxes>(opened.window, u"code")->isVisible());
    QTest::keyClicks(field, u" 8K2F-9QWE "_s);
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(submitted.count(), 1);
    QCOMPARE(submitted.first(), (QVariantList{u"recovery"_s, u"8K2F-9QWE"_s}));
}

void SecondStepPageTest::smsIsSentAgainAfterAWhile()
{
    OpenedSignInWindow opened;
    signin::CodeNeeded state{SignInId(u"1"_s), {u"totp"_s, u"sms"_s}, {}, {}, {}};
    opened.window.render(state);
    auto *again = part<QPushButton>(opened.window, u"resendSms");
    QVERIFY(!again->isVisible());
    QSignalSpy asked(opened.window.findChild<SecondStepPage *>(), &SecondStepPage::smsAsked);
    QTest::mouseClick(part<QPushButton>(opened.window, u"useSms"), Qt::LeftButton);
    QCOMPARE(asked.count(), 1);
    state.sms.asking = true;
    opened.window.render(state);
    QVERIFY(again->isVisible() && !again->isEnabled());
    auto *code = part<CodeBoxes>(opened.window, u"code");
    QTest::keyClicks(code, u"40"_s);
    state.sms = {.asking = false, .sent = true, .resendAt = QDeadlineTimer(1h)};
    opened.window.render(state);
    QVERIFY(again->isVisible() && !again->isEnabled());
    QVERIFY2(again->text().startsWith(u"Send again in "_s), qPrintable(again->text()));
    QCOMPARE(code->text(), u"40"_s); // whoever has the code already types on
    state.sms.resendAt = QDeadlineTimer(100ms);
    opened.window.render(state);
    QTRY_VERIFY(again->isEnabled()); // by itself
    QCOMPARE(again->text(), u"Send again"_s);
    opened.window.render(signin::CheckingCode{state.signInId, state.methods, {}, state.sms});
    QVERIFY(!again->isEnabled());
    opened.window.render(state);
    again->setFocus();
    QTest::keyClick(again, Qt::Key_Space);
    QCOMPARE(asked.count(), 2);
    QVERIFY(code->text().isEmpty()); // the one begun counts no more
    QTRY_VERIFY(code->hasFocus());
}

void SecondStepPageTest::noSmsIsSaidToBeSentBeforeItIs()
{
    OpenedSignInWindow opened;
    signin::CodeNeeded state{SignInId(u"1"_s), {u"totp"_s, u"sms"_s}, {}, {}, {}};
    opened.window.render(state);
    QTest::mouseClick(part<QPushButton>(opened.window, u"useSms"), Qt::LeftButton);
    const auto *explanation = part<QLabel>(opened.window, u"codeExplanation");
    const auto *trouble = part<QLabel>(opened.window, u"codeError");
    state.sms.asking = true;
    opened.window.render(state);
    QCOMPARE(explanation->text(), u"A message with six digits is being sent to your phone…"_s);
    state.sms = {.asking = false, .sent = false, .resendAt = QDeadlineTimer(1h)};
    state.error = Error::ofCode(code::tooMany);
    state.error->retryAfter = 3600s;
    opened.window.render(state);
    QCOMPARE(explanation->text(), u"No message has been sent to your phone yet."_s);
    QCOMPARE(trouble->text(), u"Too many messages were asked for."_s); // how long to wait counts below
    QVERIFY(!hasFieldError(part<CodeBoxes>(opened.window, u"code"))); // nothing that was typed is wrong
    state.sms = {.asking = false, .sent = true, .resendAt = QDeadlineTimer(1h)};
    state.error.reset();
    opened.window.render(state);
    QCOMPARE(explanation->text(), u"Six digits from the message we have sent to your phone"_s);
    QVERIFY(!trouble->isVisible());
}

void SecondStepPageTest::wrongCodeIsEmptied()
{
    OpenedSignInWindow opened;
    const QStringList methods{u"totp"_s};
    const SignInId id(u"1"_s);
    opened.window.render(signin::CodeNeeded{id, methods, {}, {}, {}});
    auto *code = part<CodeBoxes>(opened.window, u"code");
    QTest::keyClicks(code, u"111111"_s);
    opened.window.render(signin::CheckingCode{id, methods, {}});
    QCOMPARE(code->text(), u"111111"_s);
    opened.window.render(
        signin::CodeNeeded{id, methods, Error::ofCode(code::wrongCode, {}, {{"triesLeft"_L1, 4}}), {}, {}});
    QVERIFY(code->text().isEmpty());
    QVERIFY(hasFieldError(code));
    QTRY_VERIFY(code->hasFocus());
    QVERIFY(part<QLabel>(opened.window, u"codeError")->text().contains(u'4'));
    QTest::keyClicks(code, u"2"_s);
    QVERIFY(!hasFieldError(code));
}

void SecondStepPageTest::escapeLeavesTheSecondStep()
{
    OpenedSignInWindow opened;
    opened.window.render(signin::CodeNeeded{SignInId(u"1"_s), {u"totp"_s}, {}, {}, {}});
    QSignalSpy back(opened.window.findChild<SecondStepPage *>(), &SecondStepPage::backPressed);
    QTest::keyClick(&opened.window, Qt::Key_Escape);
    QCOMPARE(back.count(), 1);
}

void SecondStepPageTest::showsWhoSignsIn()
{
    OpenedSignInWindow opened;
    opened.window.page().setLogin(u"boris@example.test"_s);
    opened.window.render(signin::CodeNeeded{SignInId(u"1"_s), {u"totp"_s}, {}, {}, {}});
    const auto *name = part<QLabel>(opened.window, u"secondStepName");
    const auto *account = part<QLabel>(opened.window, u"secondStepAccount");
    QVERIFY(name->isVisible());
    QCOMPARE(name->text(), u"boris@example.test"_s); // nothing else is known of him
    QVERIFY(!account->isVisible());
    auto *page = opened.window.findChild<SecondStepPage *>();
    page->setPerson({.name = u"Борис Петров"_s, .initials = u"БП"_s, .account = u"boris@example.test"_s, .photo = {}});
    QCOMPARE(name->text(), u"Борис Петров"_s);
    QVERIFY(account->isVisible());
    QCOMPARE(account->text(), u"boris@example.test"_s);
    QVERIFY(
        std::abs(
            page->mapFromGlobal(name->parentWidget()->mapToGlobal(name->parentWidget()->rect().center())).x()
            - page->rect().center().x())
        <= 1); // in the middle
    page->setPerson({});
    QVERIFY(!name->isVisible());
}

/// Neither a digit nor a plus stands for a person.
void SecondStepPageTest::phoneNumbersHaveNoLetters()
{
    const auto pictureOf = [](const QString &account) {
        PersonLine line(u"x"_s, 40);
        line.setPerson({.name = {}, .initials = {}, .account = account, .photo = {}});
        return line.findChild<Avatar *>()->grab().toImage();
    };
    const auto whites = [](const QImage &picture) {
        int count = 0;
        for (int y = 0; y < picture.height(); ++y) {
            for (int x = 0; x < picture.width(); ++x)
                count += picture.pixelColor(x, y) == Qt::white ? 1 : 0;
        }
        return count;
    };
    QImage figure(20, 20, QImage::Format_ARGB32_Premultiplied);
    figure.fill(Qt::transparent);
    QPainter painter(&figure);
    paintIcon(painter, figure.rect(), "user"_L1, Qt::white);
    painter.end();
    QVERIFY(whites(figure) > 0);
    QCOMPARE(whites(pictureOf(u"+79000000002"_s)), whites(figure));
}

QTEST_MAIN(SecondStepPageTest)
#include "secondsteppagetest.moc"
