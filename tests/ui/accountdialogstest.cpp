// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "accountscene.h"
#include "backend/portals/demoportals.h"
#include "support/windowcheck.h"
#include "ui/enterkey.h"
#include "ui/profile/deletiondialog.h"
#include "ui/security/stepupdialog.h"
#include "ui/widgets/question.h"

#include <QCheckBox>
#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace passport {

/// What a person does about password, two-step and the end of the Passport: real widgets and keys, the real server.
class AccountDialogsTest : public AccountScene {
    Q_OBJECT

private Q_SLOTS:
    void passwordIsJudgedAndChanged();
    void currentPasswordIsSaid();
    void passwordsGoWithTheirPage();
    void twoStepTurnsOnAndOff();
    void fewRecoveryCodesAreWarnedOf();
    void deletionNamesThePortals();
    void deletionGrowsWithItsList();
    void manyBlockingPortalsAreScrolledTo();
    void deletionAsksForThePassword();
};

void AccountDialogsTest::passwordIsJudgedAndChanged() // SR-35
{
    signIn("anna"_L1);
    auto *strength = find<QLabel>("passwordStrength");
    auto *reasons = find<QLabel>("passwordReasons");
    QVERIFY(find<QCheckBox>("signOutOthers")->isChecked());
    type("currentPassword", u"anna-demo-Passport"_s);
    type("newPassword", u"romashka7"_s);
    const QString checking = u"Checking…"_s;
    QCOMPARE(strength->text(), checking);
    QTRY_VERIFY(strength->text() != checking);
    QVERIFY(!strength->text().isEmpty() && !reasons->text().startsWith(u"At least 8"_s));
    QVERIFY2(reasons->text().contains(u"your name, e-mail or portal"_s), qPrintable(reasons->text()));
    QVERIFY(!find("changePassword")->isEnabled());
    type("newPassword", u"seven green herons"_s);
    QCOMPARE(strength->text(), checking); // no word about the one before
    QVERIFY2(reasons->text().startsWith(u"At least 8 characters"_s), qPrintable(reasons->text()));
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

/// Nobody finds them there who comes to the computer later (SR-31).
void AccountDialogsTest::passwordsGoWithTheirPage()
{
    signIn("anna"_L1);
    const auto program = mainWindow();
    program->showPage(Page::Security);
    const auto field
        = [&program](const char *name) { return program->findChild<QLineEdit *>(QLatin1StringView(name)); };
    QTest::keyClicks(field("currentPassword"), u"anna-demo-Passport"_s);
    QTest::keyClicks(field("newPassword"), u"seven green herons"_s);
    const auto &change = client().account().password();
    const auto judged = [&change] {
        const auto *editing = std::get_if<passwordchange::Editing>(&change.state());
        return editing && editing->strength;
    };
    QTRY_VERIFY(judged());
    program->showPage(Page::Portals);
    QVERIFY(field("currentPassword")->text().isEmpty());
    QVERIFY(field("newPassword")->text().isEmpty());
    QVERIFY(!field("newPassword")->isUndoAvailable()); // nor by Ctrl+Z
    QVERIFY(!judged());
    program->showPage(Page::Security);
    QVERIFY(field("currentPassword")->text().isEmpty());
    QVERIFY(!program->findChild<QPushButton *>(u"changePassword"_s)->isEnabled());
}

void AccountDialogsTest::twoStepTurnsOnAndOff()
{
    signIn("anna"_L1);
    press("twoStepSwitch");
    prove(u"anna-demo-Passport"_s);
    QTRY_VERIFY(find<QLineEdit>("otpCode")->isVisible());
    const QString secret = find<QLabel>("otpSecret")->text().remove(u' ');
    const QByteArray key = totp::secretFromBase32(secret);
    const QString right = totp::codeAt(key, totp::stepAt(backend().clock().nowMs()));
    type("otpCode", right == u"000000"_s ? u"000001"_s : u"000000"_s);
    QTRY_VERIFY(find<MessageStrip>("twoStepStrip")->isVisible());
    QVERIFY(find<QLineEdit>("otpCode")->text().isEmpty()); // to be typed anew
    type("otpCode", totp::codeAt(key, totp::stepAt(backend().clock().nowMs())));
    QTRY_VERIFY(std::holds_alternative<twostep::ShowingCodes>(client().account().twoStep().state()));
    const QString recovery = std::get<twostep::ShowingCodes>(client().account().twoStep().state()).codes.first();
    QTRY_VERIFY(find<QWidget>("recoveryCard")->isAncestorOf(window().focusWidget())); // where there is to read
    find<QCheckBox>("codesKept")->setChecked(true);
    press("codesDone");
    QTRY_COMPARE(find("twoStepSwitch")->text(), u"Turn off"_s);
    QTRY_COMPARE(window().focusWidget(), find("twoStepSwitch")); // where it began
    const EnterKey enter; // as in the program
    QTest::keyClick(find("twoStepSwitch"), Qt::Key_Return); // one Enter too many, and the next
    QTRY_VERIFY(find<Question>("disableTwoStep"));
    QTRY_COMPARE(windowcheck::problems(*find<Question>("disableTwoStep")), QStringList());
    QTest::keyClick(find<Question>("disableTwoStep")->focusWidget(), Qt::Key_Return);
    QTRY_VERIFY(!find<Question>("disableTwoStep"));
    QCOMPARE(find("twoStepSwitch")->text(), u"Turn off"_s);
    backend().clock().advance(std::chrono::minutes(6)); // the proofs so far are over
    press("phoneRemove");
    press("removeContactAccept");
    QTRY_VERIFY(find<QLineEdit>("stepUpPassword") && find<QLineEdit>("stepUpPassword")->isVisible());
    press("stepUpOther"); // either will do
    QVERIFY(!find<QLineEdit>("stepUpPassword")->isVisible());
    QCOMPARE(find<StepUpDialog>("stepUp")->focusWidget(), find<QWidget>("stepUpCode"));
    press("stepUpOther");
    prove(u"not this one"_s);
    QTRY_COMPARE(said("stepUpStrip"), u"The password is not right."_s);
    press("stepUpCancel");
    QTRY_VERIFY(!find<StepUpDialog>("stepUp"));
    press("twoStepSwitch");
    press("disableTwoStepAccept");
    QTRY_VERIFY(find<QLineEdit>("stepUpCode") && find<QLineEdit>("stepUpCode")->isVisible()); // no password will do
    QVERIFY(!find("stepUpOther")->isVisible());
    QVERIFY(!find<QLineEdit>("stepUpPassword")->isVisible());
    type("stepUpCode", u"000-000"_s);
    press("stepUpAccept");
    QTRY_VERIFY(find<MessageStrip>("stepUpStrip")->isVisible());
    QTRY_COMPARE(windowcheck::problems(*find<StepUpDialog>("stepUp")), QStringList());
    type("stepUpCode", recovery);
    press("stepUpAccept");
    QTRY_COMPARE(find("twoStepSwitch")->text(), u"Set up"_s);
}

void AccountDialogsTest::fewRecoveryCodesAreWarnedOf() // PR-14
{
    signIn("anna"_L1);
    const auto elsewhere = backend().signedIn(u"anna"_s); // where the codes are used up
    press("twoStepSwitch");
    prove(u"anna-demo-Passport"_s);
    QTRY_VERIFY(find<QLineEdit>("otpCode")->isVisible());
    const QByteArray key = totp::secretFromBase32(find<QLabel>("otpSecret")->text().remove(u' '));
    type("otpCode", totp::codeAt(key, totp::stepAt(backend().clock().nowMs())));
    auto &twoStep = client().account().twoStep();
    QTRY_VERIFY(std::holds_alternative<twostep::ShowingCodes>(twoStep.state()));
    const QStringList codes = std::get<twostep::ShowingCodes>(twoStep.state()).codes;
    find<QCheckBox>("codesKept")->setChecked(true);
    press("codesDone");
    const auto leaves = [&](const QStringList &used, const QString &said) {
        for (const QString &code : used)
            QCOMPARE(elsewhere->call("passport.stepup", {{"code"_L1, code}}).status, 200);
        twoStep.refresh();
        QTRY_COMPARE(find<QLabel>("twoStepState")->text(), said);
    };
    auto *strip = find<MessageStrip>("twoStepStrip");
    leaves(codes.first(6), u"On, 4 recovery codes left"_s);
    QVERIFY(!strip->isVisible());
    leaves(codes.mid(6, 1), u"On, 3 recovery codes left"_s);
    QVERIFY(strip->isVisible());
    QCOMPARE(strip->text(), u"3 recovery codes are left. Make new ones before they are used up."_s);
    press("newRecoveryCodes");
    if (find<QLineEdit>("stepUpCode")) { // a proof of who it is came too long ago
        type("stepUpCode", codes.at(7));
        press("stepUpAccept");
    }
    QTRY_VERIFY(std::holds_alternative<twostep::ShowingCodes>(twoStep.state()));
    find<QCheckBox>("codesKept")->setChecked(true);
    press("codesDone");
    QTRY_COMPARE(find<QLabel>("twoStepState")->text(), u"On, 10 recovery codes left"_s);
    QVERIFY(!strip->isVisible());
}

void AccountDialogsTest::deletionNamesThePortals() // SR-44
{
    signIn("anna"_L1);
    auto *dialog = new DeletionDialog(client().account().deletion(), client().portals(), u"Анна Иванова"_s, &window());
    dialog->open();
    const QString list = find<QLabel>("blockingPortals")->text();
    const auto lines = list.split(u'\n');
    const auto says = [&lines](const QString &portal, const QString &wayOut) {
        return std::ranges::any_of(
            lines, [&](const QString &line) { return line.contains(portal) && line.endsWith(wayOut); });
    };
    QVERIFY2(says(u"Ромашка"_s, u": make somebody else its administrator, then leave it"_s), qPrintable(list));
    QVERIFY2(says(u"Склад"_s, u": leave it"_s), qPrintable(list));
    QVERIFY(!list.contains(u"Тест"_s)); // an invitation keeps nobody
    QVERIFY(!find<QLineEdit>("deletionPassword")->isVisible());
    QSignalSpy asked(dialog, &DeletionDialog::portalsAsked);
    press("deletionAccept");
    QCOMPARE(asked.size(), 1); // to the list, where each has its way out
}

// Portals come while the dialog is open, until he has as many as he may.
void AccountDialogsTest::deletionGrowsWithItsList()
{
    signIn("gleb"_L1);
    auto *dialog = new DeletionDialog(client().account().deletion(), client().portals(), u"Глеб Орлов"_s, &window());
    dialog->open();
    QVERIFY(find<QLineEdit>("deletionPassword")->isVisible());
    const auto elsewhere = backend().signedIn(u"gleb"_s);
    QCOMPARE(AccountFixture::stepUp(*elsewhere, u"gleb"_s).status, 200);
    auto *list = find<QLabel>("blockingPortals");
    for (int portals = 1; portals <= 7; ++portals) {
        const QString title = u"Компания с длинным именем %1"_s.arg(portals);
        QCOMPARE(elsewhere->call("passport.portals.create", {{"title"_L1, title}}).status, 200);
        QTRY_VERIFY(list->isVisible() && list->text().contains(title));
        QTRY_COMPARE(windowcheck::problems(*dialog), QStringList());
    }
}

void AccountDialogsTest::manyBlockingPortalsAreScrolledTo()
{
    constexpr int many = 20;
    backend().foundation().store->writeNow([this](Db &db) {
        addMoreDemoPortals(db, many, backend().clock().now());
        return Done{};
    });
    signIn("anna"_L1);
    const auto dialog = std::make_unique<DeletionDialog>(
        client().account().deletion(), client().portals(), u"Анна Иванова"_s, nullptr);
    dialog->show();
    dialog->activateWindow();
    QTRY_VERIFY(dialog->isActiveWindow());
    QCOMPARE(windowcheck::problems(*dialog), QStringList());
    auto *area = dialog->findChild<QScrollArea *>(u"blockingList"_s);
    const auto *list = dialog->findChild<QLabel *>(u"blockingPortals"_s);
    QCOMPARE(list->text().count(u'\n') + 1, many + 2); // her own two beside them
    QVERIFY(list->height() > area->viewport()->height()); // the dialog itself stays small
    const auto *bar = area->verticalScrollBar();
    QCOMPARE(bar->value(), 0);
    for (int stop = 0; stop < 3 && dialog->focusWidget() != area; ++stop)
        QTest::keyClick(dialog->focusWidget(), Qt::Key_Tab);
    QCOMPARE(dialog->focusWidget(), area);
    for (int page = 0; page < many; ++page)
        QTest::keyClick(area, Qt::Key_PageDown);
    QCOMPARE(bar->value(), bar->maximum());
    QCOMPARE(list->mapTo(area->viewport(), list->rect().bottomLeft()).y(), area->viewport()->rect().bottom());
}

void AccountDialogsTest::deletionAsksForThePassword() // PR-16
{
    signIn("gleb"_L1);
    auto *dialog = new DeletionDialog(client().account().deletion(), client().portals(), u"Глеб Орлов"_s, &window());
    dialog->open();
    QVERIFY(!find("deletionAccept")->isEnabled());
    QCOMPARE(dialog->focusWidget(), find<QWidget>("deletionPassword"));
    for (int i = 0; i < 2; ++i) // over the eye
        QTest::keyClick(dialog->focusWidget(), Qt::Key_Tab);
    QCOMPARE(dialog->focusWidget(), find<QWidget>("deletionCancel"));
    type("deletionPassword", u"not this one"_s);
    press("deletionAccept");
    QTRY_COMPARE(said("deletionStrip"), u"The password is not right."_s);
    QTRY_COMPARE(windowcheck::problems(*dialog), QStringList());
    auto *field = find<QLineEdit>("deletionPassword");
    QTRY_VERIFY(field->height() >= field->sizeHint().height()); // the sentence took no room from it
    type("deletionPassword", u"gleb-demo-Passport"_s);
    press("deletionAccept");
    QTRY_VERIFY(std::holds_alternative<session::SignedOut>(client().session().state()));
    QVERIFY(std::get<session::SignedOut>(client().session().state()).isDeleted());
    QTRY_VERIFY(!dialog->isVisible());
}

} // namespace passport

QTEST_MAIN(passport::AccountDialogsTest)
#include "accountdialogstest.moc"
