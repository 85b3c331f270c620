// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "client/singleinstance.h"
#include "support/stricttest.h"

#include <QFileInfo>
#include <QLocalSocket>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace passport {

/// One program a profile (DI-2).
class SingleInstanceTest : public StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void secondHandsItsArgumentsOver()
    {
        QTemporaryDir folder;
        SingleInstance first(folder.path(), u"default"_s);
        QVERIFY(first.claim({}));
        QSignalSpy received(&first, &SingleInstance::argumentsReceived);
        SingleInstance second(folder.path(), u"default"_s);
        QSignalSpy handedOver(&second, &SingleInstance::handedOver);
        const QStringList arguments{u"--qr"_s, u"passport:с пробелом\n"_s};
        QVERIFY(!second.claim(arguments));
        QTRY_COMPARE(handedOver.size(), 1);
        QCOMPARE(received.size(), 1);
        QCOMPARE(received.first().first().toStringList(), arguments);
    }

    void secondIsTold()
    {
        QTemporaryDir folder;
        SingleInstance first(folder.path(), u"default"_s);
        QVERIFY(first.claim({}));
        QString server = u"https://before.example.test"_s;
        connect(&first, &SingleInstance::argumentsReceived, this, [&server](const QStringList &arguments) {
            server = arguments.constFirst(); // what the arguments bring about is told already
        });
        first.setAnswer([&server] { return server; });
        SingleInstance second(folder.path(), u"default"_s);
        QSignalSpy handedOver(&second, &SingleInstance::handedOver);
        QVERIFY(!second.claim({u"https://after.example.test"_s}));
        QTRY_COMPARE(handedOver.size(), 1);
        QCOMPARE(handedOver.first().first().toString(), u"https://after.example.test"_s);
    }

    void profilesAreApart()
    {
        QTemporaryDir folder;
        SingleInstance first(folder.path(), u"default"_s);
        SingleInstance other(folder.path(), u"work"_s);
        QVERIFY(first.claim({}));
        QVERIFY(other.claim({}));
    }

    void socketIsForItsUserAlone()
    {
        QTemporaryDir folder;
        SingleInstance first(folder.path(), u"default"_s);
        QVERIFY(first.claim({}));
        const QFileInfo socket(folder.filePath(u"default.sock"_s));
        QVERIFY(socket.exists());
        const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
        QVERIFY(!(socket.permissions() & others));
    }

    void leftoversOfAKilledProgramStopNobody()
    {
        QTemporaryDir folder;
        QProcess killed;
        killed.start(QCoreApplication::applicationFilePath(), {u"--hold"_s, folder.path()});
        QVERIFY(killed.waitForReadyRead());
        QVERIFY(QFileInfo::exists(folder.filePath(u"default.sock"_s)));
        SingleInstance tooEarly(folder.path(), u"default"_s);
        QVERIFY(!tooEarly.claim({}));
        killed.kill(); // SIGKILL: no destructor runs
        QVERIFY(killed.waitForFinished());
        QVERIFY(QFileInfo::exists(folder.filePath(u"default.sock"_s)));
        SingleInstance next(folder.path(), u"default"_s);
        QVERIFY(next.claim({}));
    }

    void unusableFolderStopsNobody()
    {
        SingleInstance first(u"/nonexistent/folder"_s, u"default"_s);
        QVERIFY(first.claim({}));
    }

    void rubbishOnTheSocketIsHarmless()
    {
        QTemporaryDir folder;
        SingleInstance first(folder.path(), u"default"_s);
        QVERIFY(first.claim({}));
        QSignalSpy received(&first, &SingleInstance::argumentsReceived);
        QLocalSocket stranger;
        stranger.connectToServer(folder.filePath(u"default.sock"_s));
        QVERIFY(stranger.waitForConnected());
        stranger.write(QByteArray(1024 * 1024, 'x'));
        QTRY_COMPARE(stranger.state(), QLocalSocket::UnconnectedState);
        QCOMPARE(received.size(), 0);
    }
};

} // namespace passport

/// With --hold FOLDER it is the program that gets killed.
int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    if (app.arguments().value(1) == "--hold"_L1) {
        passport::SingleInstance held(app.arguments().value(2), u"default"_s);
        if (!held.claim({}))
            return 1;
        printf("held\n");
        fflush(stdout);
        return QCoreApplication::exec();
    }
    passport::SingleInstanceTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "singleinstancetest.moc"
