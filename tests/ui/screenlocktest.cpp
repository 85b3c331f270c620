// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/screenlock.h"
#include "support/stricttest.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QSignalSpy>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace passport {

namespace {

const QString sessionPath = u"/org/freedesktop/login1/session/c7"_s;

} // namespace

/// logind, as far as it tells of one session.
class Logind : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.login1.Manager")

public Q_SLOTS:
    QDBusObjectPath GetSession(const QString &id) // NOLINT(readability-identifier-naming): logind's name
    {
        wanted += id;
        return QDBusObjectPath(sessionPath);
    }

public:
    QStringList wanted; ///< Whose sessions were asked for.
};

class LogindSession : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.login1.Session")
    Q_PROPERTY(bool LockedHint MEMBER hint)

public:
    bool hint = false;

Q_SIGNALS:
    void Lock(); // NOLINT(readability-identifier-naming)
    void Unlock(); // NOLINT(readability-identifier-naming)
};

/// SR-20: who says that the screen is locked, and that it is open again. The services stand on a private bus.
class ScreenLockTest : public StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() override;
    void cleanup();
    void screenSaversTell_data();
    void screenSaversTell();
    void lockedHintTells();
    void lockedBeforeTheStart();
    void lockIsBelievedUntilUnlock();
    void lockIsBelievedUntilSomebodyPresses();
    void oneOfThemIsEnough();

private:
    void setHint(bool locked);
    /// `changed` so far, oldest first.
    [[nodiscard]] QList<bool> heard() const;

    QDBusConnection m_services{u"services"_s};
    Logind m_logind;
    LogindSession m_session;
    std::unique_ptr<ScreenLock> m_lock;
    std::unique_ptr<QSignalSpy> m_changed;
};

void ScreenLockTest::initTestCase()
{
    // Before the first look at it: here the private bus is that of the system, too.
    QVERIFY(qputenv("DBUS_SYSTEM_BUS_ADDRESS", qgetenv("DBUS_SESSION_BUS_ADDRESS")));
    m_services = QDBusConnection::connectToBus(QDBusConnection::SessionBus, u"services"_s);
    for (const auto *name : {"org.freedesktop.login1", "org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver"})
        QVERIFY(m_services.registerService(QLatin1StringView(name)));
    QVERIFY(m_services.registerObject(u"/org/freedesktop/login1"_s, &m_logind, QDBusConnection::ExportAllSlots));
    QVERIFY(m_services.registerObject(
        sessionPath, &m_session, QDBusConnection::ExportAllProperties | QDBusConnection::ExportAllSignals));
}

void ScreenLockTest::init()
{
    StrictTest::init();
    m_logind.wanted.clear();
    m_lock = std::make_unique<ScreenLock>();
    m_changed = std::make_unique<QSignalSpy>(m_lock.get(), &ScreenLock::changed);
    QTRY_COMPARE(m_logind.wanted, QStringList{u"auto"_s});
    // From here on it listens: the hint that is set now is heard.
    setHint(true);
    QTRY_COMPARE(heard(), QList<bool>{true});
    setHint(false);
    QTRY_COMPARE(heard(), (QList<bool>{true, false}));
    m_changed->clear();
}

void ScreenLockTest::cleanup()
{
    m_changed.reset();
    m_lock.reset();
    m_session.hint = false;
}

void ScreenLockTest::setHint(bool locked)
{
    m_session.hint = locked;
    auto said = QDBusMessage::createSignal(sessionPath, u"org.freedesktop.DBus.Properties"_s, u"PropertiesChanged"_s);
    said << u"org.freedesktop.login1.Session"_s << QVariantMap{{u"LockedHint"_s, locked}} << QStringList();
    QVERIFY(m_services.send(said));
}

QList<bool> ScreenLockTest::heard() const
{
    QList<bool> all;
    for (const auto &arguments : *m_changed)
        all += arguments.first().toBool();
    return all;
}

void ScreenLockTest::screenSaversTell_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("name");
    QTest::newRow("freedesktop") << u"/org/freedesktop/ScreenSaver"_s << u"org.freedesktop.ScreenSaver"_s;
    QTest::newRow("GNOME") << u"/org/gnome/ScreenSaver"_s << u"org.gnome.ScreenSaver"_s;
}

void ScreenLockTest::screenSaversTell()
{
    QFETCH(QString, path);
    QFETCH(QString, name);
    for (const bool active : {true, false}) {
        auto said = QDBusMessage::createSignal(path, name, u"ActiveChanged"_s);
        said << active;
        QVERIFY(m_services.send(said));
        QTRY_COMPARE(m_lock->isLocked(), active);
    }
    QCOMPARE(heard(), (QList<bool>{true, false}));
}

void ScreenLockTest::lockedHintTells()
{
    setHint(true);
    QTRY_VERIFY(m_lock->isLocked());
    setHint(true); // something else has changed
    setHint(false);
    QTRY_VERIFY(!m_lock->isLocked());
    QCOMPARE(heard(), (QList<bool>{true, false}));
}

void ScreenLockTest::lockedBeforeTheStart()
{
    m_session.hint = true;
    m_lock = std::make_unique<ScreenLock>();
    QTRY_VERIFY(m_lock->isLocked());
}

void ScreenLockTest::lockIsBelievedUntilUnlock()
{
    Q_EMIT m_session.Lock();
    QTRY_COMPARE(heard(), QList<bool>{true});
    Q_EMIT m_session.Unlock();
    QTRY_COMPARE(heard(), (QList<bool>{true, false}));
}

void ScreenLockTest::lockIsBelievedUntilSomebodyPresses()
{
    QWidget window;
    Q_EMIT m_session.Lock();
    QTRY_VERIFY(m_lock->isLocked());
    QTest::mouseMove(&window); // may be on its way already when the screen is locked
    QVERIFY(m_lock->isLocked());
    QTest::keyClick(&window, Qt::Key_Shift);
    QVERIFY(!m_lock->isLocked());
}

void ScreenLockTest::oneOfThemIsEnough()
{
    setHint(true);
    QTRY_VERIFY(m_lock->isLocked());
    Q_EMIT m_session.Lock();
    Q_EMIT m_session.Unlock();
    QWidget window;
    QTest::keyClick(&window, Qt::Key_Shift);
    setHint(false);
    QTRY_VERIFY(!m_lock->isLocked());
    QCOMPARE(heard(), (QList<bool>{true, false})); // not open in between
}

} // namespace passport

QTEST_MAIN(passport::ScreenLockTest)
#include "screenlocktest.moc"
