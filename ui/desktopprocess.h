// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/options.h"

#include <QObject>
#include <memory>
#include <optional>

class QSettings;

namespace passport {

class KeychainStore;
class PassportApp;
class SingleInstance;
class Termination;

/// What the desktop knows the program by (programs.md): desktop file, window class, icon, tray, bus name.
inline constexpr char applicationId[] = "dev.passport.Passport";

/// The process around PassportApp: one a profile, the real settings and keyring, the end by signal or by the
/// desktop's session.
class DesktopProcess : public QObject {
    Q_OBJECT
public:
    DesktopProcess(const Options &options, const QStringList &arguments);
    ~DesktopProcess() override;

    /// Enter the event loop after it; the loop's exit code is the program's.
    void start();

private:
    void startFirst();
    void claimBusName();

    Options m_options;
    QStringList m_arguments;
    std::unique_ptr<SingleInstance> m_instance;
    std::unique_ptr<QSettings> m_store;
    std::unique_ptr<KeychainStore> m_secrets;
    std::unique_ptr<Termination> m_termination;
    std::unique_ptr<PassportApp> m_app;
};

/// --help, --version and --policy-report need no display: done with here, with the exit code, else nothing.
[[nodiscard]] std::optional<int> runWithoutDisplay(int argc, char **argv);
/// From now until the QApplication is there, a missing display ends the program with a sentence and exit code 1
/// instead of an abort.
void explainMissingDisplay();
/// Says it on stdout or stderr; answers the exit code.
[[nodiscard]] int say(const Goodbye &goodbye);
/// What to say of a --server that the program already running, which uses `used`, does not take unasked; empty if it is
/// that.
[[nodiscard]] QString ignoredServer(const Options &options, const QString &used);
/// What the administrator's policy file sets, as one JSON object a line.
[[nodiscard]] Goodbye policyReport(const QString &file);

} // namespace passport
