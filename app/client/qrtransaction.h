// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/pendingrequest.h"
#include "client/pushconnection.h"
#include "client/qrloginstate.h"
#include "client/retrytimer.h"
#include "client/secrettext.h"
#include "client/ticketkey.h"
#include "protocol/qrloginapi.h"

#include <QPointer>
#include <QTimer>
#include <memory>

namespace passport {

class ApiClient;

/// One ticket of a QR sign-in from its opening to its end: its key, its channel and its calls. Errors that pass are
/// waited out in here; what comes out is what the server says of the ticket. One call is in flight at a time and `seq`
/// grows with each (SR-17); the status is read at each connection of the channel, at each ring, and now and then
/// without one, so that a lost ring delays and never decides (SR-23).
class QrTransaction : public QObject {
    Q_OBJECT
public:
    /// The defaults are those of api.md 5 and SR-23; tests shorten them.
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
        QrLevel level = QrLevel::Hardened; ///< Basic: no key, no proofs; the token is redeemed by BasicSignIn.
    };
    /// Tells the server before it deletes.
    struct Discard {
        void operator()(QrTransaction *transaction) const { transaction->discard(); }
    };
    using Handle = std::unique_ptr<QrTransaction, Discard>;

    static Handle
    create(ApiClient &api, NetworkAccess &network, Reachability &reachability, Wish wish, const Timing &timing);

    /// Asks for the ticket. Ends in ready() or refused().
    void open();
    /// Valid from ready() on.
    [[nodiscard]] const QrTicket &ticket() const { return m_ticket; }
    [[nodiscard]] QDeadlineTimer expires() const { return m_expires; }
    [[nodiscard]] qrlogin::Line line() const;
    [[nodiscard]] bool remember() const { return m_wish.remember; }
    void retryNow();

    /// Reads it once more, for a person who has just decided something.
    void readStatus();
    /// The next call after the one in flight; numberAnswered() follows, or a status if the answer was lost.
    void sendNumber(const QString &number);
    [[nodiscard]] bool isNumberDue() const { return m_number.has_value(); }
    /// Turns the sealed token into a session. Repeated as long as the approval lives and with one idempotency key, so
    /// that a lost answer costs nothing. False if the token is not for the key of this ticket (SR-6).
    [[nodiscard]] bool claim(const QString &sealedToken);
    /// The token of a basic ticket is redeemed elsewhere: nothing is asked or told about the ticket any more.
    void handOver();

Q_SIGNALS:
    /// The channel is open and the status was read: the code may be shown.
    void ready();
    /// There is no ticket, and asking again would not help now.
    void refused(const passport::Error &error);
    /// Comes after ready(). Expired also stands for everything that means "this ticket is no more".
    void statusRead(const passport::QrStatus &status);
    /// The way to the server changed; see line().
    void lineChanged();
    void numberAnswered(const passport::Result<passport::QrProgress> &answer);
    void claimed(const passport::ClaimedQrLogin &login, const passport::Credentials &credentials);
    /// otp_required among them; `key` is what the session will be bound to.
    void claimFailed(const passport::Error &error, const std::shared_ptr<const passport::DeviceKey> &key);

private:
    /// What the approval is turned into a session with.
    struct Claim {
        SecretText token;
        std::shared_ptr<const DeviceKey> key;
        QString idempotencyKey;
    };

    QrTransaction(ApiClient &api, NetworkAccess &network, Reachability &reachability, Wish wish, const Timing &timing);
    void discard();

    void pump();
    void sendOpen();
    void opened(const Result<QrTicket> &answer);
    void channelConnected();
    void channelChanged();
    void sendStatus();
    void statusReceived(const Result<QrStatus> &answer);
    void statusFailed(const Error &error);
    void noteStatus(const QrStatus &status);
    void sendNumberCall();
    void numberReceived(const Result<QrProgress> &answer);
    [[nodiscard]] std::optional<QrProof> proofFor(QLatin1StringView method);
    void sendClaim();
    void claimReceived(const Result<ClaimedQrLogin> &answer);
    void endReached();
    void end(QrState state);
    void tryLater(const Error &error);
    [[nodiscard]] bool isOver() const { return m_expires.hasExpired() && !m_end.isActive(); }
    [[nodiscard]] std::chrono::milliseconds pollInterval() const;
    [[nodiscard]] QString host() const;

    ApiClient &m_api;
    Wish m_wish;
    Timing m_timing;
    TicketKey m_key;
    PushConnection m_push;
    RetryTimer m_retry;
    QTimer m_poll;
    QTimer m_end;
    QString m_openKey; ///< Idempotency key of `open`: a repeat after a lost answer is the same ticket.
    QrTicket m_ticket;
    QDeadlineTimer m_expires{QDeadlineTimer::Forever};
    QPointer<PendingRequest> m_call; ///< The one in flight.
    std::optional<Error> m_channelTrouble; ///< Why the channel is not open; kept until a status was read again.
    std::optional<SecretText> m_number;
    std::optional<Claim> m_claim;
    QrState m_state = QrState::Waiting;
    qint64 m_rev = -1; ///< None was read.
    bool m_statusWanted = false;
    bool m_repeatable = false; ///< The call in flight may be taken back and sent anew.
    bool m_ready = false;
    bool m_discarded = false;
};

} // namespace passport
