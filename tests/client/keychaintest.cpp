// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "client/clientcodes.h"
#include "client/keychainstore.h"
#include "support/stricttest.h"

#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusObjectPath>
#include <QProcess>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace passport {
namespace {

constexpr auto service = "org.freedesktop.secrets"_L1;
constexpr auto name = "http://127.0.0.1:1/session"_L1;

/// Locks every keyring of the session, as the screen lock of a desktop may do.
bool lockKeyring()
{
    auto call = QDBusMessage::createMethodCall(
        service, "/org/freedesktop/secrets"_L1, "org.freedesktop.Secret.Service"_L1, "Lock"_L1);
    const QList<QDBusObjectPath> what{QDBusObjectPath("/org/freedesktop/secrets/aliases/default"_L1)};
    call << QVariant::fromValue(what);
    return QDBusConnection::sessionBus().call(call).type() == QDBusMessage::ReplyMessage;
}

/// org.freedesktop.Secret: a secret on its way over the bus.
struct BusSecret {
    QDBusObjectPath session;
    QByteArray parameters;
    QByteArray value;
    QString type;
};

QDBusArgument &operator<<(QDBusArgument &out, const BusSecret &secret)
{
    out.beginStructure();
    out << secret.session << secret.parameters << secret.value << secret.type;
    out.endStructure();
    return out;
}

const QDBusArgument &operator>>(const QDBusArgument &in, BusSecret &secret)
{
    in.beginStructure();
    in >> secret.session >> secret.parameters >> secret.value >> secret.type;
    in.endStructure();
    return in;
}

/// Types the password (a newline: session.sh gave the daemon one), as the person would into the desktop's dialog.
bool unlockKeyring()
{
    qDBusRegisterMetaType<BusSecret>();
    const QDBusConnection bus = QDBusConnection::sessionBus();
    auto open = QDBusMessage::createMethodCall(
        service, "/org/freedesktop/secrets"_L1, "org.freedesktop.Secret.Service"_L1, "OpenSession"_L1);
    open << u"plain"_s << QVariant::fromValue(QDBusVariant(QString()));
    const auto session = bus.call(open).arguments().value(1).value<QDBusObjectPath>();
    auto unlock = QDBusMessage::createMethodCall(
        service, "/org/freedesktop/secrets"_L1, "org.gnome.keyring.InternalUnsupportedGuiltRiddenInterface"_L1,
        "UnlockWithMasterPassword"_L1);
    unlock << QVariant::fromValue(QDBusObjectPath("/org/freedesktop/secrets/collection/login"_L1))
           << QVariant::fromValue(BusSecret{session, {}, "\n", u"text/plain"_s});
    return bus.call(unlock).type() == QDBusMessage::ReplyMessage;
}

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
        QVERIFY(lockKeyring());
        QCOMPARE(read(store).error().code, QString(code::keyringLocked));
        QCOMPARE(read(store).error().kind, Error::Kind::KeychainUnavailable);
        QCOMPARE(done([&](auto answer) { store.write(name, "x", this, answer); }).error().code, code::keyringLocked);
        QCOMPARE(done([&](auto answer) { store.remove(name, this, answer); }).error().code, code::keyringLocked);
        QCOMPARE(done([&](auto answer) { store.probe(this, answer); }).error().code, code::keyringLocked);
        QCOMPARE(available.size(), 0);
        QVERIFY(unlockKeyring());
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
        if (!QTest::qWaitFor([&] { return answer.has_value(); }) || !later)
            return Error::malformed(u"no answer, or before the call returned"_s);
        return *answer;
    }

    SecretStore::Found read(SecretStore &store)
    {
        std::optional<SecretStore::Found> answer;
        store.read(name, this, [&answer](const SecretStore::Found &got) { answer = got; });
        if (!QTest::qWaitFor([&] { return answer.has_value(); }))
            return Error::malformed(u"no answer"_s);
        return *answer;
    }
};

} // namespace passport

QTEST_GUILESS_MAIN(passport::KeychainTest)
#include "keychaintest.moc"
