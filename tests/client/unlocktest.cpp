// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "client/apiclient.h"
#include "client/clientcodes.h"
#include "client/keychainstore.h"
#include "client/networkaccess.h"
#include "client/reachability.h"
#include "client/session.h"
#include "client/settings.h"
#include "support/stricttest.h"

#include <QDBusConnection>
#include <QDBusContext>
#include <QDBusObjectPath>
#include <QDBusVariant>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace passport {

const QString promptPath = u"/org/freedesktop/secrets/prompt/1"_s;

/// A locked keyring as its service on the bus shows it: which prompts it was asked for.
class LockedKeyring : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Secret.Service")

public:
    QList<QDBusObjectPath> asked;

public Q_SLOTS:
    QDBusObjectPath ReadAlias(const QString &name) // NOLINT: as the wire calls it
    {
        return QDBusObjectPath(name == "default"_L1 ? "/org/freedesktop/secrets/collection/login"_L1 : "/"_L1);
    }
    QList<QDBusObjectPath> Unlock(const QList<QDBusObjectPath> &objects, QDBusObjectPath &prompt) // NOLINT
    {
        asked = objects;
        prompt = QDBusObjectPath(promptPath);
        return {};
    }
};

/// Its default collection.
class LockedCollection : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Secret.Collection")
    Q_PROPERTY(bool Locked READ isLocked)

public:
    [[nodiscard]] bool isLocked() const { return true; }
};

/// The window in which a person would type the password.
class UnlockPrompt : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Secret.Prompt")

public:
    int shown = 0;

public Q_SLOTS:
    void Prompt(const QString &) { ++shown; } // NOLINT
};

/// "Unlock…" of the page that says the keyring is locked: the service prompts then, and only then.
class UnlockTest : public StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void personsRetryPrompts()
    {
        auto bus = QDBusConnection::connectToBus(QDBusConnection::SessionBus, u"keyring"_s);
        LockedKeyring service;
        LockedCollection collection;
        UnlockPrompt prompt;
        const auto expose = [&bus](const QString &path, QObject &object) {
            const auto what = QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllProperties;
            return bus.registerObject(path, &object, what);
        };
        QVERIFY(expose(u"/org/freedesktop/secrets"_s, service));
        QVERIFY(expose(u"/org/freedesktop/secrets/collection/login"_s, collection));
        QVERIFY(expose(promptPath, prompt));
        QVERIFY(bus.registerService(u"org.freedesktop.secrets"_s));

        QTemporaryDir folder;
        QSettings store(folder.filePath(u"settings.ini"_s), QSettings::IniFormat);
        Settings settings(store);
        NetworkAccess network;
        Reachability reachability;
        ApiClient api(network, QUrl(u"https://passport.example.test"_s));
        settings.setSessionRecord(api.origin(), Settings::SessionRecord::Kept);
        KeychainStore secrets(u"unlocktest"_s);
        Session session(api, secrets, settings, reachability);
        const auto blockedBy = [&session] {
            const auto *blocked = std::get_if<session::RestoreBlocked>(&session.state());
            return blocked ? blocked->error.code : QString();
        };
        session.restore();
        QTRY_COMPARE(blockedBy(), code::keyringLocked);
        Q_EMIT secrets.becameAvailable(); // the program's own attempts disturb nobody
        QTRY_COMPARE(blockedBy(), code::keyringLocked);
        QCOMPARE(prompt.shown, 0);
        session.retry();
        QTRY_COMPARE(prompt.shown, 1);
        QCOMPARE(service.asked.size(), 1);
        QTRY_COMPARE(blockedBy(), code::keyringLocked);
    }
};

} // namespace passport

QTEST_GUILESS_MAIN(passport::UnlockTest)
#include "unlocktest.moc"
