// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "support/keptport.h"
#include "support/qrwindow.h"
#include "support/stricttest.h"

#include <QProcess>
#include <QTemporaryDir>
#include <csignal>

using namespace Qt::StringLiterals;

namespace passport {
namespace {

/// The program itself on a folder, so that it can be killed for real.
class Program {
public:
    explicit Program(const QString &folder)
        : m_folder(folder)
    {
    }
    ~Program() { kill(); }

    void start()
    {
        const QString listen = u"127.0.0.1:%1"_s.arg(port);
        m_process.start(QStringLiteral(PASSPORT_BACKEND), {u"--data"_s, m_folder, u"--listen"_s, listen, u"--demo"_s});
        QByteArray line;
        while (!line.contains('\n') && m_process.waitForReadyRead(30000))
            line += m_process.readAllStandardOutput();
        if (!line.contains('\n'))
            qFatal("the backend does not start: %s", m_process.readAllStandardError().constData());
    }

    void kill()
    {
        if (m_process.state() == QProcess::NotRunning)
            return;
        ::kill(pid_t(m_process.processId()), SIGKILL);
        m_process.waitForFinished();
    }

    const quint16 port = keptPort();

private:
    const QString m_folder;
    QProcess m_process;
};

RestCaller anna(quint16 port)
{
    RestCaller phone(port);
    if (phone.signIn(u"anna@example.test"_s, u"anna-demo-Passport"_s).status != 200)
        qFatal("anna cannot sign in");
    return phone;
}

/// Repeats once with the nonce: after a restart the first proof is void.
RestAnswer insist(RestCaller &caller, const QByteArray &method, const QJsonObject &parameters)
{
    const RestAnswer first = caller.call(method, parameters);
    return first.error() == u"use_dpop_nonce"_s ? caller.call(method, parameters) : first;
}

} // namespace

/// Tickets survive `kill -9`: one that waits, one that is scanned and one that is approved all go on without a new
/// scan.
class QrRestartTest : public StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void threeTicketsGoOnAfterKill9();
};

void QrRestartTest::threeTicketsGoOnAfterKill9()
{
    const QTemporaryDir folder;
    Program program(folder.path());
    program.start();
    RestCaller phone = anna(program.port);
    QrWindow waiting(program.port);
    QrWindow scanned(program.port);
    QrWindow approved(program.port);
    for (QrWindow *window : {&waiting, &scanned, &approved})
        QCOMPARE(window->open().status, 200);
    const auto scan = [&](const QrWindow &window) {
        return insist(phone, "passport.qr.scan", {{"link"_L1, window.link()}}).result();
    };
    const auto approve = [&](const QJsonObject &seen) {
        return insist(phone, "passport.qr.approve", {{"approvalId"_L1, seen.value("approvalId"_L1)}}).status;
    };
    const QJsonObject early = scan(scanned);
    const QJsonObject first = scan(approved);
    QCOMPARE(approved.number(first.value("number"_L1).toString()).status, 200);
    QCOMPARE(approve(first), 200);

    program.kill();
    program.start();

    QCOMPARE(waiting.state(), u"waiting"_s);
    QCOMPARE(scanned.state(), u"scanned"_s);
    QCOMPARE(approved.state(), u"approved"_s);
    QCOMPARE(approved.claim().status, 200);
    QCOMPARE(scanned.number(early.value("number"_L1).toString()).status, 200);
    QCOMPARE(approve(early), 200);
    scanned.status();
    QCOMPARE(scanned.claim().status, 200);
    const QJsonObject late = scan(waiting);
    QCOMPARE(waiting.number(late.value("number"_L1).toString()).status, 200);
    QCOMPARE(approve(late), 200);
    waiting.status();
    QCOMPARE(waiting.claim().status, 200);
    // A sequence number from before the kill is a replay after it too.
    waiting.seq = 1;
    QCOMPARE(waiting.status().error(), u"replayed"_s);
    for (QrWindow *window : {&waiting, &scanned, &approved})
        QCOMPARE(insist(window->caller, "passport.profile.get", {}).status, 200);
}

} // namespace passport

QTEST_GUILESS_MAIN(passport::QrRestartTest)
#include "qrrestart_test.moc"
