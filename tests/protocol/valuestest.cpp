// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "protocol/accountapi.h"
#include "protocol/base64url.h"
#include "protocol/contact.h"
#include "protocol/dpop.h"
#include "protocol/errorcodes.h"
#include "protocol/initials.h"
#include "protocol/json.h"
#include "protocol/person.h"
#include "protocol/portal.h"
#include "protocol/pullconfig.h"
#include "protocol/qrlink.h"
#include "protocol/qrproof.h"
#include "support/stricttest.h"

#include <QSet>
#include <QTest>
#include <sodium.h>

using namespace Qt::StringLiterals;

namespace passport {

/// The values that both sides read and write: forms, limits, and the vector of api.md 9.
class ValuesTest : public StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(sodium_init() >= 0); }

    void base64UrlIsStrict_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("good");
        QTest::newRow("good") << "AQI"_ba << true;
        QTest::newRow("empty") << ""_ba << true;
        QTest::newRow("padding") << "AQI="_ba << false;
        QTest::newRow("tail bits") << "AQJ"_ba << false;
        QTest::newRow("length") << "AQIDB"_ba << false;
        QTest::newRow("alphabet") << "A+I"_ba << false;
        QTest::newRow("space") << "AQ I"_ba << false;
    }
    void base64UrlIsStrict()
    {
        QFETCH(QByteArray, text);
        QFETCH(bool, good);
        QCOMPARE(fromBase64Url(text).has_value(), good);
    }

    void initialsOfPeopleAndPortals_data()
    {
        QTest::addColumn<QString>("first");
        QTest::addColumn<QString>("last");
        QTest::addColumn<QString>("initials");
        QTest::newRow("both") << u"Анна"_s << u"Иванова"_s << u"АИ"_s;
        QTest::newRow("two first names") << u"Анна Мария"_s << u"фон Берг"_s << u"АФ"_s;
        QTest::newRow("small letters") << u"boris"_s << u"petrov"_s << u"BP"_s;
        QTest::newRow("one name") << u" Анна "_s << QString() << u"А"_s;
        QTest::newRow("nothing") << QString() << u"  "_s << QString();
        QTest::newRow("a mark that combines") << u"e\u0301va"_s << u"Smith"_s << u"E\u0301S"_s;
        QTest::newRow("beyond the first plane") << u"𝒜nna"_s << u"𐐨da"_s << u"𝒜𐐀"_s;
        QTest::newRow("quotes") << u"«Анна»"_s << u"(Иванова)"_s << u"АИ"_s;
        QTest::newRow("an emoji before") << u"🎉 Анна"_s << u"Иванова"_s << u"АИ"_s;
        QTest::newRow("emoji alone") << u"👩‍🚀👍"_s << QString() << u"👩‍🚀"_s;
        QTest::newRow("digits") << u"7-я смена"_s << QString() << u"7"_s;
    }
    void initialsOfPeopleAndPortals()
    {
        QFETCH(QString, first);
        QFETCH(QString, last);
        QTEST(initialsOf(first, last), "initials");
    }

    /// api.md 9 (SR-5)
    void proofVector()
    {
        QByteArray seed(32, '\0');
        for (char i = 0; i < 32; ++i)
            seed[i] = i;
        QByteArray publicKey(crypto_sign_PUBLICKEYBYTES, '\0');
        QByteArray secretKey(crypto_sign_SECRETKEYBYTES, '\0');
        const auto bytes = [](QByteArray &array) { return reinterpret_cast<unsigned char *>(array.data()); };
        crypto_sign_seed_keypair(bytes(publicKey), bytes(secretKey), bytes(seed));
        QCOMPARE(toBase64Url(publicKey), "A6EHv_POEL4dcN0Y50vAmWfk1jCbpQ1fHdyGZBJVMbg"_ba);
        QByteArray text = qrProofText(
            "passport.qr.number"_L1, originOf(QUrl(u"HTTPS://Passport.example.test:443/rest/"_s)),
            TicketId(QString::fromLatin1(toBase64Url(QByteArray(32, '\1')))),
            QString::fromLatin1(toBase64Url(QByteArray(16, '\2'))), 2, u"42"_s);
        QByteArray signature(crypto_sign_BYTES, '\0');
        crypto_sign_detached(
            bytes(signature), nullptr, bytes(text), static_cast<unsigned long long>(text.size()), bytes(secretKey));
        QCOMPARE(
            toBase64Url(signature),
            "K40Q0xS2MBdWxsIniRoFPel0-9jNEgC5APJ2GLLnx191HpKyUgqfNPt0pfoyIgmCTs90zaj6B2WQuGheldOGBQ"_ba);
    }

    void linksOfOtherOriginsOrFormsAreRefused_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("good");
        const QString path = u"/a/s1/AbCdEfGh01234567/ABCDEFGHIJKLMNOPQRSTUVWXYZ012345/"_s;
        QTest::newRow("own") << u"https://passport.example.test"_s + path << true;
        QTest::newRow("b24.to") << u"https://b24.to"_s + path << true;
        QTest::newRow("b24.to, plain") << u"http://b24.to"_s + path << false;
        QTest::newRow("other host") << u"https://evil.test"_s + path << false;
        QTest::newRow("user info") << u"https://b24.to@evil.test"_s + path << false;
        QTest::newRow("other port") << u"https://passport.example.test:8443"_s + path << false;
        QTest::newRow("query") << u"https://b24.to"_s + path + u"?x=1"_s << false;
        QTest::newRow("no last slash") << u"https://b24.to"_s + path.chopped(1) << false;
        QTest::newRow("short tag") << u"https://b24.to/a/s1/AbCdEfGh01234567/ABC/"_s << false;
        QTest::newRow("script") << u"javascript:alert(1)"_s << false;
        QTest::newRow("long") << u"https://b24.to"_s + path.repeated(1000) << false;
    }
    void linksOfOtherOriginsOrFormsAreRefused()
    {
        QFETCH(QString, text);
        QFETCH(bool, good);
        const Result<QrLink> link = QrLink::parse(text, QUrl(u"https://passport.example.test/rest/"_s));
        QCOMPARE(link.has_value(), good);
        if (good)
            QCOMPARE(link->toString(), text);
        else
            QCOMPARE(link.error().code, QString(code::badLink));
    }

    void typedCodesAreForgiving()
    {
        QCOMPARE(*parseTypedCode(u" bcdf-ghjk "_s), u"BCDFGHJK"_s);
        QCOMPARE(shownTypedCode(u"BCDFGHJK"_s), u"BCDF-GHJK"_s);
        for (const auto &bad : {u"BCDFGHJ"_s, u"BCDFGHJA"_s, u"BCDFGHJKL"_s, QString()})
            QVERIFY(!parseTypedCode(bad));
    }

    /// SR-9: what a program says of itself cannot rewrite the sentence around it.
    void deviceNamesAreCleaned()
    {
        const auto cleanedName = [](const QString &name) {
            return Device::fromJson({{"name"_L1, name}, {"os"_L1, QString()}, {"app"_L1, QString()}})->name;
        };
        QCOMPARE(cleanedName(u"a\u202Eb\u0000c\nd\u200B"_s), u"abcd"_s);
        QCOMPARE(cleanedName(QString(500, u'x')), QString(64, u'x'));
        QCOMPARE(cleanedName(u"<b>&"_s), u"<b>&"_s); // escaping is the window's part
        QCOMPARE(cleanedName(u"😀"_s.repeated(70)), u"😀"_s.repeated(64));
    }

    void joinersStayWhereTheyMeanSomething_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("kept");
        const auto same = [](const char *what, const QString &text) { QTest::newRow(what) << text << text; };
        same("a family", u"Анна \U0001F468\u200D\U0001F469\u200D\U0001F467"_s);
        same("an emoji of another colour", u"\U0001F469\U0001F3FD\u200D\U0001F4BB"_s);
        same("with a variation", u"\U0001F3F3\uFE0F\u200D\U0001F308"_s);
        same("Persian", u"\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645"_s);
        same("Sinhala", u"\u0DC1\u0DCA\u200D\u0DBB\u0DD3"_s);
        same("Hindi", u"\u0915\u094D\u200C\u0937"_s);
        QTest::newRow("Latin") << u"An\u200Dna\u200C"_s << u"Anna"_s;
        QTest::newRow("alone") << u"\u200D\u200C\u200D"_s << QString();
        QTest::newRow("at the ends") << u"\u200D\U0001F468\u200D"_s << u"\U0001F468"_s;
        QTest::newRow("twice") << u"\U0001F468\u200D\u200D\U0001F469"_s << u"\U0001F468\U0001F469"_s;
        QTest::newRow("around a turn") << u"\U0001F468\u202E\u200D\U0001F469"_s << u"\U0001F468\u200D\U0001F469"_s;
        QTest::newRow("after what does not join") << u"\u062F\u200C\u0627"_s << u"\u062F\u0627"_s;
    }
    void joinersStayWhereTheyMeanSomething() // SR-9
    {
        QFETCH(const QString, text);
        QFETCH(const QString, kept);
        QCOMPARE(cleaned(text), kept);
        QCOMPARE(cleaned(kept), kept);
    }

    void newWordsDoNotHideTheList()
    {
        QJsonObject json{{"memberId"_L1, u"m"_s},   {"title"_L1, u"t"_s},    {"address"_L1, u"a"_s},
                         {"url"_L1, u"u"_s},        {"role"_L1, u"owner"_s}, {"plan"_L1, u"galactic"_s},
                         {"state"_L1, u"frozen"_s}, {"mine"_L1, false},      {"rename"_L1, u"maybe"_s},
                         {"counter"_L1, 0},         {"qrAllowed"_L1, true}};
        const Result<Portal> portal = Portal::fromJson(json);
        QVERIFY(portal);
        QCOMPARE(portal->plan, Portal::Plan::Unknown);
        QCOMPARE(portal->role, Portal::Role::Unknown);
    }

    void listenUrlHasTheOrderOfTheWire()
    {
        PullConfig config;
        config.websocket = u"ws://127.0.0.1:1/bitrix/subws/"_s;
        config.jwt = u"a.b.c"_s;
        QCOMPARE(
            websocketUrl(config, {.mid = u"17"_s, .tag = {}, .time = {}}, false).toString(),
            u"ws://127.0.0.1:1/bitrix/subws/?token=a.b.c&jsonRpc=true&mid=17&revision=19"_s);
        config.jwt.clear();
        config.version = 4;
        config.shared = true;
        config.clientId = u"c1"_s;
        config.privateChannel = PullChannel{.id = u"p:q.s"_s, .publicId = {}, .start = {}, .end = {}};
        config.sharedChannel = PullChannel{.id = u"h.s"_s, .publicId = {}, .start = {}, .end = {}};
        QCOMPARE(
            websocketUrl(config, {}, false).toString(QUrl::FullyEncoded),
            u"ws://127.0.0.1:1/bitrix/subws/?CHANNEL_ID=p%3Aq.s%2Fh.s&format=json&clientId=c1&revision=19"_s);
    }

    void dpopProofIsTakenApart()
    {
        const DpopClaims claims{
            .method = "POST"_ba,
            .url = dpopUrl(QUrl(u"https://h.test/rest/profile?x=1#y"_s)),
            .id = u"j"_s,
            .issuedAt = 5,
            .accessTokenHash = accessTokenHash(u"t"_s),
            .nonce = u"n"_s};
        const QByteArray input = dpopSigningInput(QByteArray(32, 'k'), claims);
        const Result<DpopProof> proof = parseDpopProof(input + '.' + toBase64Url(QByteArray(64, 's')));
        QVERIFY2(proof, qPrintable(proof ? QString() : proof.error().detail));
        QCOMPARE(proof->claims, claims);
        QCOMPARE(proof->claims.url, u"https://h.test/rest/profile"_s);
        QCOMPARE(proof->signingInput, input);
        for (const QByteArray &bad : {"a.b"_ba, "a.b.c"_ba, ""_ba, input + ".AA"_ba}) {
            QVERIFY(!parseDpopProof(bad));
            QCOMPARE(parseDpopProof(bad).error().code, QString(code::invalidProof));
        }
    }

    void contactsHaveOneForm_data()
    {
        QTest::addColumn<bool>("phone");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("normalised"); // empty: refused
        QTest::newRow("plain") << true << u"+79000000001"_s << u"+79000000001"_s;
        QTest::newRow("as people write it") << true << u" +7 (900) 000-00-01 "_s << u"+79000000001"_s;
        QTest::newRow("Russian habit") << true << u"8 900 000 00 01"_s << u"+79000000001"_s;
        QTest::newRow("trunk 00") << true << u"0049 30 1234567"_s << u"+49301234567"_s;
        QTest::newRow("other digits") << true << u"+\u0667\u0669\u0660\u0660\u0660\u0660\u0660\u0660"_s
                                      << u"+79000000"_s;
        QTest::newRow("letters") << true << u"+7900 CALL ME"_s << QString();
        QTest::newRow("too short") << true << u"112"_s << QString();
        QTest::newRow("too long") << true << u"+1234567890123456"_s << QString();
        QTest::newRow("no country") << true << u"+0 123 456 789"_s << QString();
        QTest::newRow("mail") << false << u" Anna@Example.TEST "_s << u"anna@example.test"_s;
        QTest::newRow("Cyrillic") << false << u"Анна@почта.рф"_s << QString();
        QTest::newRow("no host") << false << u"anna@"_s << QString();
        QTest::newRow("no dot") << false << u"anna@localhost"_s << QString();
        QTest::newRow("two ats") << false << u"a@b@c.test"_s << QString();
        QTest::newRow("another header") << false << u"a@b.test\r\nBcc: c@d.test"_s << QString();
        QTest::newRow("a name") << false << u"Anna <a@b.test>"_s << QString();
        QTest::newRow("turned around") << false << u"a\u202eb@c.test"_s << QString();
        QTest::newRow("endless") << false << QString(u"a@"_s + QString(300, u'b') + u".test"_s) << QString();
    }
    void contactsHaveOneForm()
    {
        QFETCH(bool, phone);
        QFETCH(QString, text);
        QFETCH(QString, normalised);
        const auto form = normalisedContact(phone ? Contact::Kind::Phone : Contact::Kind::Email, text);
        QCOMPARE(form.value_or(QString()), normalised);
    }

    void conflictBringsTheOthersValues()
    {
        const Profile theirs{.firstName = u"Анна"_s, .lastName = u"Смирнова"_s, .photoUrl = {}, .revision = 9};
        const Error error = Error::ofCode(code::conflict, {}, ProfileConflict{theirs}.toJson());
        QCOMPARE(error.details.value("revision"_L1).toInt(), 9);
        QVERIFY(ProfileConflict::fromError(error) == ProfileConflict{theirs});
        QVERIFY(!ProfileConflict::fromError(Error::ofCode(code::conflict, {}, {{"revision"_L1, 9}})));
    }

    void everyCodeHasOneRow()
    {
        QSet<QString> seen;
        for (const ErrorCode &row : errorCodes()) {
            QVERIFY2(!seen.contains(row.code), row.code.data());
            seen.insert(row.code);
            QVERIFY(row.httpStatus >= 400 && row.httpStatus < 600);
            QCOMPARE(kindOfCode(row.code), row.kind);
        }
        QCOMPARE(httpStatusOfCode(u"never heard of"), 400);
    }
};

} // namespace passport

QTEST_GUILESS_MAIN(passport::ValuesTest)
#include "valuestest.moc"
