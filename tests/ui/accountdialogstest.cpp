// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/accountfixture.h"
#include "client/account.h"
#include "client/contactchange.h"
#include "support/signedin.h"
#include "support/stricttest.h"
#include "ui/profile/contactdialog.h"
#include "ui/profile/contactscard.h"
#include "ui/profile/deletiondialog.h"
#include "ui/security/securitypage.h"
#include "ui/security/stepupdialog.h"
#include "ui/widgets/messagestrip.h"

#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QVBoxLayout>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace passport {
namespace {

const QString fresh = u"anna@new.test"_s;

} // namespace

/// What a person does in the dialogs about contacts, password, two-step and the end of the Passport: real widgets and
/// keys, the real server behind them.
class AccountDialogsTest : public StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void init() override;
    void cleanup();
    void contactByAPastedCode();
    void contactSaysWhatIsWrong();
    void contactSaysThatTheCodeWaits();
    void contactMovesOnByItself();
    void closedDialogOpensAtItsCodeAgain();
    void anotherProgramWaitsOutTheMinute();
    void secondContactComesBesides();
    void ownContactIsSaid();
    void contactIsRemovedAfterAProof();
    void lastContactStays();
    void passwordIsJudgedAndChanged();
    void currentPasswordIsSaid();
    void twoStepTurnsOnAndOff();
    void deletionNamesThePortals();
    void deletionAsksForThePassword();

private:
    void signIn(QLatin1StringView who);
    [[nodiscard]] PassportClient &client() const { return m_person->client(); }
    /// A part of the window or of a dialog over it.
    template <typename T = QPushButton> T *find(const char *name) const
    {
        return m_window->findChild<T *>(QLatin1StringView(name));
    }
    void press(const char *button) const;
    void type(const char *field, const QString &text) const;
    void prove(const QString &password) const;
    [[nodiscard]] QString said(const char *strip) const { return find<MessageStrip>(strip)->text(); }
    /// Opens the dialog of a new address, and has the code sent.
    void sendCode() const;
    [[nodiscard]] bool isBound(const QString &value) const
    {
        return client().account().contacts().isBound(Contact::Kind::Email, value);
    }

    std::unique_ptr<AccountFixture> m_backend;
    std::unique_ptr<SignedIn> m_person;
    std::unique_ptr<QWidget> m_window;
};

void AccountDialogsTest::init()
{
    StrictTest::init();
    m_backend = std::make_unique<AccountFixture>();
}

void AccountDialogsTest::cleanup()
{
    m_window.reset();
    m_person.reset();
    m_backend.reset();
}

void AccountDialogsTest::signIn(QLatin1StringView who)
{
    m_person = std::make_unique<SignedIn>(m_backend->url());
    m_person->signIn(who);
    QTRY_VERIFY(client().push().isOnline());
    QTRY_VERIFY(client().portals().list());
    m_window = std::make_unique<QWidget>();
    auto *column = new QVBoxLayout(m_window.get());
    column->addWidget(new ContactsCard(client().account()));
    column->addWidget(new SecurityPage(client().account()));
    askForProofs(client().account().gate(), *m_window);
    m_window->resize(900, 900);
    m_window->show();
    QTRY_VERIFY(std::holds_alternative<contacts::Ready>(client().account().contacts().state()));
    QTRY_VERIFY(std::holds_alternative<twostep::Known>(client().account().twoStep().state()));
}

void AccountDialogsTest::press(const char *button) const
{
    QTRY_VERIFY2(find(button) && find(button)->isVisible() && find(button)->isEnabled(), button);
    QTest::mouseClick(find(button), Qt::LeftButton);
}

void AccountDialogsTest::type(const char *field, const QString &text) const
{
    QTRY_VERIFY2(find<QLineEdit>(field) && find<QLineEdit>(field)->isVisible(), field);
    QTRY_VERIFY2(!find<QLineEdit>(field)->isReadOnly(), field); // while the last one is looked at
    find<QLineEdit>(field)->clear();
    QTest::keyClicks(find<QLineEdit>(field), text);
}

void AccountDialogsTest::prove(const QString &password) const
{
    type("stepUpPassword", password);
    press("stepUpAccept");
}

void AccountDialogsTest::sendCode() const
{
    press("emailChange");
    type("contactValue", fresh);
    QVERIFY(!find("contactAccept")->isEnabled()); // without the password
    type("contactPassword", u"anna-demo-Passport"_s);
    press("contactAccept");
    QTRY_VERIFY(find<QLineEdit>("contactCode")->isVisible());
}

void AccountDialogsTest::contactByAPastedCode()
{
    signIn("anna"_L1);
    sendCode();
    auto *again = find("resendCode");
    QVERIFY(again->isVisible() && !again->isEnabled()); // not within a minute, and it counts
    QVERIFY2(again->text().startsWith(u"Send again in "_s), qPrintable(again->text()));
    const QString code = m_backend->lastCode(fresh);
    QGuiApplication::clipboard()->setText(u" %1 %2\n"_s.arg(code.first(3), code.last(3)));
    auto *boxes = find<QLineEdit>("contactCode");
    boxes->setFocus();
    QTest::keySequence(boxes, QKeySequence::Paste);
    QTRY_VERIFY(!find<ContactDialog>("contact")); // the last digit sends it
    QTRY_VERIFY(isBound(fresh));
    QVERIFY(!isBound(u"anna@example.test"_s)); // it was changed
}

void AccountDialogsTest::contactSaysThatTheCodeWaits() // the mail server is down
{
    signIn("anna"_L1);
    m_backend->foundation().post.setHeldUp(Means::Mail, true);
    sendCode();
    const QList<QLabel *> labels = find<ContactDialog>("contact")->findChildren<QLabel *>();
    const bool isTold = std::ranges::any_of(
        labels, [](QLabel *label) { return label->isVisible() && label->text().contains(u"can't be reached"_s); });
    QVERIFY(isTold);
}

void AccountDialogsTest::contactSaysWhatIsWrong()
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
    type("contactPassword", u"anna-demo-Passport"_s);
    press("contactAccept");
    QTRY_VERIFY(find<QLineEdit>("contactCode")->isVisible());
    const QString wrong = wrongFor(m_backend->lastCode(fresh));
    type("contactCode", wrong);
    QTRY_VERIFY2(said("contactStrip").contains(u"2"_s), qPrintable(said("contactStrip"))); // tries are left
    type("contactCode", wrong);
    QTRY_VERIFY(said("contactStrip").contains(u"1"_s));
    type("contactCode", wrong);
    QTRY_COMPARE(said("contactStrip"), u"That code does not count any more. Have another one sent."_s);
    QVERIFY(find<QLineEdit>("contactValue")->isVisible()); // back to where it is sent
    QCOMPARE(find<QLineEdit>("contactValue")->text(), fresh);
}

// The button of the page that the mailed link opens is pressed elsewhere.
void AccountDialogsTest::contactMovesOnByItself()
{
    signIn("anna"_L1);
    sendCode();
    QVERIFY(!m_backend->lastCode(fresh).isEmpty());
    const QByteArray link = linkIn(m_backend->lettersTo(fresh).last());
    const QByteArray form = "do=confirm&token=" + link.mid(link.indexOf('=') + 1);
    const RestCaller::Headers headers{{"Content-Type", "application/x-www-form-urlencoded"}};
    QCOMPARE(RestCaller(m_backend->port()).post("/mail/contact/", form, headers).status, 200);
    QTRY_VERIFY(!find<ContactDialog>("contact"));
}

void AccountDialogsTest::closedDialogOpensAtItsCodeAgain()
{
    signIn("anna"_L1);
    sendCode();
    press("contactCancel");
    QTRY_VERIFY(!find<ContactDialog>("contact"));
    press("emailCode"); // of the row that is not confirmed
    QTRY_VERIFY(find<QLineEdit>("contactCode") && find<QLineEdit>("contactCode")->isVisible());
    QVERIFY(find("resendCode")->isVisible() && !find("resendCode")->isEnabled()); // the minute goes on
    QVERIFY(!find<QLineEdit>("contactPassword")->isVisible());
    type("contactCode", m_backend->lastCode(fresh));
    QTRY_VERIFY(isBound(fresh));
    QTRY_VERIFY(!isBound(u"anna@example.test"_s)); // it was a change, and still is
    QTRY_VERIFY(!find<ContactDialog>("contact"));
}

// The code was asked for elsewhere: this program cannot know which it is, and has another one sent after the minute.
void AccountDialogsTest::anotherProgramWaitsOutTheMinute() // SR-38
{
    signIn("anna"_L1);
    m_backend->clock().stop();
    sendCode();
    m_window.reset();
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

void AccountDialogsTest::secondContactComesBesides()
{
    signIn("anna"_L1);
    press("emailAnother");
    type("contactValue", fresh);
    type("contactPassword", u"anna-demo-Passport"_s);
    press("contactAccept");
    QTRY_VERIFY(find<QLineEdit>("contactCode")->isVisible());
    type("contactCode", m_backend->lastCode(fresh));
    QTRY_VERIFY(isBound(fresh));
    QVERIFY(isBound(u"anna@example.test"_s));
}

void AccountDialogsTest::ownContactIsSaid()
{
    signIn("anna"_L1);
    press("emailAnother");
    type("contactValue", u"Anna@Example.TEST"_s);
    type("contactPassword", u"anna-demo-Passport"_s);
    press("contactAccept");
    QTRY_COMPARE(said("contactStrip"), u"This address is yours already."_s);
    QVERIFY(m_backend->lettersTo(u"anna@example.test"_s).isEmpty());
}

void AccountDialogsTest::contactIsRemovedAfterAProof() // SR-40
{
    signIn("anna"_L1);
    press("phoneRemove");
    QTRY_VERIFY(find<StepUpDialog>("stepUp"));
    QCOMPARE(find<StepUpDialog>("stepUp")->focusWidget(), find<QWidget>("stepUpPassword")); // typed at once
    press("stepUpCancel");
    QTRY_VERIFY(!find<StepUpDialog>("stepUp"));
    QVERIFY(!find<MessageStrip>("contactsStrip")->isVisible()); // who gives it up has done nothing wrong
    press("phoneRemove");
    prove(u"not this one"_s);
    QTRY_VERIFY(!said("stepUpStrip").isEmpty());
    prove(u"anna-demo-Passport"_s);
    QTRY_VERIFY(find("phoneChange")->text() == u"Add"_s);
}

void AccountDialogsTest::lastContactStays() // PR-8
{
    signIn("gleb"_L1);
    press("emailRemove");
    prove(u"gleb-demo-Passport"_s);
    QTRY_VERIFY(find<MessageStrip>("contactsStrip")->isVisible());
    QVERIFY(!said("contactsStrip").isEmpty());
    QCOMPARE(find("emailChange")->text(), u"Change"_s);
}

void AccountDialogsTest::passwordIsJudgedAndChanged() // SR-35
{
    signIn("anna"_L1);
    auto *strength = find<QLabel>("passwordStrength");
    auto *reasons = find<QLabel>("passwordReasons");
    QVERIFY(find<QCheckBox>("signOutOthers")->isChecked());
    type("currentPassword", u"anna-demo-Passport"_s);
    type("newPassword", u"romashka7"_s);
    QTRY_VERIFY(!strength->text().isEmpty());
    QVERIFY2(reasons->text().contains(u"your name, e-mail or portal"_s), qPrintable(reasons->text()));
    QVERIFY(!find("changePassword")->isEnabled());
    type("newPassword", u"seven green herons"_s);
    QTRY_VERIFY(strength->text() == u"Strong"_s || strength->text() == u"Very strong"_s);
    press("changePassword");
    QTRY_COMPARE(said("passwordStrip"), u"The password was changed. It holds in every portal."_s);
    QVERIFY(find<QLineEdit>("newPassword")->text().isEmpty());
    QVERIFY(find<QLineEdit>("currentPassword")->text().isEmpty());
}

void AccountDialogsTest::currentPasswordIsSaid()
{
    signIn("anna"_L1);
    type("currentPassword", u"not this one"_s);
    type("newPassword", u"seven green herons"_s);
    press("changePassword");
    QTRY_COMPARE(said("passwordStrip"), u"The current password is not right."_s);
    QCOMPARE(find<QLineEdit>("newPassword")->text(), u"seven green herons"_s); // nothing has to be typed again
}

void AccountDialogsTest::twoStepTurnsOnAndOff()
{
    signIn("anna"_L1);
    press("twoStepSwitch");
    prove(u"anna-demo-Passport"_s);
    QTRY_VERIFY(find<QLineEdit>("otpCode")->isVisible());
    const QString secret = find<QLabel>("otpSecret")->text().remove(u' ');
    const QByteArray key = totp::secretFromBase32(secret);
    const QString right = totp::codeAt(key, totp::stepAt(m_backend->clock().nowMs()));
    type("otpCode", right == u"000000"_s ? u"000001"_s : u"000000"_s);
    QTRY_VERIFY(find<MessageStrip>("twoStepStrip")->isVisible());
    QVERIFY(find<QLineEdit>("otpCode")->text().isEmpty()); // to be typed anew
    type("otpCode", totp::codeAt(key, totp::stepAt(m_backend->clock().nowMs())));
    QTRY_VERIFY(std::holds_alternative<twostep::ShowingCodes>(client().account().twoStep().state()));
    const QString recovery = std::get<twostep::ShowingCodes>(client().account().twoStep().state()).codes.first();
    find<QCheckBox>("codesKept")->setChecked(true);
    press("codesDone");
    QTRY_COMPARE(find("twoStepSwitch")->text(), u"Turn off"_s);
    m_backend->clock().advance(std::chrono::minutes(6)); // the proofs so far are over
    press("twoStepSwitch");
    QTRY_VERIFY(find<QLineEdit>("stepUpCode") && find<QLineEdit>("stepUpCode")->isVisible()); // no password will do
    QVERIFY(!find<QLineEdit>("stepUpPassword")->isVisible());
    type("stepUpCode", recovery);
    press("stepUpAccept");
    QTRY_COMPARE(find("twoStepSwitch")->text(), u"Set up"_s);
}

void AccountDialogsTest::deletionNamesThePortals() // SR-44
{
    signIn("anna"_L1);
    auto *dialog
        = new DeletionDialog(client().account().deletion(), client().portals(), u"Анна Иванова"_s, m_window.get());
    dialog->open();
    const QString list = find<QLabel>("blockingPortals")->text();
    const auto lines = list.split(u'\n');
    const auto says = [&lines](const QString &portal, const QString &wayOut) {
        return std::ranges::any_of(
            lines, [&](const QString &line) { return line.contains(portal) && line.endsWith(wayOut); });
    };
    QVERIFY2(says(u"Ромашка"_s, u": hand it over to another administrator, or end it"_s), qPrintable(list));
    QVERIFY2(says(u"Склад"_s, u": leave it"_s), qPrintable(list));
    QVERIFY(!list.contains(u"Тест"_s)); // an invitation keeps nobody
    QVERIFY(!find<QLineEdit>("deletionPassword")->isVisible());
    QSignalSpy asked(dialog, &DeletionDialog::portalsAsked);
    press("deletionAccept");
    QCOMPARE(asked.size(), 1); // to the list, where each has its way out
}

void AccountDialogsTest::deletionAsksForThePassword() // PR-16
{
    signIn("gleb"_L1);
    auto *dialog
        = new DeletionDialog(client().account().deletion(), client().portals(), u"Глеб Орлов"_s, m_window.get());
    dialog->open();
    QVERIFY(!find("deletionAccept")->isEnabled());
    QCOMPARE(dialog->focusWidget(), find<QWidget>("deletionPassword"));
    for (int i = 0; i < 2; ++i) // over the eye
        QTest::keyClick(dialog->focusWidget(), Qt::Key_Tab);
    QCOMPARE(dialog->focusWidget(), find<QWidget>("deletionCancel"));
    type("deletionPassword", u"not this one"_s);
    press("deletionAccept");
    QTRY_COMPARE(said("deletionStrip"), u"The password is not right."_s);
    type("deletionPassword", u"gleb-demo-Passport"_s);
    press("deletionAccept");
    QTRY_VERIFY(std::holds_alternative<session::SignedOut>(client().session().state()));
    QTRY_VERIFY(!dialog->isVisible());
}

} // namespace passport

QTEST_MAIN(passport::AccountDialogsTest)
#include "accountdialogstest.moc"
