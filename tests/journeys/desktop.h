// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "support/signedin.h"
#include "ui/passportapp.h"

#include <QTemporaryDir>
#include <algorithm>
#include <memory>

namespace passport {

/// The whole desktop program in this process, and a person's hands and eyes for its windows.
class Desktop {
public:
    /// With secrets in memory that outlive a quit(), or in those given.
    explicit Desktop(const QUrl &server, SecretStore *secrets = nullptr);
    ~Desktop();

    /// Of the administrator of this computer, from the next start() on.
    void setPolicy(const Policy &policy) { m_policy = policy; }
    void start(const Options &options = {}, const PassportClient::Timing &waits = SignedIn::fastTiming());
    /// As the person quits it; start() begins again with the same settings and secrets.
    void quit() { m_app.reset(); }
    [[nodiscard]] PassportApp &app() { return *m_app; }
    /// What the settings' file says.
    [[nodiscard]] QByteArray settingsFile();

    /// The visible window of that name; null if there is none.
    [[nodiscard]] static QWidget *window(QLatin1StringView name);
    /// The visible part of a visible window; null if there is none.
    template <typename T = QWidget> [[nodiscard]] static T *part(QLatin1StringView windowName, QLatin1StringView name)
    {
        auto *top = window(windowName);
        const auto found = top ? top->findChildren<T *>(name) : QList<T *>();
        const auto seen = std::find_if(found.begin(), found.end(), [](T *part) { return part->isVisible(); });
        return seen == found.end() ? nullptr : *seen;
    }
    static void click(QLatin1StringView windowName, QLatin1StringView name);
    static void type(QLatin1StringView windowName, QLatin1StringView name, const QString &text);
    void signIn(const QString &login, const QString &password, bool remember = false);
    /// What a camera reads from the pixels of the QR window; empty if nothing.
    [[nodiscard]] static QString codeOnScreen();
    /// The main window lists portals.
    [[nodiscard]] static bool showsPortals();

private:
    QUrl m_server;
    Policy m_policy;
    QTemporaryDir m_folder;
    QSettings m_store;
    MemoryStore m_memory;
    SecretStore *m_secrets;
    std::unique_ptr<PassportApp> m_app;
};

} // namespace passport
