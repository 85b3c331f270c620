// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/qrtransaction.h"

#include <QObject>
#include <QTimer>
#include <chrono>
#include <optional>

namespace passport {

/// The codes that follow one another in a window: opens the successor before the end of the one that is shown, listens
/// to both until the old one ends, and lets whichever is scanned win; the others are cancelled (api.md 5).
class QrRotation : public QObject {
    Q_OBJECT
public:
    struct Timing {
        std::chrono::milliseconds renewBefore = std::chrono::seconds(10); ///< api.md 5
        int renewals = 5; ///< Then somebody must ask for a code.
        QrTransaction::Timing transaction;
    };

    QrRotation(
        ApiClient &api, NetworkAccess &network, Reachability &reachability, const Timing &timing,
        QObject *parent = nullptr);

    /// Drops what there is and opens a first code.
    void open(const QrTransaction::Wish &wish);
    /// Cancels all tickets.
    void drop();
    /// Somebody is there: count the renewals anew.
    void resetRenewals() { m_renewals = 0; }
    void retryNow();

    /// What is shown, or was scanned; null while none is ready.
    [[nodiscard]] QrTransaction *shown() const { return m_shown.get(); }
    [[nodiscard]] QrTransaction *previous() const { return m_previous.get(); }
    /// The one being opened.
    [[nodiscard]] QrTransaction *next() const { return m_next.get(); }
    [[nodiscard]] bool isTaken() const { return m_taken; }
    /// A phone of another portal has tried the code that is shown.
    [[nodiscard]] bool wrongPortal() const { return m_wrongPortal; }
    [[nodiscard]] QrLevel level() const { return m_level; }

Q_SIGNALS:
    /// shown(), previous(), next() or a line changed.
    void changed();
    /// A code was scanned: it is the only one now.
    void taken();
    /// What became of the taken one, or that the feature was turned off.
    void statusRead(const passport::QrStatus &status);
    /// No code is left and the server gives no other.
    void refused(const passport::Error &error);
    /// Renewed often enough.
    void exhausted();

private:
    void openNext();
    void nextReady();
    void nextRefused(const Error &error);
    void transactionSays(QrTransaction *from, const QrStatus &status);
    void ended(QrTransaction *from, const QrStatus &status);
    void take(QrTransaction *from);
    void renew();

    ApiClient &m_api;
    NetworkAccess &m_network;
    Reachability &m_reachability;
    Timing m_timing;
    QrTransaction::Wish m_wish;
    QrTransaction::Handle m_shown;
    QrTransaction::Handle m_previous;
    QrTransaction::Handle m_next;
    QTimer m_renew;
    int m_renewals = 0;
    bool m_taken = false;
    bool m_wrongPortal = false;
    QrLevel m_level = QrLevel::Hardened;
};

} // namespace passport
