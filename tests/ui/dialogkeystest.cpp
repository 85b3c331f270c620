// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "accountscene.h"
#include "client/contactchange.h"
#include "support/windowcheck.h"
#include "ui/enterkey.h"
#include "ui/focusring.h"
#include "ui/portals/addressdialog.h"
#include "ui/portals/createdialog.h"
#include "ui/portals/leavedialog.h"
#include "ui/portals/renamedialog.h"
#include "ui/profile/contactdialog.h"
#include "ui/profile/cropdialog.h"
#include "ui/profile/deletiondialog.h"
#include "ui/security/stepupdialog.h"
#include "ui/signin/proxydialog.h"
#include "ui/signin/serverdialog.h"
#include "ui/signin/serverswitchdialog.h"

#include <QCheckBox>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using passport::windowcheck::walk;

namespace passport {

/// Every dialog without a mouse: Tab goes through what is asked and comes to the buttons last, each stop is seen, Enter
/// does what the dialog is for, Esc goes back.
class DialogKeysTest : public AccountScene {
    Q_OBJECT

private Q_SLOTS:
    void serverAndProxy();
    void anotherServer();
    void portalsOfOnesOwn();
    void leavingAPortal();
    void contacts();
    void proofAndDeletion();
    void photo();

private:
    /// Opens it in front, as the program would.
    static void show(QDialog &dialog);
    /// The button that Enter presses in a field.
    [[nodiscard]] static QString entered(const QDialog &dialog);
    static void escape(QDialog &dialog);
    [[nodiscard]] Portal portal(const QString &address) const;

    EnterKey m_enterKey;
    FocusRing m_ring;
};

void DialogKeysTest::show(QDialog &dialog)
{
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.open();
    dialog.activateWindow();
    QTRY_VERIFY(dialog.isActiveWindow());
    QVERIFY(dialog.focusWidget());
}

QString DialogKeysTest::entered(const QDialog &dialog)
{
    const auto buttons = dialog.findChildren<QPushButton *>();
    const auto found = std::ranges::find_if(buttons, &QPushButton::isDefault);
    return found == buttons.end() ? QString() : (*found)->objectName();
}

void DialogKeysTest::escape(QDialog &dialog)
{
    QSignalSpy rejected(&dialog, &QDialog::rejected);
    QTest::keyClick(dialog.focusWidget(), Qt::Key_Escape);
    QCOMPARE(rejected.count(), 1);
    QVERIFY(!dialog.isVisible());
}

Portal DialogKeysTest::portal(const QString &address) const
{
    const auto list = client().portals().list();
    const auto found = std::ranges::find(list->items, address, &Portal::address);
    return found == list->items.end() ? Portal() : *found;
}

void DialogKeysTest::serverAndProxy()
{
    ServerDialog server(QUrl(u"https://passport.example.test"_s), nullptr);
    show(server);
    QCOMPARE(walk(server), (QStringList{u"serverAddress"_s, u"serverDialogCancel"_s, u"useServer"_s}));
    QSignalSpy chosen(&server, &ServerDialog::chosen);
    QTest::keyClick(server.focusWidget(), Qt::Key_Return);
    QCOMPARE(chosen.count(), 1);
    show(server);
    escape(server);
    QCOMPARE(chosen.count(), 1);

    ProxyDialog proxy({.mode = ProxyChoice::Mode::Manual, .host = u"127.0.0.1"_s, .user = {}, .password = {}}, nullptr);
    show(proxy);
    QCOMPARE(
        walk(proxy),
        (QStringList{
            u"proxyHost"_s, u"proxyPort"_s, u"proxyUser"_s, u"proxyPassword"_s, u"passwordEye"_s,
            u"proxyDialogCancel"_s, u"useProxy"_s}));
    QSignalSpy used(&proxy, &ProxyDialog::chosen);
    QTest::keyClick(proxy.focusWidget(), Qt::Key_Return);
    QCOMPARE(used.count(), 1);
    show(proxy);
    escape(proxy);
    QCOMPARE(used.count(), 1);
}

/// Where nothing is to be done by a second Enter, Enter stays.
void DialogKeysTest::anotherServer()
{
    ServerSwitchDialog dialog(
        QUrl(u"https://passport.example.test"_s), QUrl(u"https://other.example.test"_s),
        ServerSwitchDialog::Consequence::Ends, nullptr);
    show(dialog);
    QCOMPARE(walk(dialog), (QStringList{u"serverSwitchCancel"_s, u"serverSwitchAccept"_s}));
    QSignalSpy asked(&dialog, &ServerSwitchDialog::switchAsked);
    QTest::keyClick(dialog.focusWidget(), Qt::Key_Return);
    QVERIFY(!dialog.isVisible());
    QCOMPARE(asked.count(), 0);
}

void DialogKeysTest::portalsOfOnesOwn()
{
    signIn("anna"_L1);
    auto &portals = client().portals();
    const CreateDialog::Owner owner{
        .person = {.name = u"Анна Иванова"_s, .initials = u"АИ"_s, .account = {}, .photo = {}},
        .created = 1,
        .limit = 7};
    CreateDialog create(portals.newChange(), owner, nullptr);
    show(create);
    QTest::keyClicks(create.focusWidget(), u"Bakery"_s);
    QCOMPARE(walk(create), (QStringList{u"portalTitle"_s, u"changeCancel"_s, u"changePrimary"_s}));
    QCOMPARE(entered(create), u"changePrimary"_s);
    escape(create);

    const Portal own = portal(u"romashka"_s);
    RenameDialog rename(portals.newChange(), own, portals.typeAddress(own), nullptr);
    show(rename);
    qobject_cast<QLineEdit *>(rename.focusWidget())->setText(u"sklad"_s); // somebody else's
    QTRY_VERIFY(rename.findChild<QWidget *>(u"proposal2"_s)->isVisible());
    QCOMPARE(walk(rename), (QStringList{u"newAddress"_s, u"proposal1"_s, u"proposal2"_s, u"changeCancel"_s}));
    QTest::keyClick(rename.focusWidget(), Qt::Key_Tab);
    const QString proposal = qobject_cast<QPushButton *>(rename.focusWidget())->text();
    QTest::keyClick(rename.focusWidget(), Qt::Key_Return); // a proposal is taken by Enter, too
    QCOMPARE(qobject_cast<QLineEdit *>(rename.focusWidget())->text(), proposal);
    QCOMPARE(entered(rename), u"changePrimary"_s);
    escape(rename);

    AddressDialog address(nullptr);
    show(address);
    QTest::keyClicks(address.focusWidget(), u"romashka.bitrix24.ru"_s);
    QCOMPARE(walk(address), (QStringList{u"portalAddress"_s, u"openPortal"_s, u"cancelAddress"_s}));
    QSignalSpy chosen(&address, &AddressDialog::chosen);
    QTest::keyClick(address.focusWidget(), Qt::Key_Return);
    QCOMPARE(chosen.count(), 1);
}

void DialogKeysTest::leavingAPortal()
{
    signIn("anna"_L1);
    auto &portals = client().portals();
    LeaveDialog leave(portals.newChange(), portal(u"sklad"_s), nullptr);
    show(leave);
    QCOMPARE(walk(leave), (QStringList{u"changeCancel"_s, u"changePrimary"_s}));
    QTest::keyClick(leave.focusWidget(), Qt::Key_Return); // nobody leaves by a second Enter
    QVERIFY(!leave.isVisible());
    QVERIFY(!portal(u"sklad"_s).memberId.isEmpty());
    LeaveDialog again(portals.newChange(), portal(u"sklad"_s), nullptr);
    show(again);
    QTest::keyClick(again.focusWidget(), Qt::Key_Tab);
    QTest::keyClick(again.focusWidget(), Qt::Key_Return);
    QTRY_VERIFY(portal(u"sklad"_s).memberId.isEmpty());
}

void DialogKeysTest::contacts()
{
    signIn("anna"_L1);
    ContactDialog dialog(client().account().changeContact(Contact::Kind::Email, {}), nullptr);
    show(dialog);
    QTest::keyClicks(dialog.focusWidget(), u"anna.two@example.test"_s);
    dialog.findChild<QLineEdit *>(u"contactPassword"_s)->setText(u"anna-demo-Passport"_s);
    QCOMPARE(
        walk(dialog),
        (QStringList{
            u"contactValue"_s, u"contactPassword"_s, u"passwordEye"_s, u"contactUpdatePortals"_s, u"contactCancel"_s,
            u"contactAccept"_s}));
    QTest::keyClick(dialog.focusWidget(), Qt::Key_Return);
    auto *code = dialog.findChild<QLineEdit *>(u"contactCode"_s);
    QTRY_VERIFY(code->isVisible() && dialog.focusWidget() == code); // the next thing to type
    QCOMPARE(entered(dialog), u"contactAccept"_s);
    QCOMPARE(walk(dialog), (QStringList{u"contactCode"_s, u"contactCancel"_s})); // a code is to be typed first
    escape(dialog);
}

void DialogKeysTest::proofAndDeletion()
{
    signIn("gleb"_L1);
    press("twoStepSwitch");
    QTRY_VERIFY(find<StepUpDialog>("stepUp"));
    auto &proof = *find<StepUpDialog>("stepUp");
    proof.activateWindow();
    QTRY_VERIFY(proof.isActiveWindow());
    QTest::keyClicks(proof.focusWidget(), u"gleb"_s);
    QCOMPARE(walk(proof), (QStringList{u"stepUpPassword"_s, u"passwordEye"_s, u"stepUpCancel"_s, u"stepUpAccept"_s}));
    QCOMPARE(entered(proof), u"stepUpAccept"_s);
    QTest::keyClick(proof.focusWidget(), Qt::Key_Escape);
    QTRY_VERIFY(!find<StepUpDialog>("stepUp"));

    DeletionDialog deletion(client().account().deletion(), client().portals(), u"Глеб Орлов"_s, nullptr);
    show(deletion);
    QTest::keyClicks(deletion.focusWidget(), u"gleb"_s);
    QCOMPARE(
        walk(deletion),
        (QStringList{u"deletionPassword"_s, u"passwordEye"_s, u"deletionCancel"_s, u"deletionAccept"_s}));
    QCOMPARE(entered(deletion), u"deletionAccept"_s);
    escape(deletion);
    QVERIFY(std::holds_alternative<session::SignedIn>(client().session().state()));
}

void DialogKeysTest::photo()
{
    signIn("anna"_L1);
    auto &upload = client().account().photoUpload();
    QImage picture(900, 700, QImage::Format_RGB32);
    picture.fill(Qt::darkGreen);
    upload.take(picture);
    QTRY_VERIFY(std::holds_alternative<photoupload::Cropping>(upload.state()));
    CropDialog dialog(upload, true, nullptr);
    show(dialog);
    const QStringList stops = walk(dialog);
    QVERIFY2(!stops.join(u' ').contains(u'?') && !stops.contains(QString()), qPrintable(stops.join(u' ')));
    QCOMPARE(stops.first(), u"cropView"_s);
    QCOMPARE(stops.last(), u"savePhoto"_s);
    QCOMPARE(entered(dialog), u"savePhoto"_s);
    escape(dialog);
}

} // namespace passport

QTEST_MAIN(passport::DialogKeysTest)
#include "dialogkeystest.moc"
