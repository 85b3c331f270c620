// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/pendingrequest.h"
#include "client/pushconnection.h"
#include "client/qrloginstate.h"
#include "client/ticketkey.h"
#include "protocol/qrloginapi.h"

#include <QPointer>
#include <QTimer>
#include <memory>

namespace passport {

class ApiClient;

/// One ticket of a QR sign-in from its opening to its end: its key, its channel and its calls. Errors that pass are
/// waited out in here; what comes out is what the server says of the ticket. One call is in flight at a time and `seq`
/// grows with each (SR-17); a status is read at each connection of the channel, at each ring, and now and then without
/// one, so that a lost ring delays and never decides (SR-23).
class QrTransaction : public QObject {
    Q_OBJECT
public:
    struct Timing {
        PushConnection::Timing push{.plan = BackoffPlan::Watched};
        std::chrono::milliseconds pollWaiting = std::chrono::seconds(10); ///< Status without a ring.
        std::chrono::milliseconds pollScanned = std::chrono::seconds(4); ///< The same while a person waits for it.
        std::chrono::milliseconds endGrace = std::chrono::seconds(1); ///< "Seconds left" are rounded.
    };
    /// What the ticket shall be for.
    struct Wish {
        Device device;
        bool remember = false;
        std::optional<QString> portal;
    };
    /// Says goodbye to the server instead of deleting at once.
    struct Discard {
        void operator()(QrTransaction *transaction) const { transaction->discard(); }
    };
    using Handle = std::unique_ptr<QrTransaction, Discard>;

    static Handle
    create(ApiClient &api, NetworkAccess &network, Reachability &reachability, Wish wish, const Timing &timing);

    /// Asks for the ticket. Ends in ready() or refused().
    void open();
    /// Valid once open() was answered.
    [[nodiscard]] const QrTicket &ticket() const { return m_ticket; }
    [[nodiscard]] QDeadlineTimer expires() const { return m_expires; }
    /// The channel is open and the status was read: the code may be shown.
    [[nodiscard]] bool isReady() const { return m_ready; }
    [[nodiscard]] qrlogin::Line line() const;
    [[nodiscard]] bool remember() const { return m_wish.remember; }
    void retryNow();

    /// The next call after the one in flight; numberAnswered() follows.
    void sendNumber(const QString &number);
    /// Turns the sealed token into a session (retried as long as the token lives, with one idempotency key, so that a
    /// lost answer costs nothing); claimed() or claimFailed() follows.
    void claim(const QString &sealedToken);

Q_SIGNALS:
    void ready();
    /// There is no ticket, and asking again would not help now.
    void refused(const passport::Error &error);
    void statusRead(const passport::QrStatus &status);
    /// The way to the server changed; see line().
    void lineChanged();
    void numberAnswered(const passport::Result<passport::QrProgress> &answer);
    void claimed(const passport::ClaimedQrLogin &login, const passport::Credentials &credentials);
    /// otp_required among them; `key` is the key that the session will be bound to.
    void claimFailed(const passport::Error &error, const std::shared_ptr<const passport::DeviceKey> &key);

private:
    /// What the approval is turned into a session with.
    struct Claim {
        QString token;
        std::shared_ptr<const DeviceKey> key;
        QString idempotencyKey;
    };

    QrTransaction(ApiClient &api, NetworkAccess &network, Reachability &reachability, Wish wish, const Timing &timing);
    void discard();

    void pump();
    void sendOpen();
    void opened(const Result<QrTicket> &answer);
    void wantStatus();
    void sendStatus();
    void statusReceived(const Result<QrStatus> &answer);
    void statusFailed(const Error &error);
    void pushSends(const PullEvent &event);
    void sendNumberNow();
    void numberReceived(const Result<QrProgress> &answer);
    void sendClaim();
    void claimReceived(const Result<ClaimedQrLogin> &answer);
    void reachedEnd();
    void retryLater(const Error &error);
    void callSucceeded();
    void setDeadline(std::chrono::seconds left);
    [[nodiscard]] std::chrono::milliseconds pollInterval() const;

    ApiClient &m_api;
    Wish m_wish;
    Timing m_timing;
    TicketKey m_key;
    PushConnection m_push;
    QString m_openKey; ///< Idempotency key of `open`: a repeat after a lost answer is the same ticket.
    QrTicket m_ticket;
    QDeadlineTimer m_expires;
    QPointer<PendingRequest> m_call; ///< The one in flight.
    QTimer m_retry;
    QTimer m_poll;
    QTimer m_end;
    std::optional<Error> m_trouble; ///< Why the last call did not get through.
    std::optional<QString> m_number;
    std::optional<Claim> m_claim;
    QrState m_lastState = QrState::Waiting;
    qint64 m_rev = -1;
    int m_failures = 0; ///< In a row.
    bool m_statusWanted = false;
    bool m_ready = false;
    bool m_discarded = false;
};

} // namespace passport
