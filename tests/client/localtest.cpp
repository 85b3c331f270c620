// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "client/backoff.h"
#include "client/credentials.h"
#include "client/devicekey.h"
#include "client/dpopsigner.h"
#include "client/hardening.h"
#include "client/logging.h"
#include "client/networkaccess.h"
#include "client/policy.h"
#include "client/pullhistory.h"
#include "client/serveraddress.h"
#include "client/settings.h"
#include "protocol/base64url.h"
#include "protocol/dpop.h"
#include "support/stricttest.h"

#include <QTemporaryDir>
#include <QTest>
#include <sodium.h>
#include <sys/prctl.h>
#include <sys/resource.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace passport {

/// The parts of the client that need no server.
class LocalTest : public StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void noCoreOfThisProcess() // SR-31
    {
        hardenProcess();
        rlimit limit{};
        QCOMPARE(getrlimit(RLIMIT_CORE, &limit), 0);
        QCOMPARE(limit.rlim_cur, 0U);
        QCOMPARE(prctl(PR_GET_DUMPABLE), 0);
    }

    void backoffKeepsToItsPlan_data()
    {
        QTest::addColumn<BackoffPlan>("plan");
        QTest::addColumn<int>("attempt");
        QTest::addColumn<int>("lowest");
        QTest::addColumn<int>("highest");
        // SR-23: 0.5, 1, 2, 4, 8, 8 … s ± 20 %
        QTest::newRow("watched 1") << BackoffPlan::Watched << 1 << 400 << 600;
        QTest::newRow("watched 2") << BackoffPlan::Watched << 2 << 800 << 1200;
        QTest::newRow("watched 5") << BackoffPlan::Watched << 5 << 6400 << 9600;
        QTest::newRow("watched 500") << BackoffPlan::Watched << 500 << 6400 << 9600;
        QTest::newRow("background 1") << BackoffPlan::Background << 1 << 1500 << 2500;
        QTest::newRow("background 5") << BackoffPlan::Background << 5 << 24000 << 40000;
        QTest::newRow("background 500") << BackoffPlan::Background << 500 << 45000 << 75000;
    }
    void backoffKeepsToItsPlan()
    {
        QFETCH(BackoffPlan, plan);
        QFETCH(int, attempt);
        QFETCH(int, lowest);
        QFETCH(int, highest);
        QCOMPARE(backoffDelay(plan, attempt, 0.0).count(), lowest);
        QVERIFY(backoffDelay(plan, attempt, 0.999).count() > highest * 99 / 100);
        QVERIFY(backoffDelay(plan, attempt, 0.999).count() <= highest);
    }

    void keySignsAndComesBackFromItsSeed()
    {
        const DeviceKey key = DeviceKey::generate();
        const auto again = DeviceKey::fromSeed(key.seed());
        QVERIFY(again);
        QCOMPARE(again->publicKey(), key.publicKey());
        const QByteArray signature = again->sign("text");
        const auto *publicKey = reinterpret_cast<const unsigned char *>(key.publicKey().constData());
        const auto *signedBytes = reinterpret_cast<const unsigned char *>(signature.constData());
        const auto *text = reinterpret_cast<const unsigned char *>("text");
        QCOMPARE(crypto_sign_verify_detached(signedBytes, text, 4, publicKey), 0);
        QVERIFY(!DeviceKey::fromSeed("too short"));
        QVERIFY(DeviceKey::generate().publicKey() != key.publicKey());
    }

    void keyOpensWhatIsSealedToIt() // SR-6
    {
        const DeviceKey key = DeviceKey::generate();
        unsigned char boxKey[crypto_box_PUBLICKEYBYTES];
        QCOMPARE(
            crypto_sign_ed25519_pk_to_curve25519(
                boxKey, reinterpret_cast<const unsigned char *>(key.publicKey().constData())),
            0);
        const QByteArray token = "0123456789abcdef0123456789ABCDEF";
        QByteArray box(token.size() + static_cast<qsizetype>(crypto_box_SEALBYTES), Qt::Uninitialized);
        crypto_box_seal(
            reinterpret_cast<unsigned char *>(box.data()), reinterpret_cast<const unsigned char *>(token.constData()),
            static_cast<unsigned long long>(token.size()), boxKey);
        QCOMPARE(key.openSealed(box), token);
        QVERIFY(!DeviceKey::generate().openSealed(box));
        QVERIFY(!key.openSealed("short"));
        box[3] = static_cast<char>(box[3] ^ 1);
        QVERIFY(!key.openSealed(box));
    }

    void proofNamesTheRequest() // SR-28
    {
        const DeviceKey key = DeviceKey::generate();
        const QUrl url(u"https://passport.example.test/rest/profile?x=1#y"_s);
        const auto proof = parseDpopProof(dpopProof(key, "POST", url, u"access"_s, "nonce"));
        QVERIFY(proof);
        QCOMPARE(proof->publicKey, key.publicKey());
        QCOMPARE(proof->signature, key.sign(proof->signingInput));
        QCOMPARE(proof->claims.method, "POST");
        QCOMPARE(proof->claims.url, u"https://passport.example.test/rest/profile"_s);
        QCOMPARE(proof->claims.accessTokenHash, accessTokenHash(u"access"_s));
        QCOMPARE(proof->claims.nonce, u"nonce"_s);
        const auto next = parseDpopProof(dpopProof(key, "POST", url, u"access"_s, "nonce"));
        QVERIFY(next->claims.id != proof->claims.id);
    }

    void credentialsSurviveTheKeychain()
    {
        Credentials credentials;
        credentials.tokens.accessToken = u"a"_s;
        credentials.tokens.refreshToken = u"r"_s;
        credentials.tokens.tokenType = u"DPoP"_s;
        credentials.tokens.expiresIn = 900s;
        credentials.tokens.userId = 1;
        credentials.key = std::make_shared<const DeviceKey>(DeviceKey::generate());
        const auto again = credentialsFromSecret(toSecret(credentials));
        QVERIFY2(again, again ? "" : qPrintable(again.error().detail));
        QCOMPARE(again->tokens, credentials.tokens);
        QCOMPARE(again->key->publicKey(), credentials.key->publicKey());
        QVERIFY(again->remember);
        QVERIFY(!credentialsFromSecret("not json"));
        const QByteArray incomplete = R"({"tokens":{},"key":"AA"})";
        QVERIFY(!credentialsFromSecret(incomplete));
    }

    void logsHideWhatIsARight_data() // SR-22, SR-31
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("secret");
        const QString token = u"AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQExyZw"_s;
        QTest::newRow("token") << u"token is "_s + token << token.first(39);
        QTest::newRow("query") << u"wss://h/subws/?CHANNEL_ID=short%3Aone&mid=1"_s << u"short"_s;
        QTest::newRow("jwt in query") << u"wss://h/subws/?token=ab.cd.ef&jsonRpc=true"_s << u"ab.cd"_s;
        QTest::newRow("json") << u"{\"password\":\"anna-demo\"}"_s << u"anna-demo"_s;
        QTest::newRow("link") << u"https://h/a/s1/abcdefgh12345678/0123456789abcdef0123456789abcdef/"_s
                              << u"abcdefgh12345678"_s;
    }
    void logsHideWhatIsARight()
    {
        QFETCH(QString, line);
        QFETCH(QString, secret);
        QVERIFY(line.contains(secret));
        QVERIFY2(!redacted(line).contains(secret), qPrintable(redacted(line)));
    }
    void logsKeepOrdinaryWords()
    {
        const QString line
            = u"PushConnection: Connecting → Online (passport.portals.list failed: connection_refused)"_s;
        QCOMPARE(redacted(line), line);
    }

    void settingsRememberAndHaveDefaults()
    {
        QTemporaryDir folder;
        QSettings store(folder.filePath(u"p.ini"_s), QSettings::IniFormat);
        Settings settings(store);
        const QString origin = u"https://passport.example.test"_s;
        const QString another = u"http://127.0.0.1:8080"_s;
        QCOMPARE(settings.server(), QUrl());
        QCOMPARE(settings.sessionRecord(origin), Settings::SessionRecord::None);
        QVERIFY(!settings.remember());
        QCOMPARE(settings.proxy(), ProxyChoice());
        settings.setServer(QUrl(u"https://passport.example.test"_s));
        settings.setSessionRecord(origin, Settings::SessionRecord::Kept);
        settings.setSessionRecord(another, Settings::SessionRecord::EraseDue);
        settings.setRemember(false);
        settings.setProxy({ProxyChoice::Mode::Manual, u"proxy"_s, 3128, u"me"_s, u"secret-canary"_s});
        store.sync();
        QFile file(store.fileName());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(!file.readAll().contains("secret-canary")); // SR-25
        QSettings reread(store.fileName(), QSettings::IniFormat);
        const Settings again(reread);
        QCOMPARE(again.server(), QUrl(u"https://passport.example.test"_s));
        QCOMPARE(again.sessionRecord(origin), Settings::SessionRecord::Kept);
        QCOMPARE(again.originsToErase(), QStringList{another});
        QCOMPARE(again.remember(), false);
        QCOMPARE(again.proxy().host, u"proxy"_s);
        QCOMPARE(again.proxy().port, 3128);
    }

    void singleRecordOfTheFirstVersionsIsAdopted()
    {
        QTemporaryDir folder;
        QSettings store(folder.filePath(u"p.ini"_s), QSettings::IniFormat);
        store.setValue(u"server"_s, u"https://Passport.example.test:443"_s);
        store.setValue(u"session"_s, u"kept"_s);
        const Settings settings(store);
        QCOMPARE(settings.sessionRecord(u"https://passport.example.test"_s), Settings::SessionRecord::Kept);
        QCOMPARE(settings.sessionRecord(u"https://another.example.test"_s), Settings::SessionRecord::None);
        QVERIFY(!store.contains(u"session"_s));
    }

    void serversAsTyped_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("server");
        QTest::newRow("host") << u"auth2.bitrix24.net"_s << u"https://auth2.bitrix24.net"_s;
        QTest::newRow("spaces around") << u" passport.example.test "_s << u"https://passport.example.test"_s;
        QTest::newRow("port") << u"passport.example.test:8443"_s << u"https://passport.example.test:8443"_s;
        QTest::newRow("page copied from a browser")
            << u"https://passport.example.test/auth/?x=1#y"_s << u"https://passport.example.test"_s;
        QTest::newRow("this computer") << u"127.0.0.1:8080"_s << u"http://127.0.0.1:8080"_s;
        QTest::newRow("this computer by name") << u"http://localhost:8080"_s << u"http://localhost:8080"_s;
        QTest::newRow("IPv6") << u"http://[::1]:8080"_s << u"http://[::1]:8080"_s;
        QTest::newRow("nothing") << u"  "_s << QString();
        QTest::newRow("plain http") << u"http://passport.example.test"_s << QString();
        QTest::newRow("another scheme") << u"ftp://passport.example.test"_s << QString();
        QTest::newRow("a password in it") << u"https://anna:secret@passport.example.test"_s << QString();
        QTest::newRow("a sentence") << u"my company"_s << QString();
        QTest::newRow("script") << u"javascript:alert(1)"_s << QString();
    }
    void serversAsTyped()
    {
        QFETCH(QString, typed);
        QFETCH(QString, server);
        const auto url = serverFromText(typed);
        QCOMPARE(url ? url->toString() : QString(), server);
    }

    void policyDecidesOrIsRefusedWhole()
    {
        const QByteArray decided
            = R"({"server":"https://p.example.test","qr":{"allowed":false},"remember":{"locked":true}})";
        const QByteArray mistyped = R"({"qr":{"allowed":"no"}})";
        QTemporaryDir folder;
        QCOMPARE(*readPolicy(folder.filePath(u"absent.json"_s)), Policy{});
        const QString path = folder.filePath(u"policies.json"_s);
        const auto write = [&path](const QByteArray &text) {
            QFile file(path);
            return file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(text) == text.size();
        };
        QVERIFY(write(decided));
        const auto policy = readPolicy(path);
        QVERIFY(policy);
        QCOMPARE(policy->server, QUrl(u"https://p.example.test"_s));
        QVERIFY(!policy->qrAllowed);
        QVERIFY(!policy->qrBasicAllowed && !policy->qrBasicDecided);
        QVERIFY(policy->rememberLocked);
        QVERIFY(write(R"({"qr":{"basic":false}})"));
        QVERIFY(!readPolicy(path)->qrBasicAllowed && readPolicy(path)->qrBasicDecided);
        QVERIFY(write(mistyped));
        QVERIFY(readPolicy(path).error().detail.contains("qr.allowed"_L1));
        QVERIFY(write("{"));
        QVERIFY(!readPolicy(path));
    }

    void historyDropsRepeats()
    {
        PullHistory history;
        PullEvent event;
        event.mid = u"01"_s;
        QVERIFY(history.isNew(event));
        QVERIFY(!history.isNew(event));
        QCOMPARE(history.position().mid, u"01"_s);
        for (int i = 2; i <= 11; ++i) {
            event.mid = QString::number(i);
            QVERIFY(history.isNew(event));
        }
        event.mid = u"01"_s; // ten others came since: forgotten, as in the public client
        QVERIFY(history.isNew(event));
        event.mid.clear();
        QVERIFY(history.isNew(event));
        QVERIFY(history.isNew(event));
    }

    void lifeOfConfigNeedsNoClock() // SR-3
    {
        const QDateTime start(QDate(2001, 1, 1), QTime(0, 0), Qt::UTC); // any clock but ours
        PullConfig config;
        QVERIFY(!lifeOf(config));
        config.privateChannel = PullChannel{.id = u"c"_s, .publicId = {}, .start = start, .end = start.addSecs(43205)};
        QCOMPARE(lifeOf(config), 43205s);
        config.expires = start.addSecs(660).toSecsSinceEpoch();
        QCOMPARE(lifeOf(config), 660s);
    }

    void proxyIsAskedForEachAddress()
    {
        qputenv("https_proxy", "http://system.example.test:3128");
        qputenv("http_proxy", "http://system.example.test:3128");
        NetworkAccess network;
        QCOMPARE(network.proxyFor(QUrl(u"wss://push.example.test/subws/"_s)).hostName(), u"system.example.test"_s);
        QCOMPARE(network.proxyFor(QUrl(u"https://passport.example.test"_s)).port(), 3128);
        QCOMPARE(network.proxyFor(QUrl(u"http://127.0.0.1:8080"_s)).type(), QNetworkProxy::NoProxy);
        network.setProxy({ProxyChoice::Mode::Manual, u"mine.example.test"_s, 8888, u"me"_s, {}});
        QCOMPARE(network.proxyFor(QUrl(u"wss://push.example.test"_s)).hostName(), u"mine.example.test"_s);
        network.setProxy({ProxyChoice::Mode::None, {}, 0, {}, {}});
        QCOMPARE(network.proxyFor(QUrl(u"https://passport.example.test"_s)).type(), QNetworkProxy::NoProxy);
        qunsetenv("https_proxy");
        qunsetenv("http_proxy");
    }
};

} // namespace passport

QTEST_GUILESS_MAIN(passport::LocalTest)
#include "localtest.moc"
