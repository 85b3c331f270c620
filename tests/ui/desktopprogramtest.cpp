// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "support/stricttest.h"

#include <QFileInfo>
#include <QProcess>
#include <QSettings>
#include <QTemporaryDir>
#include <memory>

using namespace Qt::StringLiterals;

namespace passport {

/// `passport` as the desktop starts it: a process with a command line, an environment, an exit code and one line on
/// stderr where something does not work.
class DesktopProgramTest : public StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void withoutADisplayItSaysSo();
    void whatNeedsNoDisplayWorksWithoutOne_data();
    void whatNeedsNoDisplayWorksWithoutOne();
    void unwritableLogIsSaid();
    void secondStartIsAnswered();
    void withoutATrayTheLastWindowEndsIt();
    void windowLauncherAndBusNameItAlike();

private:
    static std::unique_ptr<QProcess> run(const QStringList &arguments, bool display = true)
    {
        auto process = std::make_unique<QProcess>();
        auto environment = QProcessEnvironment::systemEnvironment();
        if (!display) {
            environment.remove(u"DISPLAY"_s);
            environment.remove(u"QT_QPA_PLATFORM"_s);
        }
        process->setProcessEnvironment(environment);
        process->start(QStringLiteral(PASSPORT), arguments);
        return process;
    }
    static QByteArray outputOf(const QString &program, const QStringList &arguments)
    {
        QProcess process;
        process.start(program, arguments);
        process.waitForFinished();
        return process.readAllStandardOutput();
    }
    static bool isOver(const std::unique_ptr<QProcess> &process) { return process->state() == QProcess::NotRunning; }
    /// What it says of itself, without the log.
    static QByteArrayList words(const std::unique_ptr<QProcess> &process)
    {
        QByteArrayList own;
        for (const QByteArray &line : process->readAllStandardError().split('\n')) {
            if (line.startsWith("passport: "))
                own += line;
        }
        return own;
    }
    /// Its window is there and has the focus.
    static bool windowIsActive()
    {
        return QProcess::execute(
                   u"xdotool"_s,
                   {u"search"_s, u"--sync"_s, u"--onlyvisible"_s, u"--name"_s, u"Bitrix24 Passport"_s,
                    u"windowactivate"_s, u"--sync"_s})
            == 0;
    }
};

void DesktopProgramTest::withoutADisplayItSaysSo()
{
    const auto program = run({}, false);
    QTRY_VERIFY(isOver(program));
    QCOMPARE(program->exitStatus(), QProcess::NormalExit);
    QCOMPARE(program->exitCode(), 1);
    const auto said = words(program);
    QCOMPARE(said.size(), 1);
    QVERIFY2(said.first().contains("display"), said.first());
}

void DesktopProgramTest::whatNeedsNoDisplayWorksWithoutOne_data()
{
    QTest::addColumn<QString>("option");
    for (const auto *option : {"--help", "--version", "--policy-report"})
        QTest::newRow(option) << QString::fromLatin1(option);
}

void DesktopProgramTest::whatNeedsNoDisplayWorksWithoutOne()
{
    QFETCH(QString, option);
    const auto program = run({option}, false);
    QTRY_VERIFY(isOver(program));
    QCOMPARE(program->exitCode(), 0);
    QVERIFY(!program->readAllStandardOutput().isEmpty());
    QVERIFY(words(program).isEmpty());
}

void DesktopProgramTest::unwritableLogIsSaid()
{
    const auto program = run({u"--log-file"_s, u"/proc/nowhere"_s});
    QTRY_VERIFY(isOver(program));
    QCOMPARE(program->exitCode(), 1);
    const auto said = words(program);
    QCOMPARE(said.size(), 1);
    QVERIFY2(said.first().contains("/proc/nowhere"), said.first());
}

void DesktopProgramTest::secondStartIsAnswered()
{
    // Nobody is there; a window that asks is enough. The port is reserved and never answers.
    const QString used = u"http://127.0.0.1:1"_s;
    const QString other = u"http://127.0.0.1:2"_s;
    const auto first = run({u"--server"_s, used});
    QVERIFY(windowIsActive());
    const auto same = run({u"--server"_s, used});
    const auto second = run({u"--server"_s, other});
    const auto elsewhere = run({u"--server"_s, other, u"--profile"_s, u"elsewhere"_s});
    QTRY_VERIFY(isOver(same) && isOver(second));
    QCOMPARE(same->exitCode(), 0);
    QVERIFY(words(same).isEmpty());
    QCOMPARE(second->exitCode(), 0);
    QCOMPARE(words(second).size(), 1);
    QVERIFY(!isOver(first) && !isOver(elsewhere)); // another profile is another program
    first->terminate();
    QTRY_VERIFY(isOver(first));
    QCOMPARE(first->exitCode(), 0);
    elsewhere->terminate();
    QTRY_VERIFY(isOver(elsewhere));
}

void DesktopProgramTest::withoutATrayTheLastWindowEndsIt()
{
    const auto program = run({u"--server"_s, u"http://127.0.0.1:1"_s});
    QVERIFY(windowIsActive());
    const auto closes = [&] {
        QProcess::execute(u"xdotool"_s, {u"key"_s, u"alt+F4"_s});
        return isOver(program);
    };
    QTRY_VERIFY(isOver(program) || closes()); // pressed until it is taken
    QCOMPARE(program->exitStatus(), QProcess::NormalExit);
    QCOMPARE(program->exitCode(), 0);
}

// programs.md: by these a desktop shows the window under its launcher.
void DesktopProgramTest::windowLauncherAndBusNameItAlike()
{
    const QSettings launcher(QStringLiteral(LAUNCHER), QSettings::IniFormat);
    const QByteArray id = launcher.value(u"Desktop Entry/StartupWMClass"_s).toByteArray();
    QCOMPARE(id + ".desktop", QFileInfo(launcher.fileName()).fileName().toUtf8());
    const auto program = run({u"--server"_s, u"http://127.0.0.1:1"_s});
    QVERIFY(windowIsActive());
    const QString window = QString::fromUtf8(outputOf(u"xdotool"_s, {u"getactivewindow"_s})).trimmed();
    const QByteArray ofWindow = outputOf(u"xprop"_s, {u"-id"_s, window, u"WM_CLASS"_s});
    QVERIFY2(ofWindow.contains('"' + id + '"'), ofWindow);
    const auto isOnTheBus = [&] {
        return outputOf(
                   u"gdbus"_s,
                   {u"call"_s, u"--session"_s, u"--dest"_s, u"org.freedesktop.DBus"_s, u"--object-path"_s, u"/"_s,
                    u"--method"_s, u"org.freedesktop.DBus.NameHasOwner"_s, QString::fromUtf8(id)})
            .contains("true");
    };
    QTRY_VERIFY(isOnTheBus());
    program->terminate();
    QTRY_VERIFY(isOver(program));
}

} // namespace passport

QTEST_GUILESS_MAIN(passport::DesktopProgramTest)
#include "desktopprogramtest.moc"
