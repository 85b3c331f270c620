// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "accountfixture.h"
#include "support/stricttest.h"

#include <QProcess>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace passport {
namespace {

const QString gleb = u"gleb"_s; // in no portal
const QString phone = u"+79990000007"_s;
const QString waiting = u"gleb@new.test"_s;

/// Which of the words stand in the files of the database. Another process reads them: a process that closes a file
/// gives up the locks that SQLite holds there for it.
QByteArrayList found(const BackendFixture &backend, QByteArrayList words)
{
    QStringList files;
    for (const QFileInfo &file : QDir(backend.folder()).entryInfoList({u"passport.sqlite*"_s}, QDir::Files))
        files.append(file.filePath());
    QProcess reader;
    reader.start(u"cat"_s, files);
    if (!reader.waitForFinished() || reader.exitCode() != 0)
        return {"the files cannot be read"};
    const QByteArray content = reader.readAllStandardOutput();
    words.removeIf([&content](const QByteArray &word) { return !content.contains(word); });
    return words;
}

} // namespace

/// What the files of the server still say of somebody who has deleted his Passport.
class WipingTest : public StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void nothingOfADeletedPassportCanBeRead();
    void aReaderOnlyPutsItOff();
};

void WipingTest::nothingOfADeletedPassportCanBeRead() // PR-16
{
    AccountFixture backend;
    const auto caller = backend.signedIn(gleb);
    const QString mail = backend.login(gleb);
    const QJsonObject named{{"lastName"_L1, u"Тайный"_s}, {"revision"_L1, 1}};
    QCOMPARE(caller->call("passport.profile.update", named).status, 200);
    const RestAnswer added = caller->call("passport.contacts.add", adding(u"phone"_s, phone, backend.password(gleb)));
    QCOMPARE(caller->call("passport.contacts.confirm", confirming(added, backend.lastCode(phone))).status, 200);
    QCOMPARE(caller->call("passport.contacts.add", adding(u"email"_s, waiting, backend.password(gleb))).status, 200);
    const QByteArrayList words{mail.toUtf8(), phone.toUtf8(), waiting.toUtf8(), QByteArray("Тайный")};
    QCOMPARE(found(backend, words).size(), words.size());
    QCOMPARE(caller->call("passport.delete", {{"password"_L1, backend.password(gleb)}}).status, 200);
    const auto isTold = [&] {
        const QByteArrayList letters = backend.lettersTo(mail); // among those about his contacts
        return std::ranges::any_of(letters, [](const QByteArray &each) { return each.contains("is deleted"); });
    };
    QTRY_VERIFY(isTold()); // the farewell has left
    QTRY_COMPARE(found(backend, words), QByteArrayList());
    const auto queued = [&] {
        return backend.foundation().store->writeNow([](Db &db) { return db.select("SELECT 1 FROM letter"_L1).next(); });
    };
    QTRY_VERIFY(!queued());
    QVERIFY(backend.foundation().store->writeNow([&](Db &db) { return backend.foundation().audit.verify(db); }));
}

/// Somebody reads an old state of the database: nobody waits for him, and the journal goes when he is done.
void WipingTest::aReaderOnlyPutsItOff()
{
    AccountFixture backend;
    const auto caller = backend.signedIn(gleb);
    const QByteArrayList words{backend.login(gleb).toUtf8()};
    {
        Db reader(u"reader"_s, backend.folder() + u"/passport.sqlite"_s);
        Rows held = reader.select("SELECT value FROM login"_L1);
        QVERIFY(held.next());
        QCOMPARE(caller->call("passport.delete", {{"password"_L1, backend.password(gleb)}}).status, 200);
        QCOMPARE(found(backend, words), words);
        RestCaller other(backend.port());
        QCOMPARE(other.signIn(backend.login(u"anna"_s), backend.password(u"anna"_s)).status, 200);
    }
    QTRY_COMPARE(found(backend, words), QByteArrayList());
}

} // namespace passport

QTEST_GUILESS_MAIN(passport::WipingTest)
#include "wiping_test.moc"
