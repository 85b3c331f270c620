// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "client/account.h"
#include "portalscene.h"
#include "ui/portals/createdialog.h"
#include "ui/portals/leavedialog.h"
#include "ui/portals/portaldelegate.h"
#include "ui/portals/renamedialog.h"
#include "ui/security/stepupdialog.h"

#include <QAbstractButton>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>

using namespace Qt::StringLiterals;

namespace passport {

/// Portals created, renamed, left and joined through the window, against the real backend.
class PortalDialogsTest : public PortalScene {
    Q_OBJECT

private Q_SLOTS:
    void createsAndRenames();
    void aProofNotGivenCreatesNothing();
    void acceptsAnInvitation();
    void acceptsTwoAtOnce();
    void declinesAnInvitation();
    void answersAnInvitationByKeys();
    void takenAddressHasProposals();

private:
    /// The buttons of an invitation, once the list has been laid out.
    [[nodiscard]] PortalDelegate::Answers answers(const QString &title) const;
    static void press(const QWidget &dialog) { press(dialog, "changePrimary"); }
    static void press(const QWidget &dialog, const char *button);
    /// Of a portal that was created: its page is all that the dialog says now, and leads on to it.
    static void seeCreated(CreateDialog &dialog);
    /// Answers the question who is there, which stands over `dialog`.
    static void prove(const QWidget &dialog, const QString &password);
};

PortalDelegate::Answers PortalDialogsTest::answers(const QString &title) const
{
    return PortalDelegate::answers(place(title), list()->font());
}

void PortalDialogsTest::press(const QWidget &dialog, const char *button)
{
    auto *found = dialog.findChild<QAbstractButton *>(QLatin1StringView(button));
    QVERIFY(found);
    QTRY_VERIFY(found->isEnabled());
    QTest::mouseClick(found, Qt::LeftButton);
}

void PortalDialogsTest::prove(const QWidget &dialog, const QString &password)
{
    QTRY_VERIFY(dialog.findChild<StepUpDialog *>());
    const auto &question = *dialog.findChild<StepUpDialog *>();
    auto *proof = question.findChild<QLineEdit *>(u"stepUpPassword"_s);
    proof->selectAll();
    QTest::keyClicks(proof, password);
    press(question, "stepUpAccept");
}

void PortalDialogsTest::seeCreated(CreateDialog &dialog)
{
    QTRY_VERIFY(dialog.findChild<QWidget *>(u"portalCreated"_s)->isVisible());
    QCOMPARE(dialog.windowTitle(), u"The portal is there"_s);
    QCOMPARE(dialog.findChild<QLabel *>(u"newPortalTitle"_s)->text(), u"Bakery"_s);
    QVERIFY(dialog.findChild<QLabel *>(u"newPortalAddress"_s)->text().contains(u"b24-"_s));
    QVERIFY(!dialog.findChild<QLineEdit *>(u"portalTitle"_s)->isVisible());
    for (const auto *label : dialog.findChildren<QLabel *>())
        QVERIFY2(!label->isVisible() || !label->text().contains(u"will be"_s), qPrintable(label->text()));
    QCOMPARE(dialog.findChild<QAbstractButton *>(u"changeCancel"_s)->text(), u"Close"_s);
    QSignalSpy opened(&dialog, &CreateDialog::openRequested);
    press(dialog); // the same button leads on
    QCOMPARE(opened.size(), 1);
}

void PortalDialogsTest::createsAndRenames() // PO-10, PO-12
{
    signIn("gleb");
    QTRY_VERIFY(!client().account().contacts().login().isEmpty());
    QTest::mouseClick(find<QAbstractButton>("createPortal"), Qt::LeftButton);
    auto *create = find<CreateDialog>("createDialog");
    QVERIFY(create);
    QCOMPARE(create->findChild<QLabel *>(u"ownerAccount"_s)->text(), u"gleb@example.test"_s); // which of two Glebs
    QCOMPARE(create->windowTitle(), u"New portal"_s);
    QTest::keyClicks(create->findChild<QLineEdit *>(u"portalTitle"_s), u"Bakery"_s);
    press(*create);
    prove(*create, u"wrong"_s); // SR-40
    QTRY_VERIFY(create->findChild<QWidget *>(u"stepUpStrip"_s)->isVisible());
    prove(*create, u"gleb-demo-Passport"_s);
    QTRY_VERIFY(!create->findChild<StepUpDialog *>());
    seeCreated(*create);
    QTRY_VERIFY(!find<CreateDialog>("createDialog"));
    QTRY_VERIFY(row(u"Bakery"_s).isValid());
    QVERIFY(row(u"Bakery"_s).data(PortalModel::AddressRole).toString().contains(u"b24-"_s));
    QTRY_COMPARE(find<QAbstractButton>("createPortal")->text(), u"Create (1 of 7)"_s);

    list()->setCurrentIndex(row(u"Bakery"_s));
    QTest::keyClick(list(), Qt::Key_F2);
    auto *rename = find<RenameDialog>("renameDialog");
    QVERIFY(rename);
    auto *verdict = rename->findChild<QLabel *>(u"addressVerdict"_s);
    auto *field = rename->findChild<QLineEdit *>(u"newAddress"_s);
    field->setText(u"romashka"_s);
    QTRY_VERIFY(verdict->text().startsWith(u"This address is taken."_s));
    field->setText(u"bakery-msk"_s);
    QTRY_COMPARE(verdict->text(), u"The address is free"_s);
    press(*rename); // the proof of a minute ago still holds
    QTRY_VERIFY(!find<RenameDialog>("renameDialog"));
    QTRY_VERIFY(row(u"Bakery"_s).data(PortalModel::AddressRole).toString().endsWith(u"/p/bakery-msk"_s));
}

void PortalDialogsTest::aProofNotGivenCreatesNothing()
{
    signIn("gleb");
    QTest::mouseClick(find<QAbstractButton>("createPortal"), Qt::LeftButton);
    auto *create = find<CreateDialog>("createDialog");
    QTest::keyClicks(create->findChild<QLineEdit *>(u"portalTitle"_s), u"Bakery"_s);
    press(*create);
    QTRY_VERIFY(create->findChild<StepUpDialog *>());
    press(*create->findChild<StepUpDialog *>(), "stepUpCancel");
    QTRY_VERIFY(!create->findChild<StepUpDialog *>());
    auto *error = create->findChild<QLabel *>(u"changeError"_s);
    QVERIFY(create->isVisible() && error->text().isEmpty()); // as it was typed, and nothing has gone wrong
    press(*create);
    prove(*create, u"gleb-demo-Passport"_s);
    QTRY_VERIFY(row(u"Bakery"_s).isValid());
}

void PortalDialogsTest::acceptsAnInvitation()
{
    signIn("anna");
    QTRY_VERIFY(list()->isVisible());
    const auto buttons = answers(u"Тест"_s);
    QTest::mouseClick(list()->viewport(), Qt::LeftButton, {}, buttons.accept.center());
    QTRY_VERIFY(row(u"Тест"_s).data(PortalModel::StateRole).toInt() != static_cast<int>(Portal::State::Invited));
}

void PortalDialogsTest::acceptsTwoAtOnce()
{
    signIn("anna");
    QVERIFY(backend().administer({u"portal"_s, u"member"_s, u"vera-1"_s, u"anna@example.test"_s, u"invited"_s}));
    const auto invited = [this](const QString &title) {
        return row(title).isValid()
            && row(title).data(PortalModel::StateRole).toInt() == static_cast<int>(Portal::State::Invited);
    };
    const QString other = u"Проект 1"_s;
    QTRY_VERIFY(invited(u"Тест"_s) && invited(other));
    const auto first = answers(u"Тест"_s);
    const auto second = answers(other);
    QTest::mouseClick(list()->viewport(), Qt::LeftButton, {}, first.accept.center());
    QTest::mouseClick(list()->viewport(), Qt::LeftButton, {}, second.accept.center()); // before the first is answered
    QTRY_VERIFY(row(other).isValid() && !invited(other) && !invited(u"Тест"_s));
}

void PortalDialogsTest::declinesAnInvitation()
{
    signIn("anna");
    QTRY_VERIFY(list()->isVisible());
    const auto buttons = answers(u"Тест"_s);
    QTest::mouseClick(list()->viewport(), Qt::LeftButton, {}, buttons.decline.center());
    auto *dialog = find<LeaveDialog>("leaveDialog");
    QVERIFY(dialog); // who has missed the other button is asked
    press(*dialog);
    QTRY_VERIFY(!row(u"Тест"_s).isValid());
}

void PortalDialogsTest::answersAnInvitationByKeys()
{
    signIn("anna");
    QTRY_VERIFY(list()->isVisible());
    page().activateWindow();
    list()->setFocus(Qt::TabFocusReason);
    QTRY_VERIFY(list()->hasFocus());
    list()->setCurrentIndex(row(u"Тест"_s));
    for (const RowPart part : {RowPart::Accept, RowPart::Decline, RowPart::Menu}) {
        QTest::keyClick(list(), Qt::Key_Tab);
        QCOMPARE(list()->part(), part);
        QVERIFY(page().testAttribute(Qt::WA_KeyboardFocusChange)); // the ring is drawn, after a click, too
    }
    QTest::keyClick(list(), Qt::Key_Backtab);
    QTest::keyClick(list(), Qt::Key_Return);
    auto *dialog = find<LeaveDialog>("leaveDialog");
    QVERIFY(dialog); // declining is asked about
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY(!find<LeaveDialog>("leaveDialog"));
    list()->setCurrentIndex(row(u"Склад"_s)); // another row begins anew
    QCOMPARE(list()->part(), RowPart::Row);
    list()->setCurrentIndex(row(u"Тест"_s));
    QTest::keyClick(list(), Qt::Key_Tab);
    QTest::keyClick(list(), Qt::Key_Space);
    QTRY_VERIFY(row(u"Тест"_s).data(PortalModel::StateRole).toInt() != static_cast<int>(Portal::State::Invited));
}

void PortalDialogsTest::takenAddressHasProposals()
{
    signIn("anna");
    list()->setCurrentIndex(row(u"Ромашка"_s));
    QTest::keyClick(list(), Qt::Key_F2);
    auto *rename = find<RenameDialog>("renameDialog");
    QVERIFY(rename);
    auto *field = rename->findChild<QLineEdit *>(u"newAddress"_s);
    auto *proposal = rename->findChild<QAbstractButton *>(u"proposal1"_s);
    QVERIFY(!proposal->isVisible());
    field->setText(u"sklad"_s);
    QTRY_VERIFY(proposal->isVisible());
    QCOMPARE(proposal->text(), u"sklad-company"_s);
    QTRY_VERIFY(rename->findChild<QAbstractButton *>(u"proposal2"_s)->isVisible());
    QTest::mouseClick(proposal, Qt::LeftButton);
    QCOMPARE(field->text(), u"sklad-company"_s);
    QVERIFY(!proposal->isVisible());
    auto *verdict = rename->findChild<QLabel *>(u"addressVerdict"_s);
    QTRY_COMPARE(verdict->text(), u"The address is free"_s);
}

} // namespace passport

QTEST_MAIN(passport::PortalDialogsTest)
#include "portaldialogstest.moc"
