// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "client/ticketkey.h"
#include "protocol/base64url.h"
#include "protocol/qrproof.h"
#include "support/stricttest.h"

#include <QTest>
#include <sodium.h>

using namespace Qt::StringLiterals;

namespace passport {
namespace {

const QString audience = u"https://passport.example.test"_s;
const TicketId ticketId(u"AQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQE"_s);
const QString nonce = u"AgICAgICAgICAgICAgICAg"_s;
const QByteArray token = "0123456789abcdefABCDEF0123456789"_ba;

QByteArray vectorSeed()
{
    QByteArray seed;
    for (char byte = 0; byte < 32; ++byte)
        seed.append(byte);
    return seed;
}

TicketKey vectorKey()
{
    TicketKey key(*DeviceKey::fromSeed(vectorSeed()), audience);
    key.bind(ticketId, nonce);
    return key;
}

/// As the server seals: to the X25519 form of the key in `open` (api.md 5, step 6).
QString sealed(const QByteArray &text, const QString &publicKey)
{
    const QByteArray key = *fromBase64Url(publicKey.toLatin1(), crypto_sign_PUBLICKEYBYTES);
    QByteArray curve(crypto_box_PUBLICKEYBYTES, '\0');
    QByteArray box(text.size() + static_cast<qsizetype>(crypto_box_SEALBYTES), '\0');
    const auto bytes = [](const QByteArray &of) { return reinterpret_cast<const unsigned char *>(of.constData()); };
    const auto room = [](QByteArray &of) { return reinterpret_cast<unsigned char *>(of.data()); };
    if (crypto_sign_ed25519_pk_to_curve25519(room(curve), bytes(key)) != 0)
        return {};
    crypto_box_seal(room(box), bytes(text), static_cast<unsigned long long>(text.size()), bytes(curve));
    return QString::fromLatin1(toBase64Url(box));
}

} // namespace

class TicketKeyTest : public StrictTest {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QVERIFY(sodium_init() >= 0); }

    // SR-5: the vector of api.md 9.
    void signsTheVector()
    {
        TicketKey key = vectorKey();
        QCOMPARE(key.publicKey(), u"A6EHv_POEL4dcN0Y50vAmWfk1jCbpQ1fHdyGZBJVMbg"_s);
        QCOMPARE(key.prove("passport.qr.status"_L1).seq, 1);
        const QrProof proof = key.prove("passport.qr.number"_L1, u"42"_s);
        QCOMPARE(proof.seq, 2);
        QCOMPARE(
            proof.proof, u"K40Q0xS2MBdWxsIniRoFPel0-9jNEgC5APJ2GLLnx191HpKyUgqfNPt0pfoyIgmCTs90zaj6B2WQuGheldOGBQ"_s);
    }

    // SR-17
    void countsEachProof()
    {
        TicketKey key(audience);
        key.bind(ticketId, nonce);
        for (qint64 seq = 1; seq <= 5; ++seq)
            QCOMPARE(key.prove("passport.qr.status"_L1).seq, seq);
    }

    // SR-5: of this ticket alone.
    void isAnotherOneForEachTicket() { QVERIFY(TicketKey(audience).publicKey() != TicketKey(audience).publicKey()); }

    // SR-6
    void opensWhatWasSealedForIt()
    {
        const TicketKey key = vectorKey();
        QCOMPARE(sealed(token, key.publicKey()).size(), 107);
        QCOMPARE(key.open(sealed(token, key.publicKey())), QString::fromLatin1(token));
    }

    void opensNothingElse_data()
    {
        QTest::addColumn<QString>("box");
        QString touched = sealed(token, vectorKey().publicKey());
        touched[40] = touched[40] == u'A' ? u'B' : u'A';
        QTest::newRow("another key's") << sealed(token, TicketKey(audience).publicKey());
        QTest::newRow("touched") << touched;
        QTest::newRow("plain") << QString::fromLatin1(token);
        QTest::newRow("empty") << QString();
        QTest::newRow("not base64url") << u"%%%"_s;
        QTest::newRow("too short a token") << sealed(token.left(31), vectorKey().publicKey());
        QTest::newRow("no token's letters") << sealed(QByteArray(32, '\n'), vectorKey().publicKey());
    }
    void opensNothingElse()
    {
        QFETCH(QString, box);
        QCOMPARE(vectorKey().open(box), std::nullopt);
    }
};

} // namespace passport

QTEST_GUILESS_MAIN(passport::TicketKeyTest)
#include "ticketkeytest.moc"
