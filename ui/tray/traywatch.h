// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QTimer>
#include <chrono>

class QDBusServiceWatcher;

namespace passport {

/// Is there a tray to put an icon into? Qt decides once in a program's life between the two kinds of tray on Linux,
/// StatusNotifier over D-Bus and XEmbed in the X server, at the first question; so nobody asks it before a
/// StatusNotifier host is there, or before it is clear that none will come. Nothing tells when an XEmbed tray comes or
/// goes: that is looked up from time to time.
class TrayWatch : public QObject {
    Q_OBJECT
public:
    /// A session's tray often comes up after the programs that start with it: 5 × 5 s, as KeePassXC found enough.
    struct Timing {
        std::chrono::milliseconds pause = std::chrono::seconds(5);
        int tries = 5;
        std::chrono::milliseconds embedded = std::chrono::seconds(30); ///< Between two looks at an XEmbed tray.
    };

    explicit TrayWatch(Timing timing, QObject *parent = nullptr);
    explicit TrayWatch(QObject *parent = nullptr)
        : TrayWatch(Timing{}, parent)
    {
    }

    /// Starts looking; availableChanged() tells.
    void start();
    [[nodiscard]] bool isAvailable() const { return m_available; }
    /// Nothing was found and nobody waits any more; one may still appear later.
    [[nodiscard]] bool hasGivenUp() const { return !m_available && m_triesLeft == 0; }

Q_SIGNALS:
    void availableChanged();
    /// hasGivenUp() became true: whoever hides in the tray must come out.
    void gaveUp();

private:
    void look();
    void lost();
    void lookAtEmbedded();
    void setAvailable(bool available);
    [[nodiscard]] bool hostIsThere() const;

    Timing m_timing;
    QTimer m_retry;
    QTimer m_embedded; ///< Runs once Qt has been asked without a StatusNotifier host: it has chosen XEmbed then.
    QDBusServiceWatcher *m_watcher;
    int m_triesLeft = 0;
    bool m_available = false;
};

} // namespace passport
