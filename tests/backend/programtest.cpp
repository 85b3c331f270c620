// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "support/rawclient.h"
#include "support/stricttest.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QUrl>
#include <csignal>

using namespace Qt::StringLiterals;

namespace passport {
namespace {

/// The program as a person or a service manager starts it.
class Program {
public:
    explicit Program(const QStringList &arguments)
    {
        m_process.setProgram(QStringLiteral(PASSPORT_BACKEND));
        m_process.setArguments(arguments);
        m_process.start();
    }
    ~Program()
    {
        m_process.kill();
        m_process.waitForFinished();
    }

    /// The line that says where it serves; empty if it ends or takes too long.
    QJsonObject ready()
    {
        while (!m_process.canReadLine()) {
            if (!m_process.waitForReadyRead(waitLimit))
                return {};
        }
        return QJsonDocument::fromJson(m_process.readLine()).object();
    }
    void end() { ::kill(static_cast<pid_t>(m_process.processId()), SIGTERM); }
    /// Its exit code, or -1 if it does not end.
    int code() { return m_process.waitForFinished(waitLimit) ? m_process.exitCode() : -1; }
    QByteArray complaint()
    {
        code();
        return m_process.readAllStandardError();
    }

private:
    QProcess m_process;
};

quint16 portOf(const QJsonObject &ready, QLatin1StringView which)
{
    return static_cast<quint16>(QUrl(ready.value(which).toString()).port(0));
}

QByteArray get(quint16 port, const QByteArray &path)
{
    RawClient client(port);
    client.send("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
    return client.response();
}

} // namespace

/// `passport-backend` from outside: arguments, the ready line, exit codes, signals (programs.md, SR-45).
class ProgramTest : public StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void refusesBadUsage_data();
    void refusesBadUsage();
    void refusesWhatCannotWork_data();
    void refusesWhatCannotWork();
    void saysThatThePortIsTaken();
    void refusesReadableKeys();
    void refusesADamagedDatabase();
    void helps();
    void servesAndEnds();
    void tellsItsSocketsBeforeItEnds();
    void readsAConfigFile();
};

void ProgramTest::refusesBadUsage_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("word");
    QTest::newRow("unknown option") << QStringList{u"--frobnicate"_s} << "frobnicate"_ba;
    QTest::newRow("unknown subcommand") << QStringList{u"frobnicate"_s} << "frobnicate"_ba;
    QTest::newRow("PostgreSQL") << QStringList{u"--database"_s, u"postgresql://user:canary@x"_s} << "postgresql"_ba;
    QTest::newRow("Redis") << QStringList{u"--bus"_s, u"redis://x"_s} << "redis"_ba;
    QTest::newRow("password as an argument")
        << QStringList{u"--smtp"_s, u"smtps://me:canary@mail.example.test"_s} << "--config"_ba;
    QTest::newRow("no mail server") << QStringList{u"--smtp"_s, u"smtps://a b"_s} << "--smtp"_ba;
    QTest::newRow("half of TLS") << QStringList{u"--tls-cert"_s, u"x"_s} << "--tls-key"_ba;
    QTest::newRow("no such address") << QStringList{u"--listen"_s, u"nowhere"_s} << "--listen"_ba;
    QTest::newRow("no web address") << QStringList{u"--public-url"_s, u"ftp://x"_s} << "--public-url"_ba;
    QTest::newRow("no folder") << QStringList{u"--data"_s, u""_s} << "--data"_ba;
    QTest::newRow("too high a port") << QStringList{u"--listen"_s, u"127.0.0.1:70000"_s} << "--listen"_ba;
}

void ProgramTest::refusesBadUsage()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const QByteArray, word);
    QTemporaryDir folder;
    Program program(QStringList{u"--data"_s, folder.filePath(u"data"_s)} + arguments);
    QCOMPARE(program.code(), 2);
    const QByteArray complaint = program.complaint();
    QVERIFY2(complaint.contains(word), complaint);
    QVERIFY(!complaint.contains("canary"));
    QCOMPARE(complaint.count('\n'), 1);
}

void ProgramTest::refusesWhatCannotWork_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("word");
    const QStringList data{u"--data"_s, u"DATA"_s};
    QTest::newRow("data not writable") << QStringList{u"--data"_s, u"/proc/nowhere"_s} << "--data"_ba;
    QTest::newRow("audit of a mistyped folder") << data + QStringList{u"audit"_s, u"verify"_s} << "--data"_ba;
    QTest::newRow("people of a mistyped folder") << data + QStringList{u"user"_s, u"list"_s} << "--data"_ba;
    QTest::newRow("plain HTTP on every address")
        << data + QStringList{u"--listen"_s, u"0.0.0.0:0"_s} << "--tls-cert"_ba;
    QTest::newRow("demo in public") << data
            + QStringList{u"--listen"_s, u"0.0.0.0:0"_s, u"--demo"_s, u"--tls-cert"_s, u"x"_s, u"--tls-key"_s, u"y"_s}
                                    << "--demo"_ba;
    QTest::newRow("no certificate") << data + QStringList{u"--tls-cert"_s, u"/nowhere"_s, u"--tls-key"_s, u"/nowhere"_s}
                                    << "/nowhere"_ba;
    QTest::newRow("mail in the clear") << data + QStringList{u"--smtp"_s, u"smtp+plain://mail.example.test"_s}
                                       << "STARTTLS"_ba;
    QTest::newRow("messages in the clear")
        << data + QStringList{u"--sms-url"_s, u"http://sms.example.test/"_s} << "--sms-url"_ba;
    QTest::newRow("no sender") << data + QStringList{u"--mail-from"_s, u"a@b@c"_s} << "--mail-from"_ba;
    QTest::newRow("no places") << data + QStringList{u"--geoip"_s, u"/nowhere"_s} << "/nowhere"_ba;
}

void ProgramTest::refusesWhatCannotWork()
{
    QFETCH(QStringList, arguments);
    QFETCH(const QByteArray, word);
    QTemporaryDir folder;
    arguments.replaceInStrings(u"DATA"_s, folder.filePath(u"data"_s));
    Program program(arguments);
    QCOMPARE(program.code(), 1);
    const QByteArray complaint = program.complaint();
    QVERIFY2(complaint.contains(word), complaint);
    QCOMPARE(complaint.count('\n'), 1);
}

void ProgramTest::saysThatThePortIsTaken()
{
    QTemporaryDir folder;
    Program first({u"--data"_s, folder.filePath(u"first"_s), u"--listen"_s, u"127.0.0.1:0"_s});
    const quint16 port = portOf(first.ready(), "url"_L1);
    QVERIFY(port > 0);
    Program second({u"--data"_s, folder.filePath(u"second"_s), u"--listen"_s, u"127.0.0.1:%1"_s.arg(port)});
    QCOMPARE(second.code(), 1);
    const QByteArray complaint = second.complaint();
    QVERIFY2(complaint.contains(QByteArray::number(port)) && complaint.contains("--listen"), complaint);
}

void ProgramTest::refusesReadableKeys() // SR-45
{
    QTemporaryDir folder;
    QFile key(folder.filePath(u"key.pem"_s));
    QVERIFY(key.open(QIODevice::WriteOnly));
    key.setPermissions(QFileDevice::ReadOwner | QFileDevice::ReadOther);
    Program program(
        {u"--data"_s, folder.filePath(u"data"_s), u"--tls-cert"_s, key.fileName(), u"--tls-key"_s, key.fileName()});
    QCOMPARE(program.code(), 1);
    const QByteArray complaint = program.complaint();
    QVERIFY2(complaint.contains("chmod 600"), complaint);
}

void ProgramTest::refusesADamagedDatabase()
{
    QTemporaryDir folder;
    QFile database(folder.filePath(u"passport.sqlite"_s));
    QVERIFY(database.open(QIODevice::WriteOnly));
    database.write(QByteArray("no database ").repeated(1000));
    database.close();
    Program program({u"--data"_s, folder.path(), u"--listen"_s, u"127.0.0.1:0"_s});
    QCOMPARE(program.code(), 1);
    const QByteArray complaint = program.complaint();
    QVERIFY2(complaint.contains("damaged") && complaint.contains("backup"), complaint);
    QCOMPARE(complaint.count('\n'), 1);
}

void ProgramTest::helps()
{
    QCOMPARE(Program({u"--help"_s}).code(), 0);
    QCOMPARE(Program({u"--version"_s}).code(), 0);
}

void ProgramTest::servesAndEnds()
{
    QTemporaryDir folder;
    const QString data = folder.filePath(u"data"_s);
    Program program({u"--data"_s, data, u"--listen"_s, u"127.0.0.1:0"_s});
    const QJsonObject ready = program.ready();
    QCOMPARE(ready.value("event"_L1).toString(), u"ready"_s);
    const quint16 admin = portOf(ready, "adminUrl"_L1);
    QCOMPARE(statusOf(get(admin, "/health/live")), 200);
    QCOMPARE(statusOf(get(admin, "/health/ready")), 200);
    const QByteArray metrics = get(admin, "/metrics");
    QVERIFY(headerOf(metrics, "content-type").startsWith("application/openmetrics-text"));
    QVERIFY(bodyOf(metrics).endsWith("# EOF\n"));
    QCOMPARE(statusOf(get(portOf(ready, "url"_L1), "/metrics")), 404); // not in public
    QCOMPARE(
        QFileInfo(data).permissions() & (QFileDevice::ReadOther | QFileDevice::ReadGroup), QFileDevice::Permissions());
    program.end();
    QCOMPARE(program.code(), 0);
}

void ProgramTest::tellsItsSocketsBeforeItEnds()
{
    QTemporaryDir folder;
    Program program({u"--data"_s, folder.filePath(u"data"_s), u"--listen"_s, u"127.0.0.1:0"_s, u"--demo"_s});
    const QJsonObject ready = program.ready();
    const quint16 port = portOf(ready, "url"_L1);
    RawClient caller(port);
    const QByteArray body
        = R"({"device":{"name":"n","os":"o","app":"a"},"remember":false,"key":"A6EHv_POEL4dcN0Y50vAmWfk1jCbpQ1fHdyGZBJVMbg"})";
    caller.send(
        "POST /rest/passport.qr.open HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: "
        + QByteArray::number(body.size()) + "\r\n\r\n" + body);
    const QJsonObject ticket = QJsonDocument::fromJson(bodyOf(caller.response())).object()["result"_L1].toObject();
    RawClient window(port);
    QVERIFY(window.openWebSocket("/bitrix/subws/?token=" + ticket["pull"_L1]["jwt"_L1].toString().toLatin1()));
    QTRY_VERIFY(get(portOf(ready, "adminUrl"_L1), "/metrics").contains("passport_push_listeners 1"));
    program.end();
    const auto last = window.frame();
    QVERIFY(last);
    QVERIFY(last->payload.contains("server_restart"));
    const auto close = window.frame();
    QVERIFY(close);
    QCOMPARE(close->closeCode(), 1001);
    QCOMPARE(program.code(), 0);
}

void ProgramTest::readsAConfigFile()
{
    QTemporaryDir folder;
    QFile config(folder.filePath(u"backend.ini"_s));
    QVERIFY(config.open(QIODevice::WriteOnly));
    config.write("listen=127.0.0.1:0\npublic-url=https://passport.example.test\nbehind-proxy=true\n");
    config.close();
    config.setPermissions(QFileDevice::ReadOwner);
    Program program({u"--data"_s, folder.filePath(u"data"_s), u"--config"_s, config.fileName()});
    QCOMPARE(program.ready().value("url"_L1).toString(), u"https://passport.example.test"_s);
}

} // namespace passport

QTEST_GUILESS_MAIN(passport::ProgramTest)
#include "programtest.moc"
