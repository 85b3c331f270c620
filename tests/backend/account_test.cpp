// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/account/hasher.h"
#include "backend/account/totp.h"
#include "backend/account/users.h"
#include "backend/core/serverurls.h"
#include "protocol/qrlink.h"
#include "support/awaited.h"
#include "support/stricttest.h"

using namespace Qt::StringLiterals;

namespace passport {

class AccountTest : public StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void hashesHaveTheirCostInThem();
    void fullQueueIsOverloaded();
    void codesOfTheStandard_data();
    void codesOfTheStandard();
    void codesHaveAWindow();
    void secretsInBase32();
    void loginsHaveOneSpelling_data();
    void loginsHaveOneSpelling();
    void originsHaveOneSpelling_data();
    void originsHaveOneSpelling();
    void urlsOfTheServer();
};

void AccountTest::hashesHaveTheirCostInThem() // SR-34
{
    Hasher hasher({.cost = {}, .threads = 1}); // what a server uses that says nothing else
    const QByteArray stored = hasher.hashNow("a long enough one");
    QVERIFY(stored.startsWith("$argon2id$v=19$m=65536,t=3,p=1$"));
    QVERIFY(stored != hasher.hashNow("a long enough one")); // salted
    QVERIFY(!hasher.isOutdated(stored));
    QVERIFY(*awaited(hasher.verify(stored, "a long enough one")));
    QVERIFY(!*awaited(hasher.verify(stored, "another one")));
    QVERIFY(!*awaited(hasher.verify({}, "a long enough one"))); // an unknown login
    QCOMPARE(hasher.hashesMade(), 5);
}

void AccountTest::fullQueueIsOverloaded() // SR-34: memory is bounded by the threads, waiting by the queue
{
    Hasher hasher({.cost = {8192, 1}, .threads = 1, .maxQueued = 0});
    const auto refused = awaited(hasher.verify({}, "x"));
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, u"overloaded"_s);
    QCOMPARE(hasher.hashesMade(), 0);
}

void AccountTest::codesOfTheStandard_data() // RFC 6238, appendix B, last six digits
{
    QTest::addColumn<qint64>("seconds");
    QTest::addColumn<QString>("code");
    QTest::newRow("1970") << qint64(59) << u"287082"_s;
    QTest::newRow("2005a") << qint64(1111111109) << u"081804"_s;
    QTest::newRow("2005b") << qint64(1111111111) << u"050471"_s;
    QTest::newRow("2009") << qint64(1234567890) << u"005924"_s;
    QTest::newRow("2033") << qint64(2000000000) << u"279037"_s;
    QTest::newRow("2603") << qint64(20000000000) << u"353130"_s;
}

void AccountTest::codesOfTheStandard()
{
    QFETCH(const qint64, seconds);
    QFETCH(const QString, code);
    QCOMPARE(totp::codeAt("12345678901234567890", totp::stepAt(seconds * 1000)), code);
}

void AccountTest::codesHaveAWindow() // SR-37
{
    const QByteArray secret = "12345678901234567890";
    const qint64 now = 1234567890000;
    const qint64 step = totp::stepAt(now);
    for (qint64 away = -3; away <= 3; ++away) {
        const auto found = totp::stepOf(secret, totp::codeAt(secret, step + away), now, 0);
        QCOMPARE(found.value_or(0), away >= -1 && away <= 1 ? step + away : 0);
    }
    QVERIFY(!totp::stepOf(secret, totp::codeAt(secret, step), now, step)); // used
    QVERIFY(!totp::stepOf(secret, u""_s, now, 0));
    QVERIFY(!totp::stepOf(secret, u"00592"_s, now, 0));
}

void AccountTest::secretsInBase32()
{
    QCOMPARE(totp::secretFromBase32(u"GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"_s), "12345678901234567890");
    QCOMPARE(totp::secretFromBase32(u"gezd gnbv gy3t qojq gezd gnbv gy3t qojq"_s), "12345678901234567890");
    QCOMPARE(totp::secretFromBase32(u"not1base32!"_s), QByteArray());
}

void AccountTest::loginsHaveOneSpelling_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("login");
    QTest::newRow("mail") << u" Anna@Example.TEST "_s << u"anna@example.test"_s;
    QTest::newRow("phone") << u"+7 (900) 000-00-01"_s << u"+79000000001"_s;
    QTest::newRow("phone without plus") << u"79000000001"_s << u"+79000000001"_s;
    QTest::newRow("other digits") << u"+٧٩٠"_s << u"+790"_s;
    QTest::newRow("decomposed") << u"e\u0301@x"_s << u"\u00e9@x"_s;
    QTest::newRow("neither") << u"Anna"_s << u"anna"_s;
    QTest::newRow("empty") << u""_s << u""_s;
}

void AccountTest::loginsHaveOneSpelling()
{
    QFETCH(const QString, typed);
    QFETCH(const QString, login);
    QCOMPARE(normalisedLogin(typed), login);
}

void AccountTest::originsHaveOneSpelling_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("origin");
    QTest::newRow("default port") << u"https://Passport.Example.test:443/rest/?a"_s
                                  << u"https://passport.example.test"_s;
    QTest::newRow("port") << u"HTTP://passport.example.test:8080"_s << u"http://passport.example.test:8080"_s;
    QTest::newRow("IPv6") << u"http://[::1]:8080/x"_s << u"http://[::1]:8080"_s;
    QTest::newRow("no host") << u"/rest/"_s << u""_s;
}

void AccountTest::originsHaveOneSpelling()
{
    QFETCH(const QString, url);
    QFETCH(const QString, origin);
    QCOMPARE(originOf(QUrl(url)), origin);
}

void AccountTest::urlsOfTheServer() // api.md 1
{
    ServerUrls urls;
    urls.set(QUrl(u"https://passport.example.test/"_s), {QUrl(u"http://127.0.0.1:8080"_s)});
    QCOMPARE(urls.base(), u"https://passport.example.test"_s);
    QCOMPARE(urls.domain(), u"passport.example.test"_s);
    QCOMPARE(urls.rest(), u"https://passport.example.test/rest/"_s);
    QCOMPARE(urls.portalRest(u"romashka"_s), u"https://passport.example.test/p/romashka/rest/"_s);
    QVERIFY(urls.isOurs(u"https://passport.example.test"_s));
    QVERIFY(urls.isOurs(u"http://localhost:8080"_s) && urls.isOurs(u"http://[::1]:8080"_s));
    QVERIFY(!urls.isOurs(u"http://localhost:8081"_s) && !urls.isOurs(u"http://passport.example.test"_s));
}

} // namespace passport

QTEST_GUILESS_MAIN(passport::AccountTest)
#include "account_test.moc"
