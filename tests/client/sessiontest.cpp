// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "client/session.h"
#include "backend/http/faults.h"
#include "client/apiclient.h"
#include "client/clientcodes.h"
#include "client/keychainstore.h"
#include "client/networkaccess.h"
#include "client/reachability.h"
#include "client/settings.h"
#include "client/signin.h"
#include "client/thisdevice.h"
#include "protocol/accountapi.h"
#include "protocol/signinapi.h"
#include "support/backendfixture.h"
#include "support/keyring.h"
#include "support/stricttest.h"

#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace passport {
namespace {

/// secret-tool, the hand of the person in his keyring, with its output (a secret) kept out of the log.
bool secretTool(const QString &command, const QString &entry)
{
    QProcess tool;
    tool.start(u"secret-tool"_s, {command, u"user"_s, entry});
    return tool.waitForFinished() && tool.exitCode() == 0;
}

/// The parts of one run of the program that live and die with it.
struct Run {
    Run(const QUrl &server, const QString &settingsFile)
        : store(settingsFile, QSettings::IniFormat)
        , api(network, server)
        , session(api, secrets, settings, reachability)
    {
    }

    template <typename State> [[nodiscard]] bool isIn() const { return std::holds_alternative<State>(session.state()); }

    NetworkAccess network;
    Reachability reachability;
    KeychainStore secrets{QStringLiteral("sessiontest")};
    QSettings store;
    Settings settings{store};
    ApiClient api;
    Session session;
};

} // namespace

/// Session from one start of the program to the next, with the real backend and the real keyring.
class SessionTest : public StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void nothingKeptIsSignedOut()
    {
        auto run = start();
        QVERIFY(run->isIn<session::SignedOut>());
        QCOMPARE(std::get<session::SignedOut>(run->session.state()).reason, session::EndReason::None);
    }

    void rememberedSessionOutlivesTheProgram()
    {
        auto run = signedIn(true);
        QVERIFY(run);
        const auto &state = std::get<session::SignedIn>(run->session.state());
        QVERIFY(state.kept);
        QCOMPARE(state.portals.items.size(), 3U); // Анна's
        QTRY_VERIFY(run->session.profile());
        QCOMPARE(run->session.profile()->firstName, u"Анна"_s);
        run = start();
        QVERIFY(run->isIn<session::Restoring>());
        QTRY_VERIFY(run->isIn<session::SignedIn>());
    }

    void unrememberedSessionLeavesNoTrace()
    {
        auto run = signedIn(false);
        QVERIFY(run);
        QVERIFY(!std::get<session::SignedIn>(run->session.state()).kept);
        QVERIFY(!keyringHasEntry());
        run = start();
        QVERIFY(run->isIn<session::SignedOut>());
    }

    void tokensAreNowhereInTheSettings() // SR-29
    {
        auto run = signedIn(true);
        QVERIFY(run);
        const QString canary = run->api.credentials()->tokens.refreshToken;
        run->store.sync();
        QFile file(run->store.fileName());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(!file.readAll().contains(canary.toUtf8()));
    }

    void signOutErasesHereAndThere()
    {
        auto run = signedIn(true);
        QVERIFY(run);
        const Credentials old = *run->api.credentials();
        run->session.signOut();
        QVERIFY(run->isIn<session::SigningOut>());
        QTRY_VERIFY(run->isIn<session::SignedOut>());
        QCOMPARE(std::get<session::SignedOut>(run->session.state()).reason, session::EndReason::Asked);
        QVERIFY(!run->api.credentials());
        QTRY_VERIFY(!keyringHasEntry());
        run->api.setCredentials(old); // a thief's copy
        QSignalSpy ended(&run->api, &ApiClient::sessionEnded);
        run->api.post(GetProfile{});
        QTRY_COMPARE(ended.size(), 1);
    }

    void signOutWorksWithoutTheServer()
    {
        auto run = signedIn(true);
        QVERIFY(run);
        m_backend.faults().unplug(true);
        run->session.signOut();
        QTRY_VERIFY(run->isIn<session::SignedOut>());
        QTRY_VERIFY(!keyringHasEntry());
        run = start();
        QVERIFY(run->isIn<session::SignedOut>());
    }

    void lockedKeyringAtTheStartIsWaitedFor()
    {
        auto run = signedIn(true);
        QVERIFY(run);
        QVERIFY(keyring::lock());
        run = start();
        QTRY_VERIFY(run->isIn<session::RestoreBlocked>());
        QCOMPARE(std::get<session::RestoreBlocked>(run->session.state()).error.code, code::keyringLocked);
        run->session.retry();
        QTRY_VERIFY(run->isIn<session::RestoreBlocked>());
        QVERIFY(keyring::unlock());
        QTRY_VERIFY(run->isIn<session::SignedIn>()); // by itself
    }

    void lockedKeyringLosesNothing() // Nheko-Reborn/nheko#912
    {
        auto run = signedIn(true);
        QVERIFY(run);
        QVERIFY(keyring::lock());
        run = start();
        QTRY_VERIFY(run->isIn<session::RestoreBlocked>());
        run->session.withoutKeychain();
        QVERIFY(run->isIn<session::SignedOut>());
        QVERIFY(keyring::unlock());
        run = start();
        QTRY_VERIFY(run->isIn<session::SignedIn>());
    }

    void lockedKeyringAtSignInOffersThisSessionOnly()
    {
        QVERIFY(keyring::lock());
        auto run = start();
        run->session.begin(freshCredentials(true));
        QTRY_VERIFY(run->isIn<session::SaveBlocked>());
        QCOMPARE(std::get<session::SaveBlocked>(run->session.state()).error.code, code::keyringLocked);
        run->session.withoutKeychain();
        QTRY_VERIFY(run->isIn<session::SignedIn>());
        QVERIFY(!std::get<session::SignedIn>(run->session.state()).kept);
        QVERIFY(keyring::unlock());
        QVERIFY(!keyringHasEntry()); // the choice holds
    }

    void keyringUnlockedDuringSignInSaves()
    {
        QVERIFY(keyring::lock());
        auto run = start();
        run->session.begin(freshCredentials(true));
        QTRY_VERIFY(run->isIn<session::SaveBlocked>());
        QVERIFY(keyring::unlock());
        QTRY_VERIFY(run->isIn<session::SignedIn>());
        QVERIFY(std::get<session::SignedIn>(run->session.state()).kept);
    }

    void signOutOfALockedKeyringErasesLater()
    {
        auto run = signedIn(true);
        QVERIFY(run);
        QVERIFY(keyring::lock());
        run->session.signOut();
        QTRY_VERIFY(run->isIn<session::SignedOut>());
        run = start();
        QVERIFY(run->isIn<session::SignedOut>()); // never signed in with what is left
        QVERIFY(keyring::unlock());
        QTRY_VERIFY(!keyringHasEntry());
    }

    void anotherServerInBetweenLosesNothing()
    {
        QVERIFY(signedIn(true));
        auto run = startAt(m_elsewhere);
        QVERIFY(run->isIn<session::SignedOut>());
        run = start();
        QTRY_VERIFY(run->isIn<session::SignedIn>());
    }

    void whatIsDueToBeErasedIsErasedFromAnywhere()
    {
        auto run = signedIn(true);
        QVERIFY(run);
        QVERIFY(keyring::lock());
        run->session.signOut();
        QTRY_VERIFY(run->isIn<session::SignedOut>());
        QVERIFY(keyring::unlock());
        run = startAt(m_elsewhere);
        QVERIFY(run->isIn<session::SignedOut>());
        QTRY_VERIFY(!keyringHasEntry());
        QTRY_VERIFY(run->settings.originsToErase().isEmpty());
    }

    void deletedEntryIsACleanSignOut() // nextcloud/desktop#3694
    {
        auto run = signedIn(true);
        QVERIFY(run);
        QVERIFY(secretTool(u"clear"_s, entryName()));
        run = start();
        QTRY_VERIFY(run->isIn<session::SignedOut>());
        QCOMPARE(std::get<session::SignedOut>(run->session.state()).reason, session::EndReason::None);
        run->session.begin(freshCredentials(true));
        QTRY_VERIFY(run->isIn<session::SignedIn>());
        QVERIFY(keyringHasEntry());
    }

    void expiredTokenIsRotatedSavedAndUsed() // SR-27
    {
        auto run = signedIn(true);
        QVERIFY(run);
        const QString before = run->api.credentials()->tokens.refreshToken;
        m_backend.clock().advance(16min);
        run = start();
        QTRY_VERIFY(run->isIn<session::SignedIn>());
        QVERIFY(run->api.credentials()->tokens.refreshToken != before);
        m_backend.clock().advance(16min); // the old one would now be a theft
        run = start();
        QTRY_VERIFY(run->isIn<session::SignedIn>());
    }

    void lostRefreshAnswerCostsNothing() // SR-27
    {
        auto run = signedIn(true);
        QVERIFY(run);
        m_backend.clock().advance(16min);
        m_backend.faults().add({.kind = Faults::Kind::DropMidBody, .path = "/oauth/token/"});
        run = start();
        QTRY_VERIFY(run->isIn<session::SignedIn>());
    }

    void refreshThatArrivedTwiceCostsNothing() // SR-27, SR-28
    {
        auto run = signedIn(true);
        QVERIFY(run);
        m_backend.clock().advance(16min);
        m_backend.faults().add({.kind = Faults::Kind::DropAfter, .path = "/oauth/token/"});
        run = start();
        QTRY_VERIFY(run->isIn<session::SignedIn>());
    }

    void deadRefreshTokenEndsTheSession()
    {
        auto run = signedIn(true);
        QVERIFY(run);
        m_backend.clock().advance(31 * 24h); // 30 days idle
        run = start();
        QTRY_VERIFY(run->isIn<session::SignedOut>());
        QCOMPARE(std::get<session::SignedOut>(run->session.state()).reason, session::EndReason::Expired);
        QTRY_VERIFY(!keyringHasEntry());
    }

    void unreachableServerKeepsTheTokens()
    {
        auto run = signedIn(true);
        QVERIFY(run);
        m_backend.faults().unplug(true);
        run = start();
        QTRY_VERIFY(run->isIn<session::LoadingFailed>());
        QCOMPARE(std::get<session::LoadingFailed>(run->session.state()).error.kind, Error::Kind::Offline);
        m_backend.faults().unplug(false);
        Q_EMIT run->reachability.becameReachable();
        QTRY_VERIFY(run->isIn<session::SignedIn>());
    }

    void killedServerIsComeBackTo()
    {
        auto run = signedIn(true);
        QVERIFY(run);
        m_backend.kill();
        run = start();
        QTRY_VERIFY(run->isIn<session::LoadingFailed>());
        m_backend.restart();
        run->session.retry();
        QTRY_VERIFY(run->isIn<session::SignedIn>());
    }

    void clockMayBeAnHourOff_data()
    {
        QTest::addColumn<int>("hours");
        QTest::newRow("behind") << 1;
        QTest::newRow("ahead") << -1;
    }
    void clockMayBeAnHourOff() // SR-3, SR-28
    {
        QFETCH(int, hours);
        m_backend.clock().advance(std::chrono::hours(hours));
        auto run = signedIn(true);
        QVERIFY(run);
        run = start();
        QTRY_VERIFY(run->isIn<session::SignedIn>());
    }

    void init() override
    {
        StrictTest::init();
        m_folder = std::make_unique<QTemporaryDir>();
    }
    void cleanup()
    {
        m_backend.faults().clear();
        QVERIFY(keyring::unlock());
        secretTool(u"clear"_s, entryName()); // false if there is none
    }

private:
    std::unique_ptr<Run> start() { return startAt(m_backend.url()); }

    std::unique_ptr<Run> startAt(const QUrl &server)
    {
        auto run = std::make_unique<Run>(server, m_folder->filePath(u"settings.ini"_s));
        run->session.restore();
        return run;
    }

    Credentials freshCredentials(bool remember)
    {
        NetworkAccess network;
        ApiClient api(network, m_backend.url());
        SignIn signIn(api, thisDevice());
        signIn.signIn(u"anna@example.test"_s, u"anna-demo-Passport"_s, remember);
        if (!QTest::qWaitFor([&] { return std::holds_alternative<signin::Finished>(signIn.state()); }, waitLimit))
            qFatal("anna cannot sign in");
        return std::get<signin::Finished>(signIn.state()).credentials;
    }

    /// Null if it does not come to that.
    std::unique_ptr<Run> signedIn(bool remember)
    {
        auto run = start();
        run->session.begin(freshCredentials(remember));
        return QTest::qWaitFor([&] { return run->isIn<session::SignedIn>(); }, waitLimit) ? std::move(run) : nullptr;
    }

    [[nodiscard]] QString entryName() const { return u"sessiontest/"_s + m_backend.url().toString() + u"/session"_s; }

    [[nodiscard]] bool keyringHasEntry() const { return secretTool(u"lookup"_s, entryName()); }

    const QUrl m_elsewhere{u"https://another.example.test"_s}; ///< Nothing was ever kept of it.
    BackendFixture m_backend;
    std::unique_ptr<QTemporaryDir> m_folder;
};

} // namespace passport

QTEST_GUILESS_MAIN(passport::SessionTest)
#include "sessiontest.moc"
