// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/account/mask.h"
#include "backend/core/crypto.h"
#include "backend/qr/nearness.h"
#include "backend/qr/proofcheck.h"
#include "protocol/base64url.h"
#include "support/stricttest.h"

using namespace Qt::StringLiterals;

namespace passport {
namespace {

/// The vector of api.md 9.
const QString audience = u"https://passport.example.test"_s;

Ticket vectorTicket()
{
    return {
        .id = TicketId(u"AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE"_s),
        .key = *fromBase64Url("A6EHv_POEL4dcN0Y50vAmWfk1jCbpQ1fHdyGZBJVMbg", 32),
        .nonce = u"AgICAgICAgICAgICAgICAg"_s};
}

SignedCall vectorCall()
{
    return {
        .method = "passport.qr.number"_L1,
        .payload = u"42"_s,
        .proof
        = {.seq = 2,
           .proof = u"K40Q0xS2MBdWxsIniRoFPel0-9jNEgC5APJ2GLLnx191HpKyUgqfNPt0pfoyIgmCTs90zaj6B2WQuGheldOGBQ"_s}};
}

} // namespace

class QrPartsTest : public StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void theVectorIsProven();
    void anyOtherWordIsNot();
    void smallOrderKeysAreRefused();
    void networkHints_data();
    void networkHints();
    void masks_data();
    void masks();
};

void QrPartsTest::theVectorIsProven() // SR-5
{
    QVERIFY(isProven(vectorTicket(), vectorCall(), {audience}));
    QVERIFY(isProven(vectorTicket(), vectorCall(), {u"http://127.0.0.1:8080"_s, audience}));
}

void QrPartsTest::anyOtherWordIsNot()
{
    const Ticket ticket = vectorTicket();
    QVERIFY(!isProven(ticket, vectorCall(), {u"https://relay.example.test"_s}));
    QVERIFY(!isProven(ticket, vectorCall(), {}));
    SignedCall call = vectorCall();
    call.method = "passport.qr.claim"_L1;
    QVERIFY(!isProven(ticket, call, {audience}));
    call = vectorCall();
    call.proof.seq = 3;
    QVERIFY(!isProven(ticket, call, {audience}));
    call = vectorCall();
    call.payload = u"43"_s;
    QVERIFY(!isProven(ticket, call, {audience}));
    call = vectorCall();
    call.proof.proof.chop(1);
    QVERIFY(!isProven(ticket, call, {audience}));
    Ticket other = ticket;
    other.nonce = u"AwICAgICAgICAgICAgICAg"_s;
    QVERIFY(!isProven(other, vectorCall(), {audience}));
    other = ticket;
    other.key.clear(); // a browser's ticket is bound to its cookie, no proof opens it
    QVERIFY(!isProven(other, vectorCall(), {audience}));
}

void QrPartsTest::smallOrderKeysAreRefused()
{
    QByteArray one(32, '\0');
    one[0] = 1;
    QVERIFY(!crypto::isUsableEd25519(one));
    QVERIFY(!crypto::isUsableEd25519(QByteArray(32, '\0')));
    QVERIFY(crypto::isUsableEd25519(vectorTicket().key));
    QCOMPARE(toBase64Url(crypto::sealTo(vectorTicket().key, QByteArray(32, 'a'))).size(), 107); // api.md 5, step 6
}

void QrPartsTest::networkHints_data() // SR-11
{
    using Network = QrApproval::Network;
    QTest::addColumn<QString>("asking");
    QTest::addColumn<QString>("approving");
    QTest::addColumn<QString>("cities"); // "asking|approving"
    QTest::addColumn<Network>("expected");
    QTest::newRow("same") << u"203.0.113.24"_s << u"203.0.113.24"_s << QString() << Network::SameAddress;
    QTest::newRow("mapped") << u"::ffff:203.0.113.24"_s << u"203.0.113.24"_s << QString() << Network::SameAddress;
    QTest::newRow("loopback") << u"127.0.0.1"_s << u"::1"_s << QString() << Network::SameAddress;
    QTest::newRow("/24") << u"203.0.113.24"_s << u"203.0.113.200"_s << QString() << Network::SameNetwork;
    QTest::newRow("/48") << u"2001:db8:7:1::1"_s << u"2001:db8:7:ff::2"_s << QString() << Network::SameNetwork;
    QTest::newRow("beyond /48") << u"2001:db8:7::1"_s << u"2001:db8:8::1"_s << u"A|B"_s << Network::Other;
    QTest::newRow("same city") << u"198.51.100.1"_s << u"203.0.113.1"_s << u"A|A"_s << Network::SameCity;
    QTest::newRow("other city") << u"198.51.100.1"_s << u"203.0.113.1"_s << u"A|B"_s << Network::Other;
    QTest::newRow("country only") << u"198.51.100.1"_s << u"203.0.113.1"_s << u"|"_s << Network::Other;
    QTest::newRow("no places") << u"198.51.100.1"_s << u"203.0.113.1"_s << QString() << Network::Unknown;
    QTest::newRow("families") << u"198.51.100.1"_s << u"2001:db8::1"_s << QString() << Network::Unknown;
    QTest::newRow("garbage") << u"nonsense"_s << u"203.0.113.1"_s << u"A|A"_s << Network::Unknown;
}

void QrPartsTest::networkHints()
{
    QFETCH(QString, asking);
    QFETCH(QString, approving);
    QFETCH(QString, cities);
    QFETCH(QrApproval::Network, expected);
    std::optional<Place> from;
    std::optional<Place> to;
    if (!cities.isEmpty()) {
        from = Place{.city = cities.section(u'|', 0, 0), .country = u"X"_s};
        to = Place{.city = cities.section(u'|', 1, 1), .country = u"X"_s};
    }
    QCOMPARE(nearness(asking, approving, from, to), expected);
}

void QrPartsTest::masks_data()
{
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("last");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("initials");
    QTest::newRow("russian") << u"Анна"_s << u"Иванова"_s << u"А. И…а"_s << u"АИ"_s;
    QTest::newRow("latin") << u"boris"_s << u"petrov"_s << u"b. p…v"_s << u"BP"_s;
    QTest::newRow("short surname") << u"Ann"_s << u"Lee"_s << u"A. L…"_s << u"AL"_s;
    QTest::newRow("first name alone") << u"Анна"_s << QString() << u"А."_s << u"А"_s;
    QTest::newRow("surname alone") << QString() << u"Иванова"_s << u"И…а"_s << u"И"_s;
    QTest::newRow("nothing") << QString() << QString() << QString() << QString();
    QTest::newRow("quotes") << u"«Анна»"_s << u"(Иванова)"_s << u"«. (…)"_s << u"АИ"_s;
    QTest::newRow("combining marks") << u"E\u0301va"_s << u"Smith"_s << u"E\u0301. S…h"_s << u"E\u0301S"_s;
}

void QrPartsTest::masks()
{
    QFETCH(QString, first);
    QFETCH(QString, last);
    QTEST(masked(first, last).name, "name");
    QTEST(masked(first, last).initials, "initials");
}

} // namespace passport

int main(int argc, char **argv)
{
    passport::crypto::init();
    passport::QrPartsTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "qrparts_test.moc"
