// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/core/crypto.h"
#include "backend/guard/audit.h"
#include "backend/guard/ratelimit.h"
#include "backend/store/store.h"
#include "support/stricttest.h"

#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace passport {

class GuardTest : public StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void untouchedAuditVerifies();
    void auditChainedAnewIsFound();
    void tamperedAuditIsFound_data();
    void tamperedAuditIsFound();
    void marksAreKeyed();
    void windowSlides();
    void refusedUsesDoNotCount();
    void addressesOfOneCustomerCountTogether();
};

namespace {

struct AuditLog {
    AuditLog()
        : store(std::move(*Store::open({.folder = folder.path()})))
    {
        store->writeNow([this](Db &db) {
            for (UserId user = 1; user <= 3; ++user)
                log.record(
                    db,
                    {.event = audit::signedIn,
                     .actor = user,
                     .address = u"192.0.2.1"_s,
                     .data = {{"method"_L1, u"password"_s}}});
            log.record(db, {.event = audit::signInFailed});
        });
    }

    [[nodiscard]] Result<qint64> verified() const
    {
        return store->writeNow([this](Db &db) { return log.verify(db); });
    }

    const QTemporaryDir folder;
    const Clock clock;
    const Audit log{clock, "a key of this log"_ba};
    const std::unique_ptr<Store> store;
};

} // namespace

void GuardTest::untouchedAuditVerifies()
{
    const AuditLog log;
    const Result<qint64> verified = log.verified();
    QVERIFY(verified);
    QCOMPARE(*verified, 4);
}

/// Whoever can write the database, but does not have the key, makes the row anew and chains it by himself.
void GuardTest::auditChainedAnewIsFound() // SR-41
{
    const AuditLog log;
    log.store->writeNow([&log](Db &db) {
        db.script(u"DELETE FROM audit; UPDATE audit_head SET number = 0, hash = x''"_s);
        Audit(log.clock, "a guess"_ba).record(db, {.event = audit::signedIn, .actor = 9});
    });
    QVERIFY(!log.verified());
}

void GuardTest::tamperedAuditIsFound_data() // SR-41
{
    QTest::addColumn<QString>("change");
    QTest::addColumn<QString>("found");
    QTest::newRow("edited") << u"UPDATE audit SET actor = 9 WHERE number = 2"_s
                            << u"the audit log was changed at or before number 2"_s;
    QTest::newRow("field moved") << u"UPDATE audit SET session = address, address = '' WHERE number = 1"_s
                                 << u"the audit log was changed at or before number 1"_s;
    QTest::newRow("removed") << u"DELETE FROM audit WHERE number = 2"_s
                             << u"the audit log was changed at or before number 3"_s;
    QTest::newRow("cut off") << u"DELETE FROM audit WHERE number > 2"_s
                             << u"the audit log has lost its last rows, after number 2"_s;
}

void GuardTest::tamperedAuditIsFound()
{
    QFETCH(const QString, change);
    QFETCH(const QString, found);
    const AuditLog log;
    log.store->writeNow([&change](Db &db) { db.script(change); });
    const Result<qint64> verified = log.verified();
    QVERIFY(!verified);
    QCOMPARE(verified.error().detail, found);
}

/// All phone numbers are hashed within seconds; with a key that is not in the database nobody can.
void GuardTest::marksAreKeyed() // SR-41
{
    const AuditLog log;
    const QString phone = u"+79000000001"_s;
    const QString mark = log.log.mark(phone);
    QCOMPARE(mark.size(), 64);
    QCOMPARE(log.log.mark(phone), mark);
    QVERIFY(log.log.mark(u"+79000000002"_s) != mark);
    QVERIFY(Audit(log.clock, "a key of another server"_ba).mark(phone) != mark);
    QVERIFY(QString::fromLatin1(crypto::sha256(phone.toUtf8()).toHex()) != mark);
}

void GuardTest::windowSlides()
{
    Clock clock;
    RateLimit limit(clock);
    QVERIFY(!limit.use(u"a"_s, 2, 60s));
    clock.advance(20s);
    QVERIFY(!limit.use(u"a"_s, 2, 60s));
    const auto refused = limit.use(u"a"_s, 2, 60s);
    QVERIFY(refused);
    QVERIFY(*refused > 38s && *refused <= 40s);
    QVERIFY(!limit.use(u"b"_s, 2, 60s));
    clock.advance(40s);
    QVERIFY(!limit.use(u"a"_s, 2, 60s));
    QVERIFY(limit.use(u"a"_s, 2, 60s));
    limit.clear(u"a"_s);
    QVERIFY(!limit.use(u"a"_s, 2, 60s));
}

void GuardTest::refusedUsesDoNotCount()
{
    Clock clock;
    RateLimit limit(clock);
    QVERIFY(!limit.use(u"a"_s, 1, 10s));
    for (int i = 0; i < 100; ++i)
        QVERIFY(limit.use(u"a"_s, 1, 10s));
    clock.advance(10s);
    QVERIFY(!limit.use(u"a"_s, 1, 10s));
    QVERIFY(limit.use(u"none"_s, 0, 10s));
}

void GuardTest::addressesOfOneCustomerCountTogether()
{
    QCOMPARE(limitedAddress(u"203.0.113.7"_s), u"203.0.113.7"_s);
    QCOMPARE(limitedAddress(u"::ffff:203.0.113.7"_s), u"203.0.113.7"_s);
    QCOMPARE(limitedAddress(u"2001:db8:1:2:3:4:5:6"_s), u"2001:db8:1:2::"_s);
    QCOMPARE(limitedAddress(u"2001:db8:1:2::9"_s), limitedAddress(u"2001:db8:1:2:ffff::1"_s));
}

} // namespace passport

QTEST_GUILESS_MAIN(passport::GuardTest)
#include "guard_test.moc"
