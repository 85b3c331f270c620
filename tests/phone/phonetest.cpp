// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "client/qrscene.h"
#include "qr/qrcode.h"
#include "qr/qrimage.h"
#include "support/backendfixture.h"
#include "support/stricttest.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace passport {
namespace {

using namespace qrlogin;

const QString annasPassword = u"anna-demo-Passport"_s;

/// passport-phone as a script runs it.
class PhoneProcess {
public:
    PhoneProcess(const QStringList &arguments, const QString &password)
    {
        m_process.start(QStringLiteral(PASSPORT_PHONE), arguments);
        m_process.write(password.toUtf8() + '\n');
        m_process.closeWriteChannel();
    }
    ~PhoneProcess()
    {
        m_process.kill();
        m_process.waitForFinished();
    }

    /// The next line with this event; empty if none comes.
    QJsonObject event(const QString &name)
    {
        QJsonObject found;
        const auto comes = [&] {
            while (found.isEmpty() && m_process.canReadLine()) {
                const QByteArray line = m_process.readLine();
                m_output += line;
                const QJsonObject object = QJsonDocument::fromJson(line).object();
                if (object.value("event"_L1) == name)
                    found = object;
            }
            return !found.isEmpty() || (m_process.state() == QProcess::NotRunning && !m_process.canReadLine());
        };
        static_cast<void>(QTest::qWaitFor(comes, waitLimit));
        return found;
    }
    int exitCode()
    {
        static_cast<void>(QTest::qWaitFor([this] { return m_process.state() == QProcess::NotRunning; }, waitLimit));
        m_output += m_process.readAllStandardOutput();
        m_errors += m_process.readAllStandardError();
        return m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : -1;
    }
    /// After exitCode().
    [[nodiscard]] QByteArray output() const { return m_output; }
    [[nodiscard]] QByteArray errors() const { return m_errors; }

private:
    QProcess m_process;
    QByteArray m_output;
    QByteArray m_errors;
};

QStringList annaWith(const BackendFixture &backend, const QStringList &rest)
{
    return QStringList{
               u"--server"_s, backend.url().toString(), u"--login"_s, u"anna@example.test"_s, u"--password-stdin"_s}
    + rest;
}

} // namespace

/// The phone program, by its command line and its lines (programs.md).
class PhoneTest : public StrictTest {
    Q_OBJECT
private Q_SLOTS:
    void approvesFromPixels()
    {
        BackendFixture backend;
        Desk desk(backend.url());
        desk.login.start();
        QTRY_VERIFY(desk.isReady());
        const QTemporaryDir folder;
        const QString picture = folder.filePath(u"screen.png"_s);
        QVERIFY(qrImage(*QrCode::fromText(desk.link()), 6).save(picture));

        PhoneProcess phone(annaWith(backend, {u"approve"_s, u"--image"_s, picture}), annasPassword);
        QCOMPARE(phone.event(u"signedIn"_s).value("name"_L1), u"Анна Иванова"_s);
        const QJsonObject scanned = phone.event(u"scanned"_s);
        QCOMPARE(scanned.value("device"_L1), u"WS-042"_s);
        QCOMPARE(scanned.value("network"_L1), u"same_address"_s); // SR-11
        QVERIFY(scanned.contains("place"_L1));
        QVERIFY(scanned.contains("portal"_L1));
        QTRY_VERIFY(desk.isIn<Scanned>());
        desk.login.submitNumber(scanned.value("number"_L1).toString());
        QVERIFY(!phone.event(u"approved"_s).isEmpty());
        QTRY_VERIFY(desk.isIn<Finished>());
        QCOMPARE(phone.exitCode(), 0);
        QCOMPARE(phone.errors(), ""_ba);
    }

    // SR-8, SR-10: approving waits until the number was typed at the desk.
    void approvesNothingByItself()
    {
        BackendFixture backend;
        Desk desk(backend.url());
        desk.login.start();
        QTRY_VERIFY(desk.isReady());
        PhoneProcess phone(annaWith(backend, {u"approve"_s, u"--link"_s, desk.link()}), annasPassword);
        QVERIFY(!phone.event(u"scanned"_s).isEmpty());
        QTRY_VERIFY(desk.isIn<Scanned>());
        desk.login.cancel();
        QCOMPARE(phone.exitCode(), 1);
        QVERIFY(!phone.output().contains("approved"));
        QCOMPARE(phone.errors().count('\n'), 1);
    }

    void declines()
    {
        BackendFixture backend;
        Desk desk(backend.url());
        desk.login.start();
        QTRY_VERIFY(desk.isReady());
        const QString typed = desk.as<Waiting>().ticket.typedCode;
        PhoneProcess phone(annaWith(backend, {u"decline"_s, u"--code"_s, typed}), annasPassword);
        QVERIFY(!phone.event(u"declined"_s).isEmpty());
        QTRY_VERIFY(desk.isIn<Declined>());
        QCOMPARE(phone.exitCode(), 0);
    }

    void inspects()
    {
        BackendFixture backend;
        Desk desk(backend.url());
        desk.login.start();
        QTRY_VERIFY(desk.isReady());
        PhoneProcess phone(annaWith(backend, {u"inspect"_s, u"--link"_s, desk.link()}), annasPassword);
        QCOMPARE(phone.event(u"scanned"_s).value("number"_L1).toString().size(), 2);
        QCOMPARE(phone.exitCode(), 0);
        QVERIFY(!phone.output().contains("approved"));
    }

    // The public wire alone, on a code of the hardened exchange (api.md 6): the window still claims with its key
    // (SR-5).
    void speaksThePublicWire()
    {
        BackendFixture backend;
        Desk desk(backend.url());
        Policy policy;
        policy.qrBasicAllowed = true; // of the computer; the server's own switch comes below
        desk.login.setPolicy(policy);
        desk.login.start();
        QTRY_VERIFY(desk.isReady());
        const QStringList arguments = annaWith(backend, {u"approve"_s, u"--basic"_s, u"--link"_s, desk.link()});
        PhoneProcess refused(arguments, annasPassword);
        QCOMPARE(refused.exitCode(), 1); // off until an administrator allows it
        QVERIFY2(refused.errors().contains("leave --basic out"), refused.errors());
        QVERIFY(desk.isIn<Waiting>());

        QVERIFY(setSetting(backend, u"qr.basic"_s, u"Y"_s));
        QTRY_VERIFY(ask(desk.api, GetCapabilities{})->qrBasic);
        PhoneProcess phone(arguments, annasPassword);
        QVERIFY(!phone.event(u"approved"_s).isEmpty());
        QCOMPARE(phone.exitCode(), 0);
        QTRY_VERIFY(desk.isIn<Finished>());
        QVERIFY(desk.as<Finished>().credentials.tokens.isBound());
    }

    void saysThatTheNumberWasWrong()
    {
        BackendFixture backend;
        Desk desk(backend.url());
        desk.login.start();
        QTRY_VERIFY(desk.isReady());
        PhoneProcess phone(annaWith(backend, {u"approve"_s, u"--link"_s, desk.link()}), annasPassword);
        const QString number = phone.event(u"scanned"_s).value("number"_L1).toString();
        const QString wrong = number == u"00"_s ? u"01"_s : u"00"_s;
        for (int tries = 0; tries < 3; ++tries) {
            QTRY_VERIFY(desk.isIn<Scanned>());
            desk.login.submitNumber(wrong);
        }
        QVERIFY(!phone.event(u"declined"_s).isEmpty());
        QCOMPARE(phone.exitCode(), 1);
    }

    void asksForTheOneTimeCode()
    {
        BackendFixture backend;
        Desk desk(backend.url());
        desk.login.start();
        QTRY_VERIFY(desk.isReady());
        QStringList arguments{u"--server"_s,         backend.url().toString(),
                              u"--login"_s,          u"boris@example.test"_s,
                              u"--password-stdin"_s, u"inspect"_s,
                              u"--link"_s,           desk.link()};
        PhoneProcess without(arguments, u"boris-demo-Passport"_s);
        QCOMPARE(without.exitCode(), 1);
        QVERIFY(without.errors().contains("--totp"));
        arguments += {u"--totp"_s, borisCode(backend.clock())};
        PhoneProcess with(arguments, u"boris-demo-Passport"_s);
        QCOMPARE(with.event(u"signedIn"_s).value("name"_L1), u"Борис Петров"_s);
        QCOMPARE(with.exitCode(), 0);
    }

    void failsInOneLine_data()
    {
        QTest::addColumn<QStringList>("rest");
        QTest::addColumn<QString>("password");
        QTest::addColumn<QByteArray>("says");
        const QString link = u"/a/s1/0123456789abcdef/0123456789abcdef0123456789abcdef/"_s;
        QTest::newRow("wrong password") << QStringList{u"inspect"_s, u"--link"_s, link} << u"wrong"_s
                                        << "Wrong login or password"_ba;
        QTest::newRow("unknown code") << QStringList{u"inspect"_s, u"--code"_s, u"BCDF-GHJK"_s} << annasPassword
                                      << "no longer valid"_ba;
        QTest::newRow("a code of somebody else")
            << QStringList{u"inspect"_s, u"--link"_s, u"https://evil.example"_s + link} << annasPassword
            << "no sign-in code of this server"_ba;
        QTest::newRow("no picture") << QStringList{u"inspect"_s, u"--image"_s, u"/nonexistent.png"_s} << annasPassword
                                    << "not a picture"_ba;
    }
    void failsInOneLine()
    {
        QFETCH(QStringList, rest);
        QFETCH(QString, password);
        QFETCH(QByteArray, says);
        BackendFixture backend;
        PhoneProcess phone(annaWith(backend, rest), password);
        QCOMPARE(phone.exitCode(), 1);
        QVERIFY2(phone.errors().contains(says), phone.errors());
        QCOMPARE(phone.errors().count('\n'), 1);
        QVERIFY(!phone.errors().contains(password.toUtf8())); // SR-31
    }

    void refusesWrongUsage_data()
    {
        QTest::addColumn<QStringList>("arguments");
        const QStringList anna{u"--server"_s, u"http://127.0.0.1:9"_s, u"--login"_s, u"anna"_s};
        QTest::newRow("nothing") << QStringList();
        QTest::newRow("no action") << anna + QStringList{u"--code"_s, u"BCDFGHJK"_s};
        QTest::newRow("two actions") << anna + QStringList{u"approve"_s, u"decline"_s, u"--code"_s, u"BCDFGHJK"_s};
        QTest::newRow("nothing to take") << anna + QStringList{u"approve"_s};
        QTest::newRow("two things to take")
            << anna + QStringList{u"approve"_s, u"--code"_s, u"BCDFGHJK"_s, u"--link"_s, u"x"_s};
        QTest::newRow("unknown option") << anna
                + QStringList{u"approve"_s, u"--code"_s, u"x"_s, u"--password"_s, u"y"_s};
        QTest::newRow("no server") << QStringList{u"--login"_s, u"a"_s, u"approve"_s, u"--code"_s, u"BCDFGHJK"_s};
        QTest::newRow("basic decline") << anna + QStringList{u"decline"_s, u"--basic"_s, u"--link"_s, u"x"_s};
    }
    void refusesWrongUsage()
    {
        QFETCH(QStringList, arguments);
        PhoneProcess phone(arguments, {});
        QCOMPARE(phone.exitCode(), 2);
        QCOMPARE(phone.output(), ""_ba);
        QVERIFY(phone.errors().contains("--help"));
    }

    void tellsAboutItself()
    {
        PhoneProcess help({u"--help"_s}, {});
        QCOMPARE(help.exitCode(), 0);
        QVERIFY(help.output().contains("inspect|approve|decline"));
        PhoneProcess version({u"--version"_s}, {});
        QCOMPARE(version.exitCode(), 0);
        QVERIFY(version.output().startsWith("passport-phone "));
    }
};

} // namespace passport

QTEST_GUILESS_MAIN(passport::PhoneTest)
#include "phonetest.moc"
