// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/portalhands.h"
#include "support/rawclient.h"
#include "support/stricttest.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace passport {

using namespace portalhands;

namespace {

/// Another program of somebody, listening.
class Ear {
public:
    Ear(const BackendFixture &backend, RestCaller caller)
        : m_caller(std::move(caller))
        , m_socket(backend.port())
    {
        const QByteArray token = m_caller.call("passport.pull.config").result().value("jwt"_L1).toString().toLatin1();
        if (!m_socket.openWebSocket("/bitrix/subws/?token=" + token + "&jsonRpc=true&revision=19"))
            qFatal("nobody listens");
    }

    /// The revision that the next `portalsChanged` tells; -1 if none comes.
    qint64 portalsChanged()
    {
        while (const auto frame = m_socket.frame()) {
            const QJsonObject body
                = QJsonDocument::fromJson(frame->payload).object()["params"_L1]["body"_L1].toObject();
            if (body.value("command"_L1) == "portalsChanged"_L1)
                return body["params"_L1]["revision"_L1].toInteger(-1);
        }
        return -1;
    }

    /// It has heard of the change, and what it reads then is what it was told of.
    bool hearsOfIt() { return portalsChanged() == revisionOf(m_caller); }

private:
    RestCaller m_caller;
    RawClient m_socket;
};

struct Entry {
    UserId actor = 0;
    QJsonObject data;
    bool operator==(const Entry &) const = default;
};

/// What the audit log says of an event that happened once (SR-41).
Entry audited(BackendFixture &backend, const QString &event)
{
    return backend.foundation().store->writeNow([&](Db &db) {
        Rows rows = db.select("SELECT actor, data FROM audit WHERE event = ?"_L1, {event});
        if (!rows.next())
            return Entry();
        Entry entry{.actor = rows.integer(0), .data = QJsonDocument::fromJson(rows.text(1).toUtf8()).object()};
        return rows.next() ? Entry() : entry;
    });
}

} // namespace

/// Who hears of a change of portals, and what the audit log keeps of it.
class PortalDoorbellTest : public StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void creating();
    void renaming();
    void ownChoice_data();
    void ownChoice();
    void colleagueLeaves();
    void ending();
};

void PortalDoorbellTest::creating()
{
    BackendFixture backend;
    RestCaller gleb = proven(backend, u"gleb"_s);
    Ear other(backend, signedIn(backend, u"gleb"_s));
    const QJsonObject portal = gleb.call("passport.portals.create", {{"title"_L1, u"Сад"_s}}).result();
    QVERIFY(other.hearsOfIt());
    const QJsonObject data{
        {"portal"_L1, portal.value("memberId"_L1)}, {"title"_L1, u"Сад"_s}, {"address"_L1, portal.value("address"_L1)}};
    QCOMPARE(audited(backend, u"portal.create"_s), (Entry{4, data}));
}

void PortalDoorbellTest::renaming()
{
    BackendFixture backend;
    RestCaller anna = proven(backend, u"anna"_s);
    Ear own(backend, signedIn(backend, u"anna"_s));
    Ear colleague(backend, signedInBoris(backend));
    const QJsonObject romashka = portalOf(anna, u"romashka"_s);
    QCOMPARE(anna.call("passport.portals.rename", rename(romashka, u"daisy"_s)).status, 200);
    QVERIFY(own.hearsOfIt());
    QVERIFY(colleague.hearsOfIt()); // in his list it has the new address, too
    const QJsonObject data{
        {"portal"_L1, romashka.value("memberId"_L1)}, {"from"_L1, u"romashka"_s}, {"to"_L1, u"daisy"_s}};
    QCOMPARE(audited(backend, u"portal.rename"_s), (Entry{1, data}));
}

void PortalDoorbellTest::ownChoice_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("event");
    QTest::addColumn<QJsonObject>("more");
    QTest::newRow("leaves") << u"sklad"_s << QByteArray("portals.leave") << u"memberId"_s << u"portal.leave"_s
                            << QJsonObject();
    QTest::newRow("accepts") << u"test24"_s << QByteArray("invitations.accept") << u"id"_s << u"invitation.accept"_s
                             << QJsonObject{{"state"_L1, u"active"_s}};
    QTest::newRow("declines") << u"test24"_s << QByteArray("invitations.decline") << u"id"_s << u"invitation.decline"_s
                              << QJsonObject();
}

void PortalDoorbellTest::ownChoice()
{
    QFETCH(QString, address);
    QFETCH(QByteArray, method);
    QFETCH(QString, key);
    QFETCH(QString, event);
    QFETCH(QJsonObject, more);
    BackendFixture backend;
    RestCaller anna = signedIn(backend, u"anna"_s);
    Ear other(backend, signedIn(backend, u"anna"_s));
    const QJsonValue portal = portalOf(anna, address).value("memberId"_L1);
    QCOMPARE(anna.call("passport." + method, {{key, portal}}).status, 200);
    QVERIFY(other.hearsOfIt());
    more.insert("portal"_L1, portal);
    QCOMPARE(audited(backend, event), (Entry{1, more}));
}

/// What leaving would come to is another thing for the administrator then.
void PortalDoorbellTest::colleagueLeaves()
{
    BackendFixture backend;
    Ear administrator(backend, signedIn(backend, u"anna"_s));
    RestCaller boris = signedInBoris(backend);
    const QJsonObject romashka{{"memberId"_L1, portalOf(boris, u"romashka"_s).value("memberId"_L1)}};
    QCOMPARE(boris.call("passport.portals.leave", romashka).status, 200);
    QVERIFY(administrator.hearsOfIt());
}

void PortalDoorbellTest::ending()
{
    BackendFixture backend;
    QVERIFY(run(backend, u"portal member vera-1 gleb@example.test guest"_s));
    RestCaller vera = proven(backend, u"vera"_s);
    Ear invited(backend, signedIn(backend, u"gleb"_s));
    const QJsonValue own = portalOf(vera, u"vera-1"_s).value("memberId"_L1);
    QCOMPARE(vera.call("passport.portals.leave", {{"memberId"_L1, own}, {"endPortal"_L1, true}}).status, 200);
    QVERIFY(invited.hearsOfIt()); // his invitation is gone
    QCOMPARE(audited(backend, u"portal.end"_s), (Entry{3, {{"portal"_L1, own}, {"address"_L1, u"vera-1"_s}}}));
}

} // namespace passport

QTEST_GUILESS_MAIN(passport::PortalDoorbellTest)
#include "portaldoorbell_test.moc"
