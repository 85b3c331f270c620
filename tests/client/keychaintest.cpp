// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "client/clientcodes.h"
#include "client/keychainstore.h"
#include "support/keyring.h"
#include "support/stricttest.h"

#include <QProcess>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace passport {
namespace {

constexpr auto name = "http://127.0.0.1:1/session"_L1;

} // namespace

/// KeychainStore on a real Secret Service (SR-29).
class KeychainTest : public StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void keepsAndForgets()
    {
        KeychainStore store(u"test"_s);
        const QByteArray secret("\0secret\xff", 8);
        QVERIFY(done([&](auto answer) { store.probe(this, answer); }));
        QVERIFY(done([&](auto answer) { store.write(name, secret, this, answer); }));
        QCOMPARE(*read(store), secret);
        KeychainStore other(u"other"_s); // profiles do not see each other
        QCOMPARE(*read(other), std::nullopt);
        QVERIFY(done([&](auto answer) { store.remove(name, this, answer); }));
        QCOMPARE(*read(store), std::nullopt);
        QVERIFY(done([&](auto answer) { store.remove(name, this, answer); })); // nothing left is no error
    }

    void answersNobodyWhoIsGone()
    {
        KeychainStore store(u"test"_s);
        bool called = false;
        {
            QObject context;
            store.read(name, &context, [&called](const auto &) { called = true; });
        }
        QCOMPARE(*read(store), std::nullopt); // a later question was answered; the earlier one never was
        QVERIFY(!called);
    }

    void lockedIsNotEmpty()
    {
        KeychainStore store(u"test"_s);
        QVERIFY(done([&](auto answer) { store.write(name, "kept", this, answer); }));
        QSignalSpy available(&store, &SecretStore::becameAvailable);
        QVERIFY(keyring::lock());
        QCOMPARE(read(store).error().code, QString(code::keyringLocked));
        QCOMPARE(read(store).error().kind, Error::Kind::KeychainUnavailable);
        QCOMPARE(done([&](auto answer) { store.write(name, "x", this, answer); }).error().code, code::keyringLocked);
        QCOMPARE(done([&](auto answer) { store.remove(name, this, answer); }).error().code, code::keyringLocked);
        QCOMPARE(done([&](auto answer) { store.probe(this, answer); }).error().code, code::keyringLocked);
        QCOMPARE(available.size(), 0);
        QVERIFY(keyring::unlock());
        QTRY_VERIFY(available.size() > 0); // nobody has to press "try again"
        QCOMPARE(*read(store), "kept");
    }

    void entryDeletedByThePersonIsJustGone() // nextcloud/desktop#3694
    {
        KeychainStore store(u"test"_s);
        QVERIFY(done([&](auto answer) { store.write(name, "kept", this, answer); }));
        QCOMPARE(QProcess::execute(u"secret-tool"_s, {u"clear"_s, u"user"_s, u"test/"_s + name}), 0);
        QCOMPARE(*read(store), std::nullopt);
    }

private:
    template <typename Ask> static Result<Done> done(const Ask &ask)
    {
        std::optional<Result<Done>> answer;
        ask([&answer](const Result<Done> &got) { answer = got; });
        const bool later = !answer;
        if (!QTest::qWaitFor([&] { return answer.has_value(); }, waitLimit) || !later)
            return Error::malformed(u"no answer, or before the call returned"_s);
        return *answer;
    }

    SecretStore::Found read(SecretStore &store)
    {
        std::optional<SecretStore::Found> answer;
        store.read(name, this, [&answer](const SecretStore::Found &got) { answer = got; });
        if (!QTest::qWaitFor([&] { return answer.has_value(); }, waitLimit))
            return Error::malformed(u"no answer"_s);
        return *answer;
    }
};

} // namespace passport

QTEST_GUILESS_MAIN(passport::KeychainTest)
#include "keychaintest.moc"
