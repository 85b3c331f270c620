// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "client/qrscene.h"
#include "journeys/backendprocess.h"
#include "journeys/desktop.h"
#include "protocol/accountapi.h"
#include "support/backendfixture.h"
#include "support/stricttest.h"

#include <QPointer>
#include <QSqlDatabase>
#include <QSqlQuery>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace passport {

namespace {

/// A keyring that takes its time: between the server's answer and the client's record of it anything can happen.
class SlowStore : public MemoryStore {
public:
    void write(
        const QString &name, const QByteArray &secret, QObject *context,
        std::function<void(const Result<Done> &)> handler) override
    {
        const auto work = [this, name, secret, context = QPointer(context), handler = std::move(handler)] {
            if (context)
                MemoryStore::write(name, secret, context, handler);
        };
        m_holds ? m_held.push_back(work) : work();
    }

    void hold() { m_holds = true; }
    [[nodiscard]] bool holdsSomething() const { return !m_held.empty(); }
    void letGo()
    {
        m_holds = false;
        for (const auto &work : std::exchange(m_held, {}))
            work();
    }
    /// What it held is lost, as with a program that was killed.
    void drop()
    {
        m_held.clear();
        m_holds = false;
    }

private:
    bool m_holds = false;
    std::vector<std::function<void()>> m_held;
};

/// As a quarter of an hour does: no access token is good any more.
bool ageAccess(const QString &database)
{
    const QString connection = u"ageing"_s;
    bool done = false;
    {
        auto db = QSqlDatabase::addDatabase(u"QSQLITE"_s, connection);
        db.setDatabaseName(database);
        done = db.open() && QSqlQuery(db).exec(u"UPDATE access SET expires_at = 1"_s);
    }
    QSqlDatabase::removeDatabase(connection);
    return done;
}

} // namespace

/// A refresh token has been rotated, and its record in the keyring is not made yet (SR-27): whoever dies then, nobody
/// is signed out.
class RecordJourneys : public StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void serverIsKilledBeforeTheRecord();
    void programEndsBeforeTheRecord();

private:
    static void signInAndKeep(Desktop &desktop)
    {
        desktop.start();
        desktop.signIn(u"anna@example.test"_s, u"anna-demo-Passport"_s, true);
        QTRY_VERIFY(Desktop::showsPortals());
    }
};

void RecordJourneys::serverIsKilledBeforeTheRecord()
{
    BackendProcess backend;
    QTRY_VERIFY(backend.isReady());
    SlowStore store;
    Desktop desktop(backend.url(), &store);
    signInAndKeep(desktop);
    auto &client = desktop.app().client();
    const QString before = client.api().credentials()->tokens.refreshToken;
    backend.kill();
    QTRY_VERIFY(backend.isGone());
    QVERIFY(ageAccess(backend.database()));
    store.hold();
    backend.start();
    QTRY_VERIFY(backend.isReady());
    client.portals().refresh();
    QTRY_VERIFY(store.holdsSomething()); // answered, and not recorded
    QCOMPARE(client.api().credentials()->tokens.refreshToken, before);
    backend.kill();
    QTRY_VERIFY(backend.isGone());
    backend.start();
    QTRY_VERIFY(backend.isReady());
    store.letGo();
    QTRY_VERIFY(client.api().credentials()->tokens.refreshToken != before);
    QVERIFY(ask(client.api(), GetProfile{})); // acknowledged is durable
    QVERIFY(std::holds_alternative<session::SignedIn>(client.session().state()));
    desktop.quit();
    desktop.start();
    QTRY_VERIFY(Desktop::showsPortals());
}

void RecordJourneys::programEndsBeforeTheRecord()
{
    BackendFixture backend; // its clock can stand: what is forgiven is forgiven for 10 s
    SlowStore store;
    Desktop desktop(backend.url(), &store);
    signInAndKeep(desktop);
    backend.clock().stop();
    backend.clock().advance(16min);
    store.hold();
    desktop.app().client().portals().refresh();
    QTRY_VERIFY(store.holdsSomething());
    desktop.quit();
    store.drop();
    backend.kill();
    backend.restart();
    desktop.start();
    QTRY_VERIFY(Desktop::showsPortals());
}

} // namespace passport

QTEST_MAIN(passport::RecordJourneys)
#include "recordjourneys.moc"
