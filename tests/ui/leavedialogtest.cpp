// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/portals/leavedialog.h"
#include "portalscene.h"
#include "ui/language.h"
#include "ui/security/stepupdialog.h"
#include "ui/style.h"
#include "ui/widgets/messagestrip.h"

#include <QAbstractButton>
#include <QLabel>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace passport {

/// Leaving portals through the window, against the real backend: what the person is told before.
class LeaveDialogTest : public PortalScene {
    Q_OBJECT

private Q_SLOTS:
    void warnsASoleAdministrator();
    void lastMemberIsToldOfTheEnd();
    void theServersWordCountsMore();
    void closedDialogDropsNothingOfTheNext();

private:
    /// The dialog that asks whether to leave it; null if none opens.
    [[nodiscard]] LeaveDialog *leave(const QString &title) const;
    /// Opens it in that language, and sees what it says of the portal that Boris works in, too.
    void seeWarning(const QString &warning, const QString &consequence, const QString &way);
    static void press(const QWidget &dialog, const char *button = "changePrimary");
    /// Answers the question who is there, which stands over `dialog`.
    static void prove(const QWidget &dialog, const QString &password);

    Language m_words;
};

LeaveDialog *LeaveDialogTest::leave(const QString &title) const
{
    Q_EMIT list()->actionRequested(PortalAction::Leave, idOf(title));
    const auto dialogs = page().findChildren<LeaveDialog *>();
    return dialogs.isEmpty() ? nullptr : dialogs.last();
}

void LeaveDialogTest::press(const QWidget &dialog, const char *button)
{
    auto *found = dialog.findChild<QAbstractButton *>(QLatin1StringView(button));
    QVERIFY(found);
    QTRY_VERIFY(found->isEnabled());
    QTest::mouseClick(found, Qt::LeftButton);
}

void LeaveDialogTest::prove(const QWidget &dialog, const QString &password)
{
    QTRY_VERIFY(dialog.findChild<StepUpDialog *>());
    const auto &question = *dialog.findChild<StepUpDialog *>();
    auto *proof = question.findChild<QLineEdit *>(u"stepUpPassword"_s);
    proof->selectAll();
    QTest::keyClicks(proof, password);
    press(question, "stepUpAccept");
}

void LeaveDialogTest::seeWarning(const QString &warning, const QString &consequence, const QString &way)
{
    auto *dialog = leave(u"Ромашка"_s);
    QVERIFY(dialog);
    const auto *strip = dialog->findChild<MessageStrip *>(u"leaveWarning"_s);
    QVERIFY(strip->isVisible());
    QCOMPARE(strip->text(), warning);
    QCOMPARE(dialog->findChild<QLabel *>(u"leaveConsequence"_s)->text(), consequence);
    const auto *primary = dialog->findChild<QAbstractButton *>(u"changePrimary"_s);
    QCOMPARE(primary->text(), way);
    QVERIFY(buttonLook(primary) == ButtonLook::Primary); // no danger in it
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY(!find<LeaveDialog>("leaveDialog"));
    QVERIFY(row(u"Ромашка"_s).isValid());
}

/// At once, before she has asked for anything (PO-17).
void LeaveDialogTest::warnsASoleAdministrator()
{
    signIn("anna");
    seeWarning(
        u"You are its only administrator, and others work there. Make somebody else an administrator first."_s,
        u"You cannot leave “Ромашка” yet. It stays in your list."_s, u"Open the portal"_s);
    m_words.use(u"ru"_s);
    seeWarning(
        u"Вы единственный администратор, а на портале работают другие. Сначала сделайте администратором кого-то ещё."_s,
        u"Из портала «Ромашка» пока нельзя выйти. Он остаётся в списке."_s, u"Открыть портал"_s);
    m_words.use(u"en"_s);
    const auto *dialog = leave(u"Склад"_s); // one of many there
    QVERIFY(dialog && !dialog->findChild<MessageStrip *>(u"leaveWarning"_s)->isVisible());
}

void LeaveDialogTest::lastMemberIsToldOfTheEnd()
{
    signIn("vera");
    QTRY_VERIFY(list()->isVisible());
    const QString title = list()->model()->index(1, 0).data().toString(); // under the head of its group
    const int before = list()->model()->rowCount();
    auto *dialog = leave(title);
    QVERIFY(dialog);
    const auto *strip = dialog->findChild<MessageStrip *>(u"leaveWarning"_s);
    QVERIFY(strip->isVisible());
    QCOMPARE(strip->text(), u"Nobody else is in it: when you leave, the portal is deleted with everything in it."_s);
    const auto *primary = dialog->findChild<QAbstractButton *>(u"changePrimary"_s);
    QCOMPARE(primary->text(), u"Leave and delete the portal"_s);
    QVERIFY(buttonLook(primary) == ButtonLook::Danger);
    QCOMPARE(dialog->focusWidget(), dialog->findChild<QWidget *>(u"changeCancel"_s)); // no Enter ends it
    press(*dialog); // said once is enough
    prove(*dialog, u"vera-demo-Passport"_s); // SR-40
    QTRY_VERIFY(!find<LeaveDialog>("leaveDialog"));
    QTRY_COMPARE(list()->model()->rowCount(), before - 1);
    QVERIFY(!row(title).isValid());
}

/// By a server that does not say it in the list, or because the list is older than that.
void LeaveDialogTest::theServersWordCountsMore()
{
    signIn("anna");
    auto &portals = client().portals();
    Portal portal = portals.list()->items.front();
    QVERIFY(portal.leaveObstacle == Portal::LeaveObstacle::SoleAdministrator);
    portal.leaveObstacle = Portal::LeaveObstacle::None;
    auto *dialog = new LeaveDialog(portals.newChange(), portal, &page());
    dialog->open();
    const auto *strip = dialog->findChild<MessageStrip *>(u"leaveWarning"_s);
    QVERIFY(!strip->isVisible());
    press(*dialog);
    QTRY_VERIFY(strip->isVisible());
    QVERIFY(!dialog->findChild<QLabel *>(u"changeError"_s)->isVisible()); // it is said once
    QCOMPARE(dialog->findChild<QAbstractButton *>(u"changePrimary"_s)->text(), u"Open the portal"_s);
}

/// The first dialog is gone for the person, though not yet for the program.
void LeaveDialogTest::closedDialogDropsNothingOfTheNext()
{
    signIn("anna");
    auto *first = leave(u"Склад"_s);
    QVERIFY(first);
    QTest::keyClick(first, Qt::Key_Escape);
    auto *second = leave(u"Склад"_s);
    QVERIFY(second && second != first);
    QVERIFY(second->isVisible());
    press(*second);
    QTRY_VERIFY(!row(u"Склад"_s).isValid());
    QTRY_VERIFY(!find<LeaveDialog>("leaveDialog"));
}

} // namespace passport

QTEST_MAIN(passport::LeaveDialogTest)
#include "leavedialogtest.moc"
