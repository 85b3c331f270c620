// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/passportclient.h"
#include "ui/appearance.h"
#include "ui/language.h"
#include "ui/options.h"
#include "ui/screenlock.h"
#include "ui/tray/tray.h"
#include "ui/windows.h"

namespace passport {

/// The desktop program put together: machines, windows, tray. One per process.
class PassportApp : public QObject {
    Q_OBJECT
public:
    struct Timing {
        PassportClient::Timing client;
        TrayWatch::Timing tray;
    };

    /// `store` and `secrets` outlive it.
    PassportApp(
        QSettings &store, SecretStore &secrets, const Policy &policy = {}, const Timing &timing = {},
        QObject *parent = nullptr);
    ~PassportApp() override;

    /// Restores the last session and shows what there is to show.
    void start(const Options &options);
    /// A second start hands over what it was asked for.
    void handOver(const QStringList &arguments);

    [[nodiscard]] PassportClient &client() { return m_client; }

private:
    void follow(const Options &options);
    void connectTray();
    void connectWindows();
    void windowClosed();
    void portalsChanged();
    void renderTray();
    void setLanguage(const QString &language);

    PassportClient m_client;
    Language m_language;
    Appearance m_appearance;
    TrayWatch m_watch;
    Tray m_tray;
    ScreenLock m_lock;
    Windows m_windows;
    Policy m_policy;
};

} // namespace passport
