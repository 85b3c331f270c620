// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QProcess>
#include <QTemporaryDir>
#include <QUrl>

namespace passport {

/// A real passport-backend with the demo people, in a process of its own that can be killed and started again on the
/// same port and data.
class BackendProcess {
public:
    /// Starts it. `publicUrl`: how it names itself to clients that reach it in another way than url().
    /// `more` options as they are.
    explicit BackendProcess(int demoPortals = 0, const QUrl &publicUrl = {}, const QStringList &more = {});
    ~BackendProcess();

    void start();
    /// It has said that it accepts connections.
    [[nodiscard]] bool isReady();
    [[nodiscard]] QUrl url() const { return m_url; }
    /// Its database, for whoever changes it while the server is not running.
    [[nodiscard]] QString database() const { return m_data.filePath(QStringLiteral("data/passport.sqlite")); }
    /// A subcommand of passport-backend on the same data; the server notices within a moment.
    [[nodiscard]] bool administer(const QStringList &words) const;
    [[nodiscard]] bool setSetting(const QString &name, const QString &value) const;
    /// `kill -9`; isGone() tells.
    void kill() { m_process.kill(); }
    [[nodiscard]] bool isGone() const { return m_process.state() == QProcess::NotRunning; }

private:
    QTemporaryDir m_data;
    QProcess m_process;
    QStringList m_arguments;
    QByteArray m_output;
    QUrl m_url;
};

} // namespace passport
