// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "support/stricttest.h"
#include "ui/appearance.h"
#include "ui/widgets/accessibility.h"
#include "ui/widgets/busybutton.h"
#include "ui/widgets/codeboxes.h"
#include "ui/widgets/label.h"
#include "ui/widgets/messagestrip.h"
#include "ui/widgets/passwordfield.h"
#include "ui/widgets/statepage.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace passport;

/// The parts of windows, used as a person uses them.
class WidgetsTest : public StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void codeIsTypedDigitByDigit();
    void codeIsPastedWithItsSpaces_data();
    void codeIsPastedWithItsSpaces();
    void codeSaysHowMuchIsTyped();
    void eyeShowsThePassword();
    void capsLockIsNoticed_data();
    void capsLockIsNoticed();
    void stripIsASentenceWithButtons();
    void statePageFocusesItsFirstButton();
    void labelsFollowTheTheme();
    void busyButtonStandsStill();
    void typedCodeIsSpelled();
};

void WidgetsTest::codeIsTypedDigitByDigit()
{
    CodeBoxes boxes(2);
    QSignalSpy completed(&boxes, &CodeBoxes::completed);
    QTest::keyClicks(&boxes, u"4"_s);
    QVERIFY(!boxes.isComplete());
    QCOMPARE(completed.count(), 0);
    QTest::keyClicks(&boxes, u"x "_s);
    QCOMPARE(boxes.text(), u"4"_s);
    QTest::keyClicks(&boxes, u"2"_s);
    QVERIFY(boxes.isComplete());
    QCOMPARE(completed.count(), 1);
    QCOMPARE(completed.first().first().toString(), u"42"_s);
    QTest::keyClicks(&boxes, u"7"_s);
    QCOMPARE(boxes.text(), u"42"_s);
    QTest::keyClick(&boxes, Qt::Key_Backspace);
    QCOMPARE(boxes.text(), u"4"_s);
}

void WidgetsTest::codeIsPastedWithItsSpaces_data()
{
    QTest::addColumn<QString>("pasted");
    QTest::newRow("plain") << u"407123"_s;
    QTest::newRow("grouped") << u" 407 123\n"_s;
    QTest::newRow("dashed") << u"407-123"_s;
    QTest::newRow("in a sentence") << u"Your code: 407123."_s;
    QTest::newRow("arabic digits") << u"٤٠٧١٢٣"_s;
}

void WidgetsTest::codeIsPastedWithItsSpaces()
{
    QFETCH(const QString, pasted);
    QApplication::clipboard()->setText(pasted);
    CodeBoxes boxes(6);
    QSignalSpy completed(&boxes, &CodeBoxes::completed);
    QTest::keySequence(&boxes, QKeySequence::Paste);
    QCOMPARE(boxes.text(), u"407123"_s);
    QCOMPARE(completed.count(), 1);
}

void WidgetsTest::codeSaysHowMuchIsTyped()
{
    CodeBoxes boxes(6);
    QTest::keyClicks(&boxes, u"407"_s);
    QCOMPARE(boxes.accessibleDescription(), u"6 digits, 3 typed"_s);
    const auto *interface = QAccessible::queryAccessibleInterface(&boxes);
    QCOMPARE(interface->role(), QAccessible::EditableText);
    QCOMPARE(interface->text(QAccessible::Value), u"407"_s);
}

void WidgetsTest::eyeShowsThePassword()
{
    PasswordField field;
    field.setText(u"secret"_s);
    QCOMPARE(field.echoMode(), QLineEdit::Password);
    const QString hidden = field.eye()->accessibleName();
    field.eye()->click();
    QCOMPARE(field.echoMode(), QLineEdit::Normal);
    QVERIFY(field.eye()->accessibleName() != hidden);
    field.eye()->click();
    QCOMPARE(field.echoMode(), QLineEdit::Password);
}

void WidgetsTest::capsLockIsNoticed_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("shift");
    QTest::addColumn<bool>("on");
    QTest::newRow("a") << u"a"_s << false << false;
    QTest::newRow("A with shift") << u"A"_s << true << false;
    QTest::newRow("A without shift") << u"A"_s << false << true;
    QTest::newRow("a with shift") << u"a"_s << true << true;
    QTest::newRow("a Russian capital") << u"Ж"_s << false << true;
    QTest::newRow("a digit says nothing") << u"7"_s << false << false;
}

void WidgetsTest::capsLockIsNoticed()
{
    QFETCH(const QString, text);
    QFETCH(const bool, shift);
    QFETCH(const bool, on);
    PasswordField field;
    QSignalSpy changes(&field, &PasswordField::capsLockChanged);
    QKeyEvent press(QEvent::KeyPress, 0, shift ? Qt::ShiftModifier : Qt::NoModifier, text);
    QApplication::sendEvent(&field, &press);
    QCOMPARE(field.capsLock(), on);
    QCOMPARE(changes.count(), on ? 1 : 0);

    QKeyEvent lock(QEvent::KeyPress, Qt::Key_CapsLock, Qt::NoModifier);
    QApplication::sendEvent(&field, &lock);
    QCOMPARE(field.capsLock(), !on);
}

void WidgetsTest::stripIsASentenceWithButtons()
{
    MessageStrip strip;
    strip.setMessage(Tone::Error, u"No connection"_s, u"Try again"_s);
    strip.show();
    auto *first = strip.findChild<QPushButton *>(u"stripFirst"_s);
    QVERIFY(first->isVisible());
    QVERIFY(!strip.findChild<QPushButton *>(u"stripSecond"_s)->isVisible());
    QSignalSpy pressed(&strip, &MessageStrip::firstPressed);
    QTest::mouseClick(first, Qt::LeftButton);
    QCOMPARE(pressed.count(), 1);
    QCOMPARE(strip.text(), u"No connection"_s);
}

void WidgetsTest::statePageFocusesItsFirstButton()
{
    StatePage page;
    page.show();
    page.activateWindow();
    page.setContent(
        {.icon = "no"_L1,
         .tone = Tone::Error,
         .title = u"Declined"_s,
         .sentence = {},
         .first = u"New code"_s,
         .second = {}});
    QTRY_VERIFY(page.firstButton()->hasFocus());
    QVERIFY(!page.findChild<QLabel *>(u"stateSentence"_s)->isVisible());
    QVERIFY(!page.findChild<QPushButton *>(u"stateSecond"_s)->isVisible());
    const auto *interface = QAccessible::queryAccessibleInterface(&page);
    QCOMPARE(interface->text(QAccessible::Name), u"Declined"_s);
}

void WidgetsTest::labelsFollowTheTheme()
{
    Appearance appearance(Theme::Light);
    QWidget window;
    auto *label = new Label(TextRole::Body, Tone::Error, &window);
    window.show();
    QCOMPARE(label->palette().color(QPalette::WindowText), tokens(Theme::Light).error);
    appearance.setTheme(Theme::Dark);
    QTRY_COMPARE(label->palette().color(QPalette::WindowText), tokens(Theme::Dark).error);
    label->setTone(Tone::Secondary);
    QCOMPARE(label->palette().color(QPalette::WindowText), tokens(Theme::Dark).secondary);
}

void WidgetsTest::busyButtonStandsStill()
{
    const Appearance appearance(Theme::Light);
    BusyButton button;
    button.setText(u"Cancel"_s);
    const int calm = button.sizeHint().width();
    button.setBusy(true);
    QVERIFY(button.sizeHint().width() > calm);
    button.resize(200, 36);
    const QImage busy = button.grab().toImage();
    button.setBusy(false);
    QVERIFY(button.grab().toImage() != busy);
}

void WidgetsTest::typedCodeIsSpelled()
{
    QCOMPARE(spelled(u"BCDF-GHJK"_s), u"B, C, D, F, G, H, J, K"_s);
}

QTEST_MAIN(WidgetsTest)
#include "widgetstest.moc"
