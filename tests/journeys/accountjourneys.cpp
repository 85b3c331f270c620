// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/accountfixture.h"
#include "client/account.h"
#include "client/keychainstore.h"
#include "journeys/desktop.h"
#include "support/stricttest.h"
#include "ui/accountbutton.h"
#include "ui/mainwindow.h"

#include <QLabel>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace passport {

/// What is done to the account in one program and seen in another one of the same person; one of the two is the whole
/// desktop program with its windows.
class AccountJourneys : public StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void init() override;
    void cleanup();
    void nameChangedHereIsSeenThere();
    void nameChangedThereIsSeenHere();
    void passwordChangedThereSignsOutHere();
    void contactByTheMailedLink();
    void passportDeletedFromTheNameMenu();

private:
    /// The window here, and the program elsewhere.
    void signIn(QLatin1StringView who, SecretStore *secrets = nullptr);
    static void openProfile() { qobject_cast<MainWindow *>(Desktop::window("mainWindow"_L1))->showPage(Page::Profile); }
    [[nodiscard]] PassportClient &elsewhere() { return m_elsewhere->client(); }
    [[nodiscard]] static QString nameInTheWindow()
    {
        const auto *account = Desktop::part<AccountButton>("mainWindow"_L1, "account"_L1);
        return account ? account->accessibleName() : QString();
    }

    std::unique_ptr<AccountFixture> m_backend;
    std::unique_ptr<Desktop> m_here;
    std::unique_ptr<SignedIn> m_elsewhere;
};

void AccountJourneys::init()
{
    StrictTest::init();
    m_backend = std::make_unique<AccountFixture>();
}

void AccountJourneys::cleanup()
{
    m_elsewhere.reset();
    m_here.reset();
    m_backend.reset();
}

void AccountJourneys::signIn(QLatin1StringView who, SecretStore *secrets)
{
    m_here = std::make_unique<Desktop>(m_backend->url(), secrets);
    m_here->start();
    m_here->signIn(who + "@example.test"_L1, who + "-demo-Passport"_L1, secrets != nullptr);
    QTRY_VERIFY(Desktop::window("mainWindow"_L1));
    QTRY_VERIFY(m_here->app().client().push().isOnline());
    m_elsewhere = std::make_unique<SignedIn>(m_backend->url());
    m_elsewhere->signIn(who);
    QTRY_VERIFY(elsewhere().push().isOnline());
    QTRY_VERIFY(elsewhere().session().profile());
}

void AccountJourneys::nameChangedHereIsSeenThere()
{
    signIn("anna"_L1);
    openProfile();
    Desktop::click("mainWindow"_L1, "firstNameEdit"_L1);
    Desktop::type("mainWindow"_L1, "firstName"_L1, u"Nina"_s);
    Desktop::click("mainWindow"_L1, "firstNameSave"_L1);
    QTRY_COMPARE(elsewhere().session().profile()->firstName, u"Nina"_s);
    QTRY_VERIFY2(nameInTheWindow().contains(u"Nina"_s), qPrintable(nameInTheWindow()));
}

void AccountJourneys::nameChangedThereIsSeenHere()
{
    signIn("anna"_L1);
    QTRY_VERIFY(nameInTheWindow().contains(u"Анна"_s));
    auto &editor = elsewhere().account().profile();
    editor.edit(profile::Field::FirstName);
    editor.type(u"Nina"_s);
    editor.save(false);
    QTRY_VERIFY2(nameInTheWindow().contains(u"Nina"_s), qPrintable(nameInTheWindow()));
}

void AccountJourneys::passwordChangedThereSignsOutHere() // PR-6, SR-43
{
    signIn("anna"_L1);
    elsewhere().account().password().change(u"anna-demo-Passport"_s, u"seven green herons"_s, true);
    QTRY_VERIFY((Desktop::part("signInWindow"_L1, "signInNotice"_L1)));
    QVERIFY(!Desktop::window("mainWindow"_L1));
    QStringList said;
    for (const auto *label : Desktop::part("signInWindow"_L1, "signInNotice"_L1)->findChildren<QLabel *>())
        said << label->text();
    QVERIFY2(
        said.contains(u"You were signed out: the password was changed on another device."_s),
        qPrintable(said.join(u'|')));
    m_here->signIn(u"anna@example.test"_s, u"seven green herons"_s);
    QTRY_VERIFY(Desktop::showsPortals());
}

// SR-42: the page of the mail has the button; the dialog that waits for the code goes by itself.
void AccountJourneys::contactByTheMailedLink()
{
    const QString fresh = u"anna@new.test"_s;
    signIn("anna"_L1);
    openProfile();
    Desktop::click("mainWindow"_L1, "emailChange"_L1);
    Desktop::type("contact"_L1, "contactValue"_L1, fresh);
    Desktop::type("contact"_L1, "contactPassword"_L1, u"anna-demo-Passport"_s);
    Desktop::click("contact"_L1, "contactAccept"_L1);
    QTRY_COMPARE(m_backend->lettersTo(fresh).size(), 1);
    QTRY_VERIFY((Desktop::part("contact"_L1, "contactCode"_L1)));
    const QByteArray link = linkIn(m_backend->lettersTo(fresh).first());
    RestCaller browser(m_backend->port());
    QVERIFY(browser.get(link).body.contains("anna@new.test"));
    const QByteArray form = "do=confirm&token=" + link.mid(link.indexOf('=') + 1);
    const RestCaller::Headers headers{{"Content-Type", "application/x-www-form-urlencoded"}};
    QCOMPARE(browser.post("/mail/contact/", form, headers).status, 200);
    QTRY_VERIFY(!Desktop::window("contact"_L1));
    const auto shown = [] {
        const auto *value = Desktop::part<QLabel>("mainWindow"_L1, "emailValue"_L1);
        return value ? value->text() : QString();
    };
    QTRY_COMPARE(shown(), fresh); // whole: the keys are back at the button of its row
}

void AccountJourneys::passportDeletedFromTheNameMenu() // PR-16
{
    KeychainStore keychain(u"deletion"_s);
    signIn("gleb"_L1, &keychain);
    const auto &api = m_here->app().client().api();
    const QString entry = api.origin() + "/session"_L1;
    const auto kept = [&] {
        std::optional<SecretStore::Found> found;
        keychain.read(entry, &keychain, [&found](const SecretStore::Found &answer) { found = answer; });
        static_cast<void>(QTest::qWaitFor([&] { return found.has_value(); }, waitLimit));
        return found && *found && found->value();
    };
    QVERIFY(kept());
    auto *menu = Desktop::part<AccountButton>("mainWindow"_L1, "account"_L1)->menu();
    menu->popup(Desktop::window("mainWindow"_L1)->mapToGlobal(QPoint(40, 40)));
    QTRY_VERIFY(menu->isVisible());
    auto *entryOfMenu = menu->findChild<QAction *>(u"deleteFromMenu"_s);
    QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(entryOfMenu).center());
    Desktop::type("deletion"_L1, "deletionPassword"_L1, u"gleb-demo-Passport"_s);
    Desktop::click("deletion"_L1, "deletionAccept"_L1);
    QTRY_VERIFY(Desktop::window("signInWindow"_L1));
    QTRY_VERIFY(!Desktop::window("mainWindow"_L1) && !Desktop::window("deletion"_L1));
    QTRY_VERIFY(!kept()); // the keyring has nothing of him
    QTRY_VERIFY(std::holds_alternative<session::SignedOut>(elsewhere().session().state()));
    m_here->signIn(u"gleb@example.test"_s, u"gleb-demo-Passport"_s);
    QTRY_VERIFY((Desktop::part<QLabel>("signInWindow"_L1, "signInError"_L1)));
}

} // namespace passport

QTEST_MAIN(passport::AccountJourneys)
#include "accountjourneys.moc"
