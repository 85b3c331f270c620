// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/desktopprocess.h"

#include "client/keychainstore.h"
#include "client/policy.h"
#include "client/settings.h"
#include "client/singleinstance.h"
#include "protocol/qrlink.h"
#include "ui/passportapp.h"
#include "ui/termination.h"

#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusPendingCall>
#include <QFile>
#include <QGuiApplication>
#include <QJsonDocument>
#include <QSessionManager>
#include <QTimer>
#include <cstdio>
#include <cstdlib>

using namespace Qt::StringLiterals;

namespace passport {

namespace {

void print(std::FILE *stream, const QString &text)
{
    if (text.isEmpty())
        return;
    std::fputs(qUtf8Printable(text), stream);
    if (!text.endsWith(u'\n'))
        std::fputc('\n', stream);
    std::fflush(stream);
}

} // namespace

DesktopProcess::DesktopProcess(const Options &options, const QStringList &arguments)
    : m_options(options)
    , m_arguments(arguments)
{
}

DesktopProcess::~DesktopProcess() = default;

void DesktopProcess::start()
{
    m_instance = std::make_unique<SingleInstance>(SingleInstance::defaultFolder(), m_options.profile);
    if (m_instance->claim(m_arguments))
        return startFirst();
    connect(m_instance.get(), &SingleInstance::handedOver, qApp, [this](const QString &server) {
        print(stderr, ignoredServer(m_options, server));
        QCoreApplication::exit(0);
    });
    connect(m_instance.get(), &SingleInstance::failed, qApp, [] {
        QCoreApplication::exit(say({1, u"passport: it is running already, but does not answer. End it first."_s}));
    });
}

void DesktopProcess::startFirst()
{
    const auto policy = readPolicy(systemPolicyFile);
    if (!policy)
        qWarning().noquote() << systemPolicyFile << "is not used:" << policy.error().detail;
    m_store = std::make_unique<QSettings>(Settings::filePath(m_options.profile), QSettings::IniFormat);
    m_secrets = std::make_unique<KeychainStore>(m_options.profile);
    m_app = std::make_unique<PassportApp>(*m_store, *m_secrets, policy ? *policy : Policy{});
    m_termination = std::make_unique<Termination>();
    connect(m_termination.get(), &Termination::requested, qApp, &QCoreApplication::quit);
    connect(m_instance.get(), &SingleInstance::argumentsReceived, m_app.get(), &PassportApp::handOver);
    m_instance->setAnswer([this] { return m_app->client().api().server().toString(); });
    // The desktop's session ends: nothing is asked and nothing is restarted by it.
    connect(qGuiApp, &QGuiApplication::commitDataRequest, this, [](QSessionManager &manager) {
        manager.setRestartHint(QSessionManager::RestartNever);
    });
    m_app->start(m_options);
    // After the first window: nobody waits for the bus.
    QTimer::singleShot(0, this, &DesktopProcess::claimBusName);
}

void DesktopProcess::claimBusName()
{
    // Of several profiles the first has it. Without a bus there is nobody to be known to.
    const QDBusConnection bus = QDBusConnection::sessionBus();
    if (auto *daemon = bus.interface())
        daemon->asyncCall(u"RequestName"_s, QString::fromLatin1(applicationId), 4U); // DBUS_NAME_FLAG_DO_NOT_QUEUE
}

std::optional<int> runWithoutDisplay(int argc, char **argv)
{
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments += QString::fromLocal8Bit(argv[i]);
    const auto parsed = parseOptions(arguments);
    if (const auto *options = std::get_if<Options>(&parsed))
        return options->policyReport ? std::optional(say(policyReport(systemPolicyFile))) : std::nullopt;
    // Bad usage may be an option of Qt's own ("-platform"): judged again when QApplication has taken those.
    const auto &goodbye = std::get<Goodbye>(parsed);
    return goodbye.exitCode == 0 ? std::optional(say(goodbye)) : std::nullopt;
}

void explainMissingDisplay()
{
    qInstallMessageHandler([](QtMsgType type, const QMessageLogContext &, const QString &) {
        if (type != QtFatalMsg)
            return;
        std::_Exit(say({1, u"passport: there is no display to open a window on. Start it in a desktop session."_s}));
    });
}

int say(const Goodbye &goodbye)
{
    print(goodbye.exitCode == 0 ? stdout : stderr, goodbye.text);
    return goodbye.exitCode;
}

QString ignoredServer(const Options &options, const QString &used)
{
    if (!options.server || originOf(*options.server) == originOf(QUrl(used)))
        return {};
    return u"passport: it is running already and uses %1. Its window says so and asks about %2; to have both, name another --profile."_s
        .arg(used, options.server->toString());
}

Goodbye policyReport(const QString &file)
{
    const auto policy = readPolicy(file);
    if (!policy)
        return {1, u"passport: %1 cannot be used: %2"_s.arg(file, policy.error().detail)};
    QJsonObject report{
        {"file"_L1, file},
        {"present"_L1, QFile::exists(file)},
        {"qrAllowed"_L1, policy->qrAllowed},
        {"qrBasicAllowed"_L1, policy->qrBasicAllowed},
        {"rememberDefault"_L1, policy->rememberDefault},
        {"rememberLocked"_L1, policy->rememberLocked}};
    if (policy->server)
        report.insert("server"_L1, policy->server->toString());
    return {0, QString::fromUtf8(QJsonDocument(report).toJson(QJsonDocument::Compact))};
}

} // namespace passport
