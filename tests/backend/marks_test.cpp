// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "accountfixture.h"
#include "backend/core/crypto.h"
#include "support/stricttest.h"

using namespace Qt::StringLiterals;

namespace passport {
namespace {

const QString anna = u"anna"_s;
const QString phone = u"+79000000001"_s; // hers
const QString wished = u"+79990000007"_s;
const QString nobodys = u"+79990000008"_s;

/// The whole database as one file, as somebody would have it who stole a backup.
QByteArray backupOf(AccountFixture &backend)
{
    const QString copy = backend.folder() + u"/copy.sqlite"_s;
    backend.foundation().store->backup(copy);
    QFile file(copy);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// What the audit and the counters of failures keep of logins (SR-41).
class MarksTest : public StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void databaseDoesNotTellWhichNumbersWereTried();
};

void MarksTest::databaseDoesNotTellWhichNumbersWereTried()
{
    AccountFixture backend;
    const auto caller = backend.signedIn(anna);
    RestCaller stranger(backend.port());
    QCOMPARE(stranger.signIn(phone, u"wrong"_s).error(), u"wrong_credentials"_s);
    QCOMPARE(stranger.signIn(nobodys, u"wrong"_s).error(), u"wrong_credentials"_s);
    QCOMPARE(stranger.call("passport.recovery.start", {{"login"_L1, phone}}).status, 200);
    QCOMPARE(caller->call("passport.contacts.add", adding(u"phone"_s, wished)).status, 200);
    const QByteArray everything = backupOf(backend);
    for (const QString &number : {phone, wished, nobodys}) {
        const QByteArray plain = crypto::sha256(number.toUtf8());
        QVERIFY(!everything.contains(plain));
        QVERIFY(!everything.contains(plain.toHex()));
        const QByteArray mark = backend.foundation().audit.mark(number).toLatin1();
        QVERIFY(everything.contains('"' + mark + '"')); // whoever has the key finds them again
        QCOMPARE(everything.contains("login:" + mark), number == nobodys); // hers count for her known device
    }
    QVERIFY(backend.foundation().store->writeNow([&](Db &db) { return backend.foundation().audit.verify(db); }));
}

} // namespace passport

QTEST_GUILESS_MAIN(passport::MarksTest)
#include "marks_test.moc"
