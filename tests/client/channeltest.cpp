// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/http/faults.h"
#include "client/apiclient.h"
#include "client/networkaccess.h"
#include "client/passportchannel.h"
#include "client/pushconnection.h"
#include "client/reachability.h"
#include "client/secretstore.h"
#include "client/session.h"
#include "client/settings.h"
#include "client/signin.h"
#include "client/thisdevice.h"
#include "protocol/accountapi.h"
#include "protocol/signinapi.h"
#include "support/backendfixture.h"
#include "support/stricttest.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace passport {
namespace {

/// One signed-in program.
struct Program {
    explicit Program(const QUrl &server)
        : api(network, server)
    {
    }

    NetworkAccess network;
    Reachability reachability;
    QTemporaryDir folder;
    QSettings store{folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat};
    Settings settings{store};
    MemoryStore secrets;
    ApiClient api;
    Session session{api, secrets, settings, reachability};
    PushConnection push{network, reachability, {.plan = BackoffPlan::Watched, .waitFactor = 0.1}};
    PassportChannel channel{api, session, push};
    SignIn signIn{api, thisDevice()};
};

} // namespace

/// The person's own push channel on the real backend, as long as the session lasts.
class ChannelTest : public StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void openWhileSignedIn()
    {
        QVERIFY(!m_program->push.isOnline());
        signIn();
        QTRY_VERIFY(m_program->push.isOnline());
        QVERIFY(!std::get<push::Online>(m_program->push.state()).limited);
        m_program->session.signOut();
        QTRY_VERIFY(std::holds_alternative<session::SignedOut>(m_program->session.state()));
        QVERIFY(std::holds_alternative<push::Stopped>(m_program->push.state()));
    }

    void sessionEndedElsewhereEndsHereAtOnce() // SR-43
    {
        signIn();
        QTRY_VERIFY(m_program->push.isOnline());
        ApiClient other(m_program->network, m_backend->url());
        other.setCredentials(*m_program->api.credentials());
        other.post(SignOut{});
        QTRY_VERIFY(std::holds_alternative<session::SignedOut>(m_program->session.state()));
        QCOMPARE(std::get<session::SignedOut>(m_program->session.state()).reason, session::EndReason::Expired);
        QTRY_VERIFY(std::holds_alternative<push::Stopped>(m_program->push.state()));
    }

    void killedServerIsComeBackTo()
    {
        signIn();
        QTRY_VERIFY(m_program->push.isOnline());
        QSignalSpy connected(&m_program->push, &PushConnection::connected);
        m_backend->kill();
        QTRY_VERIFY(!m_program->push.isOnline());
        m_backend->restart();
        QTRY_COMPARE(connected.size(), 1); // whoever listens reads the truth again
        QVERIFY(std::holds_alternative<session::SignedIn>(m_program->session.state()));
    }

    void stoppedServerIsComeBackTo()
    {
        signIn();
        QTRY_VERIFY(m_program->push.isOnline());
        QSignalSpy connected(&m_program->push, &PushConnection::connected);
        m_backend->stop(); // tells its sockets
        QTRY_VERIFY(!m_program->push.isOnline());
        m_backend->restart();
        QTRY_COMPARE(connected.size(), 1);
    }

    void pulledCableIsComeBackTo()
    {
        signIn();
        QTRY_VERIFY(m_program->push.isOnline());
        m_backend->faults().unplug(true);
        QTRY_VERIFY(std::holds_alternative<push::Waiting>(m_program->push.state()));
        m_backend->faults().unplug(false);
        Q_EMIT m_program->reachability.becameReachable();
        QTRY_VERIFY(m_program->push.isOnline());
    }

    void profileSavedElsewhereIsReadAgain()
    {
        signIn();
        QTRY_VERIFY(m_program->push.isOnline());
        QTRY_VERIFY(m_program->session.profile());
        QSignalSpy rang(&m_program->channel, &PassportChannel::accountRang);
        rename(u"Аня"_s);
        QTRY_COMPARE(m_program->session.profile()->firstName, u"Аня"_s);
        QVERIFY(!rang.isEmpty());
    }

    // The doorbell was swallowed, and the server does not know any more that it has rung.
    void profileSavedWhileNothingWasHeardIsReadAgain()
    {
        QSignalSpy read(&m_program->session, &Session::profileChanged);
        signIn();
        QTRY_COMPARE(read.size(), 2); // with the portals, and when the channel had opened
        QSignalSpy rang(&m_program->channel, &PassportChannel::accountRang);
        m_backend->faults().mutePush(true);
        rename(u"Аня"_s);
        m_backend->kill();
        QTRY_VERIFY(!m_program->push.isOnline());
        QVERIFY(rang.isEmpty());
        QCOMPARE(m_program->session.profile()->firstName, u"Анна"_s);
        m_backend->faults().mutePush(false);
        m_backend->restart();
        QTRY_COMPARE(rang.size(), 1);
        QTRY_COMPARE(m_program->session.profile()->firstName, u"Аня"_s);
    }

    void init() override
    {
        StrictTest::init();
        m_backend = std::make_unique<BackendFixture>();
        m_program = std::make_unique<Program>(m_backend->url());
        m_program->session.restore();
    }
    void cleanup()
    {
        m_program.reset();
        m_backend.reset();
    }

private:
    void signIn()
    {
        m_program->signIn.signIn(u"anna@example.test"_s, u"anna-demo-Passport"_s, false);
        QTRY_VERIFY(std::holds_alternative<signin::Finished>(m_program->signIn.state()));
        m_program->session.begin(std::get<signin::Finished>(m_program->signIn.state()).credentials);
        QTRY_VERIFY(std::holds_alternative<session::SignedIn>(m_program->session.state()));
    }

    /// In another program of hers.
    void rename(const QString &firstName)
    {
        ApiClient other(m_program->network, m_backend->url());
        other.setCredentials(*m_program->api.credentials());
        UpdateProfile change;
        change.firstName = firstName;
        change.revision = m_program->session.profile()->revision;
        bool saved = false;
        other.send(change, &other, [&saved](const Result<ProfileChange> &answer) { saved = answer.has_value(); });
        QTRY_VERIFY(saved);
    }

    std::unique_ptr<BackendFixture> m_backend;
    std::unique_ptr<Program> m_program;
};

} // namespace passport

QTEST_GUILESS_MAIN(passport::ChannelTest)
#include "channeltest.moc"
