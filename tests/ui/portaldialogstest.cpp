// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "client/portalmodel.h"
#include "journeys/backendprocess.h"
#include "support/signedin.h"
#include "support/stricttest.h"
#include "ui/portals/createdialog.h"
#include "ui/portals/leavedialog.h"
#include "ui/portals/portaldelegate.h"
#include "ui/portals/portalspage.h"
#include "ui/portals/portalview.h"
#include "ui/portals/renamedialog.h"
#include "ui/security/stepupdialog.h"

#include <QAbstractButton>
#include <QLabel>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace passport {

/// Portals created, renamed, left and joined through the window, against the real backend.
class PortalDialogsTest : public StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void cleanup();
    void createsAndRenames();
    void aProofNotGivenCreatesNothing();
    void acceptsAnInvitation();
    void declinesAnInvitation();
    void warnsASoleAdministrator();

private:
    void signIn(const char *login);
    template <typename T> T *find(const char *name) const { return m_page->findChild<T *>(QLatin1StringView(name)); }
    [[nodiscard]] PortalView *list() const { return find<PortalView>("portalList"); }
    [[nodiscard]] QModelIndex row(const QString &title) const;
    /// The buttons of an invitation, once the list has been laid out.
    [[nodiscard]] PortalDelegate::Answers answers(const QString &title) const;
    static void press(const QWidget &dialog) { press(dialog, "changePrimary"); }
    static void press(const QWidget &dialog, const char *button);
    /// Answers the question who is there, which stands over `dialog`.
    static void prove(const QWidget &dialog, const QString &password);

    std::unique_ptr<BackendProcess> m_backend;
    std::unique_ptr<SignedIn> m_person;
    std::unique_ptr<PortalsPage> m_page;
};

void PortalDialogsTest::cleanup()
{
    m_page.reset();
    m_person.reset();
    m_backend.reset();
}

void PortalDialogsTest::signIn(const char *login)
{
    m_backend = std::make_unique<BackendProcess>();
    QTRY_VERIFY_WITH_TIMEOUT(m_backend->isReady(), 20000);
    m_person = std::make_unique<SignedIn>(m_backend->url());
    auto &client = m_person->client();
    m_page = std::make_unique<PortalsPage>(client.portals(), client.portalModel(), client.session());
    askForProofs(client.account().gate(), *m_page);
    m_page->resize(800, 600);
    m_page->show();
    m_person->signIn(QLatin1StringView(login));
    QTRY_VERIFY(client.portals().list());
    QTRY_VERIFY(client.session().profile());
}

QModelIndex PortalDialogsTest::row(const QString &title) const
{
    const auto *model = list()->model();
    for (int row = 0; row < model->rowCount(); ++row) {
        if (model->index(row, 0).data().toString() == title)
            return model->index(row, 0);
    }
    return {};
}

PortalDelegate::Answers PortalDialogsTest::answers(const QString &title) const
{
    const bool shown = QTest::qWaitFor([this, &title] { return !list()->visualRect(row(title)).isEmpty(); }, waitLimit);
    return shown ? PortalDelegate::answers(list()->visualRect(row(title)), list()->font()) : PortalDelegate::Answers();
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

void PortalDialogsTest::createsAndRenames()
{
    signIn("gleb");
    QTest::mouseClick(find<QAbstractButton>("createPortal"), Qt::LeftButton);
    auto *create = find<CreateDialog>("createDialog");
    QVERIFY(create);
    QTest::keyClicks(create->findChild<QLineEdit *>(u"portalTitle"_s), u"Bakery"_s);
    press(*create);
    prove(*create, u"wrong"_s); // SR-40
    QTRY_VERIFY(create->findChild<QWidget *>(u"stepUpStrip"_s)->isVisible());
    prove(*create, u"gleb-demo-Passport"_s);
    QTRY_VERIFY(!create->findChild<StepUpDialog *>());
    QTRY_COMPARE(create->findChild<QAbstractButton *>(u"changeCancel"_s)->text(), u"Close"_s); // it is there
    press(*create, "changeCancel");
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
    QTRY_COMPARE(verdict->text(), u"This address is taken. Try another one."_s);
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

void PortalDialogsTest::warnsASoleAdministrator()
{
    signIn("anna");
    const auto id = m_person->client().portalModel().portalAt(row(u"Ромашка"_s).row());
    Q_EMIT list()->actionRequested(PortalAction::Leave, id);
    auto *dialog = find<LeaveDialog>("leaveDialog");
    QVERIFY(dialog);
    auto *warning = dialog->findChild<QWidget *>(u"leaveWarning"_s);
    QVERIFY(!warning->isVisible());
    press(*dialog);
    QTRY_VERIFY(warning->isVisible()); // Boris works there, too
    QCOMPARE(dialog->findChild<QAbstractButton *>(u"changePrimary"_s)->text(), u"Open the portal"_s);
    QVERIFY(row(u"Ромашка"_s).isValid());
}

} // namespace passport

QTEST_MAIN(passport::PortalDialogsTest)
#include "portaldialogstest.moc"
