// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/profile/contactdialog.h"
#include "accountscene.h"
#include "client/contactchange.h"
#include "support/windowcheck.h"
#include "ui/profile/contactscard.h"
#include "ui/security/stepupdialog.h"
#include "ui/widgets/question.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace passport {
namespace {

const QString fresh = u"anna@new.test"_s;

} // namespace

/// What a person does in the dialogs about phone numbers and e-mail addresses: real widgets and keys, the real server.
class ContactDialogTest : public AccountScene {
    Q_OBJECT

private Q_SLOTS:
    void contactByAPastedCode();
    void contactSaysThatTheCodeWaits();
    void contactSaysWhatIsWrong();
    void contactMovesOnByItself();
    void closedDialogOpensAtItsCodeAgain();
    void anotherProgramWaitsOutTheMinute();
    void codeIsSentAgainAfterItsMinute();
    void secondContactComesBesides();
    void ownContactIsSaid();
    void contactIsRemovedAfterAProof();
    void lastContactStays();

private:
    /// Opens the dialog of a new address, and has the code sent.
    void sendCode() const;
    [[nodiscard]] bool isBound(const QString &value) const
    {
        return client().account().contacts().isBound(Contact::Kind::Email, value);
    }
};

void ContactDialogTest::sendCode() const
{
    press("emailChange");
    type("contactValue", fresh);
    QVERIFY(!find("contactAccept")->isEnabled()); // without the password
    type("contactPassword", u"anna-demo-Passport"_s);
    press("contactAccept");
    QTRY_VERIFY(find<QLineEdit>("contactCode")->isVisible());
}

void ContactDialogTest::contactByAPastedCode()
{
    signIn("anna"_L1);
    sendCode();
    auto *again = find("resendCode");
    QVERIFY(again->isVisible() && !again->isEnabled()); // not within a minute, and it counts
    QVERIFY2(again->text().startsWith(u"Send again in "_s), qPrintable(again->text()));
    const QString code = backend().lastCode(fresh);
    QGuiApplication::clipboard()->setText(u" %1 %2\n"_s.arg(code.first(3), code.last(3)));
    auto *boxes = find<QLineEdit>("contactCode");
    boxes->setFocus();
    QTest::keySequence(boxes, QKeySequence::Paste);
    QTRY_VERIFY(!find<ContactDialog>("contact")); // the last digit sends it
    QTRY_VERIFY(isBound(fresh));
    QVERIFY(!isBound(u"anna@example.test"_s)); // it was changed
    QCOMPARE(said("contactsStrip"), u"Confirmed: you can sign in with anna@new.test."_s);
    QTRY_COMPARE(window().focusWidget(), find("emailChange")); // the keys are where the dialog was opened
}

void ContactDialogTest::contactSaysThatTheCodeWaits() // the mail server is down
{
    signIn("anna"_L1);
    backend().foundation().post.setHeldUp(Means::Mail, true);
    sendCode();
    const QList<QLabel *> labels = find<ContactDialog>("contact")->findChildren<QLabel *>();
    const bool isTold = std::ranges::any_of(
        labels, [](QLabel *label) { return label->isVisible() && label->text().contains(u"can't be reached"_s); });
    QVERIFY(isTold);
}

void ContactDialogTest::contactSaysWhatIsWrong()
{
    signIn("anna"_L1);
    press("emailChange");
    type("contactValue", u"nobody"_s);
    type("contactPassword", u"not this one"_s);
    press("contactAccept");
    QTRY_COMPARE(said("contactStrip"), u"This is no e-mail address."_s);
    type("contactValue", fresh);
    press("contactAccept");
    QTRY_COMPARE(said("contactStrip"), u"The password is not right."_s);
    QTRY_COMPARE(windowcheck::problems(*find<ContactDialog>("contact")), QStringList());
    type("contactPassword", u"anna-demo-Passport"_s);
    press("contactAccept");
    QTRY_VERIFY(find<QLineEdit>("contactCode")->isVisible());
    const QString wrong = wrongFor(backend().lastCode(fresh));
    type("contactCode", wrong);
    QTRY_VERIFY2(said("contactStrip").contains(u"2"_s), qPrintable(said("contactStrip"))); // tries are left
    QTRY_COMPARE(windowcheck::problems(*find<ContactDialog>("contact")), QStringList());
    type("contactCode", wrong);
    QTRY_VERIFY(said("contactStrip").contains(u"1"_s));
    type("contactCode", wrong);
    QTRY_COMPARE(said("contactStrip"), u"That code does not count any more. Have another one sent."_s);
    QVERIFY(find<QLineEdit>("contactValue")->isVisible()); // back to where it is sent
    QCOMPARE(find<QLineEdit>("contactValue")->text(), fresh);
    auto *dialog = find<ContactDialog>("contact");
    QCOMPARE(dialog->focusWidget(), find<QWidget>("contactAccept")); // what helps
    QTest::keyClick(dialog->focusWidget(), Qt::Key_Return); // as after six digits
    QVERIFY(dialog->isVisible());
    QTRY_COMPARE(windowcheck::problems(*dialog), QStringList());
}

// The button of the page that the mailed link opens is pressed elsewhere.
void ContactDialogTest::contactMovesOnByItself()
{
    signIn("anna"_L1);
    sendCode();
    QVERIFY(!backend().lastCode(fresh).isEmpty());
    const QByteArray link = linkIn(backend().lettersTo(fresh).last());
    const QByteArray form = "do=confirm&token=" + link.mid(link.indexOf('=') + 1);
    const RestCaller::Headers headers{{"Content-Type", "application/x-www-form-urlencoded"}};
    QCOMPARE(RestCaller(backend().port()).post("/mail/contact/", form, headers).status, 200);
    QTRY_VERIFY(!find<ContactDialog>("contact"));
    QCOMPARE(said("contactsStrip"), u"Confirmed: you can sign in with anna@new.test."_s);
    press("phoneRemove");
    press("removeContactAccept");
    QVERIFY(!find<QWidget>("contactsStrip")->isVisible()); // until the next gesture
}

void ContactDialogTest::closedDialogOpensAtItsCodeAgain()
{
    signIn("anna"_L1);
    sendCode();
    press("contactCancel");
    QTRY_VERIFY(!find<ContactDialog>("contact"));
    press("emailCode"); // of the row that is not confirmed
    QTRY_VERIFY(find<QLineEdit>("contactCode") && find<QLineEdit>("contactCode")->isVisible());
    QVERIFY(find("resendCode")->isVisible() && !find("resendCode")->isEnabled()); // the minute goes on
    QVERIFY(!find<QLineEdit>("contactPassword")->isVisible());
    type("contactCode", backend().lastCode(fresh));
    QTRY_VERIFY(isBound(fresh));
    QTRY_VERIFY(!isBound(u"anna@example.test"_s)); // it was a change, and still is
    QTRY_VERIFY(!find<ContactDialog>("contact"));
    QTRY_VERIFY(!find("emailCode")); // the row whose button opened the dialog
    QTRY_VERIFY(find<ContactsCard>("contactsCard")->isAncestorOf(window().focusWidget()));
}

// The code was asked for elsewhere: this program cannot know which it is, and has another one sent after the minute.
void ContactDialogTest::anotherProgramWaitsOutTheMinute() // SR-38
{
    signIn("anna"_L1);
    backend().clock().stop();
    sendCode();
    signIn("anna"_L1);
    press("emailCode");
    QTRY_VERIFY(find<ContactDialog>("contact"));
    type("contactPassword", u"anna-demo-Passport"_s);
    press("contactAccept");
    auto *button = find<QPushButton>("contactAccept");
    QTRY_VERIFY(button->text().startsWith(u"Send again in "_s) && !button->isEnabled());
    type("contactValue", u"anna@other.test"_s);
    QCOMPARE(button->text(), u"Send the code"_s);
    QVERIFY(button->isEnabled());
}

void ContactDialogTest::codeIsSentAgainAfterItsMinute() // wire.md 4.5
{
    signIn("anna"_L1);
    sendCode();
    const QString former = backend().lastCode(fresh);
    press("contactCancel");
    QTRY_VERIFY(!find<ContactDialog>("contact"));
    // The minute passes, at the server and here.
    auto &contacts = client().account().contacts();
    contacts::SentCode sent = contacts.codeSentTo(fresh).value();
    sent.resendAt = QDeadlineTimer(100ms);
    contacts.keepCode(fresh, sent);
    backend().clock().advance(1min);
    press("emailCode");
    QTRY_COMPARE(find("resendCode")->text(), u"Send again"_s); // by itself
    press("resendCode");
    QTRY_COMPARE(backend().lettersTo(fresh).size(), 2);
    QTRY_VERIFY(find("resendCode")->text().startsWith(u"Send again in "_s) && !find("resendCode")->isEnabled());
    if (backend().lastCode(fresh) != former) { // one of a million
        type("contactCode", former);
        QTRY_VERIFY(!said("contactStrip").isEmpty());
    }
    type("contactCode", backend().lastCode(fresh));
    QTRY_VERIFY(isBound(fresh));
}

void ContactDialogTest::secondContactComesBesides()
{
    signIn("anna"_L1);
    press("emailAnother");
    type("contactValue", fresh);
    type("contactPassword", u"anna-demo-Passport"_s);
    press("contactAccept");
    QTRY_VERIFY(find<QLineEdit>("contactCode")->isVisible());
    type("contactCode", backend().lastCode(fresh));
    QTRY_VERIFY(isBound(fresh));
    QVERIFY(isBound(u"anna@example.test"_s));
}

void ContactDialogTest::ownContactIsSaid()
{
    signIn("anna"_L1);
    press("emailAnother");
    type("contactValue", u"Anna@Example.TEST"_s);
    type("contactPassword", u"anna-demo-Passport"_s);
    press("contactAccept");
    QTRY_COMPARE(said("contactStrip"), u"This address is yours already."_s);
    QVERIFY(backend().lettersTo(u"anna@example.test"_s).isEmpty());
}

void ContactDialogTest::contactIsRemovedAfterAProof() // SR-40
{
    signIn("anna"_L1);
    press("phoneRemove");
    QTRY_VERIFY(find<Question>("removeContact"));
    QTRY_COMPARE(windowcheck::problems(*find<Question>("removeContact")), QStringList());
    QTest::keyClick(find<Question>("removeContact")->focusWidget(), Qt::Key_Return); // stands at "Cancel"
    QTRY_VERIFY(!find<Question>("removeContact"));
    QCOMPARE(find("phoneChange")->text(), u"Change"_s);
    press("phoneRemove");
    press("removeContactAccept");
    QTRY_VERIFY(find<StepUpDialog>("stepUp"));
    QCOMPARE(find<StepUpDialog>("stepUp")->focusWidget(), find<QWidget>("stepUpPassword")); // typed at once
    press("stepUpCancel");
    QTRY_VERIFY(!find<StepUpDialog>("stepUp"));
    QVERIFY(!find<MessageStrip>("contactsStrip")->isVisible()); // who gives it up has done nothing wrong
    press("phoneRemove");
    press("removeContactAccept");
    prove(u"not this one"_s);
    QTRY_VERIFY(!said("stepUpStrip").isEmpty());
    QTRY_COMPARE(windowcheck::problems(*find<StepUpDialog>("stepUp")), QStringList());
    auto *field = find<QLineEdit>("stepUpPassword");
    QTRY_VERIFY(field->height() >= field->sizeHint().height()); // the sentence took no room from it
    prove(u"anna-demo-Passport"_s);
    QTRY_VERIFY(find("phoneChange")->text() == u"Add"_s);
}

void ContactDialogTest::lastContactStays() // PR-8
{
    signIn("gleb"_L1);
    press("emailRemove");
    press("removeContactAccept");
    prove(u"gleb-demo-Passport"_s);
    QTRY_VERIFY(find<MessageStrip>("contactsStrip")->isVisible());
    QVERIFY(!said("contactsStrip").isEmpty());
    QCOMPARE(find("emailChange")->text(), u"Change"_s);
}

} // namespace passport

QTEST_MAIN(passport::ContactDialogTest)
#include "contactdialogtest.moc"
