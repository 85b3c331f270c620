// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "portalscene.h"
#include "ui/portals/createdialog.h"
#include "ui/portals/leavedialog.h"
#include "ui/portals/portalmenu.h"
#include "ui/portals/renamedialog.h"
#include "ui/tray/traystate.h"

#include <QAbstractButton>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>

using namespace Qt::StringLiterals;

namespace passport {

/// The page of portals over the real backend: groups, order, marks, and the dialogs as far as they go by themselves.
class PortalArrangeTest : public PortalScene {
    Q_OBJECT

private Q_SLOTS:
    void pinsAndUndoes();
    void movesByKeys();
    void movesByPointer();
    void escapeTakesTheDragBack();
    void disconnectedIsNotCounted();
    void menuSaysWhatIsPossible();
    void trayHasThePinnedFirst();
    void createSaysInWhichPassport();
    void createExplainsTheLimit();
    void renameSaysWhyNot();
    void renameTellsTheWayOverTheSupport();

private:
    [[nodiscard]] QStringList titles() const;
    void choose(const QString &title, const char *action) const;
    /// Where a row is, once the list has been laid out.
    [[nodiscard]] QPoint middle(const QString &title) const;
    void drag(const QString &title, const QPoint &to) const;
};

QStringList PortalArrangeTest::titles() const
{
    QStringList titles;
    for (const auto *portal : model().connected())
        titles += portal->title;
    return titles;
}

void PortalArrangeTest::choose(const QString &title, const char *action) const
{
    PortalMenu menu(row(title));
    QSignalSpy chosen(&menu, &PortalMenu::chosen);
    auto *entry = menu.findChild<QAction *>(QLatin1StringView(action));
    QVERIFY2(entry && entry->isEnabled(), action);
    entry->trigger();
    QCOMPARE(chosen.size(), 1);
    Q_EMIT list()->actionRequested(chosen.at(0).at(0).value<PortalAction>(), idOf(title));
}

QPoint PortalArrangeTest::middle(const QString &title) const
{
    const QRect there = place(title);
    return there.isEmpty() ? QPoint(-1, -1) : there.center();
}

void PortalArrangeTest::drag(const QString &title, const QPoint &to) const
{
    auto *viewport = list()->viewport();
    const QPoint from = middle(title);
    QTest::mousePress(viewport, Qt::LeftButton, {}, from);
    // By hand: QTest::mouseMove() has no button down.
    for (const QPoint &at : {from + QPoint(0, (to.y() - from.y()) / 2), to}) {
        QMouseEvent move(
            QEvent::MouseMove, at, viewport->mapToGlobal(QPointF(at)), Qt::NoButton, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(viewport, &move);
    }
}

void PortalArrangeTest::pinsAndUndoes()
{
    signIn("anna");
    list()->setCurrentIndex(row(u"Склад"_s));
    choose(u"Склад"_s, "pinPortal");
    QCOMPARE(titles(), (QStringList{u"Склад"_s, u"Ромашка"_s, u"Тест"_s}));
    QCOMPARE(list()->currentIndex(), row(u"Склад"_s)); // the row was taken along
    QVERIFY(row(u"Склад"_s).data(Qt::AccessibleTextRole).toString().startsWith(u"Склад, pinned, 1 of 1"_s));
    auto *strip = find<QWidget>("portalsStrip");
    QVERIFY(strip->isVisible());
    QTest::mouseClick(strip->findChild<QAbstractButton *>(u"stripFirst"_s), Qt::LeftButton);
    QCOMPARE(titles(), (QStringList{u"Ромашка"_s, u"Склад"_s, u"Тест"_s}));
    QVERIFY(!strip->isVisible());
}

void PortalArrangeTest::movesByKeys()
{
    signIn("anna");
    list()->setFocus();
    list()->setCurrentIndex(row(u"Тест"_s));
    QTest::keyClick(list(), Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(titles(), (QStringList{u"Ромашка"_s, u"Тест"_s, u"Склад"_s}));
    QCOMPARE(list()->currentIndex(), row(u"Тест"_s));
    QTest::keyClick(list(), Qt::Key_Up, Qt::AltModifier); // the first of its group already
    QCOMPARE(titles(), (QStringList{u"Ромашка"_s, u"Тест"_s, u"Склад"_s}));
    client().portals().refresh(); // what the server says later does not move it back
    QSignalSpy read(&client().portals(), &Portals::stateChanged);
    QTRY_VERIFY(!read.isEmpty());
    QCOMPARE(titles(), (QStringList{u"Ромашка"_s, u"Тест"_s, u"Склад"_s}));
    QCOMPARE(list()->currentIndex(), row(u"Тест"_s));
}

void PortalArrangeTest::movesByPointer()
{
    signIn("anna");
    QTRY_VERIFY(list()->isVisible());
    drag(u"Склад"_s, middle(u"Тест"_s));
    QCOMPARE(titles(), (QStringList{u"Ромашка"_s, u"Склад"_s, u"Тест"_s})); // not kept while the button is down
    QCOMPARE(row(u"Склад"_s).row(), row(u"Тест"_s).row() + 1);
    QTest::mouseRelease(list()->viewport(), Qt::LeftButton, {}, middle(u"Склад"_s));
    QCOMPARE(titles(), (QStringList{u"Ромашка"_s, u"Тест"_s, u"Склад"_s}));
    // Above its own group it stays in it.
    drag(u"Склад"_s, QPoint(100, 2));
    QTest::mouseRelease(list()->viewport(), Qt::LeftButton, {}, QPoint(100, 2));
    QCOMPARE(titles(), (QStringList{u"Ромашка"_s, u"Склад"_s, u"Тест"_s}));
}

void PortalArrangeTest::escapeTakesTheDragBack()
{
    signIn("anna");
    QTRY_VERIFY(list()->isVisible());
    const int before = row(u"Склад"_s).row();
    drag(u"Склад"_s, middle(u"Тест"_s));
    QVERIFY(row(u"Склад"_s).row() != before);
    QTest::keyClick(list(), Qt::Key_Escape);
    QCOMPARE(row(u"Склад"_s).row(), before);
    QTest::mouseRelease(list()->viewport(), Qt::LeftButton, {}, QPoint(100, 100));
    QCOMPARE(titles(), (QStringList{u"Ромашка"_s, u"Склад"_s, u"Тест"_s}));
}

void PortalArrangeTest::disconnectedIsNotCounted()
{
    signIn("anna");
    QTRY_COMPARE(model().unread(), 15);
    client().portals().switchTo(idOf(u"Склад"_s));
    QTRY_COMPARE(client().portals().current(), idOf(u"Склад"_s));
    choose(u"Ромашка"_s, "mutePortal");
    QCOMPARE(model().unread(), 3);
    choose(u"Склад"_s, "disconnectPortal");
    QCOMPARE(model().unread(), 0);
    QVERIFY(client().portals().current().isEmpty());
    QVERIFY(!row(u"Склад"_s).isValid()); // folded away …
    QCOMPARE(titles(), (QStringList{u"Ромашка"_s, u"Тест"_s}));
    const auto group = list()->model()->index(list()->model()->rowCount() - 1, 0);
    list()->setFocus();
    list()->setCurrentIndex(group);
    QTest::keyClick(list(), Qt::Key_Return); // … and not lost
    QVERIFY(row(u"Склад"_s).isValid());
    choose(u"Склад"_s, "connectPortal");
    QCOMPARE(model().unread(), 3);
}

void PortalArrangeTest::menuSaysWhatIsPossible()
{
    signIn("anna");
    const auto entry
        = [](const PortalMenu &menu, const char *name) { return menu.findChild<QAction *>(QLatin1StringView(name)); };
    PortalMenu admin(row(u"Ромашка"_s));
    QVERIFY(entry(admin, "renamePortal")->isEnabled() && entry(admin, "leavePortal")->isEnabled());
    PortalMenu employee(row(u"Склад"_s));
    QVERIFY(!entry(employee, "renamePortal")->isEnabled());
    QVERIFY(entry(employee, "renamePortal")->toolTip().contains(u"administrator"_s));
    QCOMPARE(entry(employee, "renamePortal")->statusTip(), entry(employee, "renamePortal")->toolTip());
    PortalMenu invited(row(u"Тест"_s));
    QVERIFY(entry(invited, "acceptInvitation")->isEnabled() && entry(invited, "declineInvitation")->isEnabled());
    QVERIFY(!entry(invited, "leavePortal"));
    choose(u"Склад"_s, "disconnectPortal");
    model().setFolded(false);
    PortalMenu disconnected(row(u"Склад"_s));
    QVERIFY(!entry(disconnected, "makeCurrent")->isEnabled() && entry(disconnected, "connectPortal")->isEnabled());
}

void PortalArrangeTest::trayHasThePinnedFirst()
{
    signIn("anna", 20);
    const auto last = idOf(u"Компания 0017"_s);
    model().arrangement().set(Arrangement::Mark::Pinned, last, true);
    auto state = trayStateOf(client());
    QCOMPARE(state.portals.size(), TrayState::maxPortals);
    QCOMPARE(state.portals.front().id, last);
    QVERIFY(state.morePortals);
    model().arrangement().set(Arrangement::Mark::Disconnected, last, true);
    state = trayStateOf(client());
    QVERIFY(state.portals.front().id != last);
}

void PortalArrangeTest::createSaysInWhichPassport()
{
    signIn("anna");
    auto *button = find<QAbstractButton>("createPortal");
    QCOMPARE(button->text(), u"Create (1 of 7)"_s);
    QTest::mouseClick(button, Qt::LeftButton);
    auto *dialog = find<CreateDialog>("createDialog");
    QVERIFY(dialog && dialog->isVisible());
    QCOMPARE(dialog->findChild<QLabel *>(u"ownerName"_s)->text(), u"Анна Иванова"_s);
    auto *create = dialog->findChild<QAbstractButton *>(u"changePrimary"_s);
    QVERIFY(!create->isEnabled());
    QTest::keyClicks(dialog->findChild<QLineEdit *>(u"portalTitle"_s), u"Bakery"_s);
    QVERIFY(create->isEnabled());
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY(!find<CreateDialog>("createDialog"));
}

void PortalArrangeTest::createExplainsTheLimit()
{
    signIn("vera");
    QTest::mouseClick(find<QAbstractButton>("createPortal"), Qt::LeftButton);
    auto *dialog = find<CreateDialog>("createDialog");
    QVERIFY(dialog);
    QVERIFY(!dialog->findChild<QLineEdit *>(u"portalTitle"_s)->isEnabled());
    QVERIFY(!dialog->findChild<QAbstractButton *>(u"changePrimary"_s)->isEnabled());
    QVERIFY(dialog->findChild<QWidget *>(u"createStrip"_s)->isVisible());
}

void PortalArrangeTest::renameSaysWhyNot()
{
    signIn("anna");
    list()->setCurrentIndex(row(u"Ромашка"_s));
    QTest::keyClick(list(), Qt::Key_F2);
    auto *dialog = find<RenameDialog>("renameDialog");
    QVERIFY(dialog && dialog->isVisible());
    auto *field = dialog->findChild<QLineEdit *>(u"newAddress"_s);
    auto *verdict = dialog->findChild<QLabel *>(u"addressVerdict"_s);
    auto *rename = dialog->findChild<QAbstractButton *>(u"changePrimary"_s);
    QCOMPARE(field->text(), u"romashka"_s);
    QVERIFY(!rename->isEnabled()); // it is called so already
    for (const auto &wrong : {u"ab"_s, u"ромашка"_s, u"a--b"_s, u"-abc"_s}) {
        field->setText(wrong);
        QVERIFY2(!verdict->text().isEmpty() && !rename->isEnabled(), qPrintable(wrong)); // at once, without a question
        QCOMPARE(field->accessibleDescription(), verdict->text());
    }
    field->setText(u"Romashka-Group"_s);
    QCOMPARE(verdict->text(), u"Checking…"_s);
    QVERIFY(rename->isEnabled()); // who does not wait is told by the server
}

void PortalArrangeTest::renameTellsTheWayOverTheSupport()
{
    signIn("anna");
    auto &portals = client().portals();
    Portal portal = portals.list()->items.front();
    portal.rename = Portal::Rename::Support;
    auto *dialog = new RenameDialog(portals.newChange(), portal, portals.typeAddress(portal), &page());
    QSignalSpy open(dialog, &RenameDialog::openRequested);
    dialog->open();
    QVERIFY(!dialog->findChild<QLineEdit *>(u"newAddress"_s)->isVisible());
    QVERIFY(dialog->findChild<QLabel *>(u"supportWay"_s)->isVisible());
    QTest::mouseClick(dialog->findChild<QAbstractButton *>(u"changePrimary"_s), Qt::LeftButton);
    QCOMPARE(open.size(), 1);
}

} // namespace passport

QTEST_MAIN(passport::PortalArrangeTest)
#include "portalarrangetest.moc"
