// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/basicsignin.h"
#include "client/policy.h"
#include "client/qrloginstate.h"
#include "client/qrpresence.h"
#include "client/qrrotation.h"

#include <QObject>
#include <QTimer>
#include <chrono>
#include <optional>

namespace passport {

/// Sign-in by pointing a phone at a code: the asking side (api.md 5).
///
/// | From                         | Event                                              | To                          |
/// |------------------------------|----------------------------------------------------|-----------------------------|
/// | any                          | start(), restarts by setRemember(), setPortal()    | Opening                     |
/// | Opening                      | channel open and status read                       | Waiting                     |
/// | Opening                      | the server has no QR sign-in, or not for us        | Unavailable                 |
/// | Opening                      | no way to the server                               | Opening{outage}, by itself  |
/// | Waiting                      | 10 s before the end                                | Waiting{refreshing}         |
/// | Waiting{refreshing}          | the successor is live                              | Waiting{ticket, previous}   |
/// | Waiting                      | renewed 5 times, or 10 min without focus           | Paused{Unattended}          |
/// | Opening, Waiting             | hidden or locked                                   | Paused{Hidden}              |
/// | Paused{Hidden}               | visible and unlocked again                         | Opening                     |
/// | Paused{Unattended}           | showCode()                                         | Opening                     |
/// | Waiting                      | status of the code shown or the previous: scanned  | Scanned                     |
/// | Scanned                      | submitNumber()                                     | SendingNumber               |
/// | SendingNumber                | right                                              | AwaitingApproval            |
/// | SendingNumber                | wrong, tries left                                  | Scanned{mismatch}           |
/// | SendingNumber                | wrong for the third time                           | Declined{Number}            |
/// | Scanned … AwaitingApproval   | notMe()                                            | Opening                     |
/// | Scanned … AwaitingApproval   | declined                                           | Declined{Person}            |
/// | Scanned … AwaitingApproval   | lifetime over                                      | Opening                     |
/// | Waiting … AwaitingApproval   | status: approved                                   | Claiming                    |
/// | Claiming                     | tokens                                             | Finished                    |
/// | Claiming                     | second step due                                    | CodeNeeded                  |
/// | Claiming                     | 30 s over, already used                            | Expired, Used               |
/// | CodeNeeded                   | submitCode()                                       | CheckingCode                |
/// | CodeNeeded                   | sendSms(), and the answer to it                    | CodeNeeded{sms, error}      |
/// | CheckingCode                 | tokens                                             | Finished                    |
/// | CheckingCode                 | wrong, busy, no network                            | CodeNeeded{error}           |
/// | Opening … Claiming           | turned off by the administrator                    | Unavailable                 |
/// | Waiting … AwaitingApproval   | only basic protection, and our policy refuses it   | Unavailable{Policy/Default} |
/// | Opening                      | too_many                                           | TooMany, then Opening       |
/// | any                          | an error that waiting does not mend                | Stopped                     |
/// | any                          | cancel()                                           | Idle; the server is told    |
///
/// Every change of a ticket is read from its status; push only rings for it. Lifetimes are seconds left and monotonic
/// deadlines: no clock is compared with another (SR-3).
class QrLogin : public QObject {
    Q_OBJECT
public:
    using State = qrlogin::State;

    /// The defaults are those of ux.md 4; tests shorten them.
    struct Timing {
        std::chrono::milliseconds unattended = std::chrono::minutes(10); ///< Without focus a code hides itself.
        std::chrono::milliseconds lonely = std::chrono::minutes(1); ///< Without a scan a hint is due.
        std::chrono::milliseconds slow = std::chrono::seconds(5); ///< Without a code a reason is due.
        QrRotation::Timing rotation;
    };

    QrLogin(
        ApiClient &api, NetworkAccess &network, Reachability &reachability, Device device, Timing timing,
        QObject *parent = nullptr);
    QrLogin(
        ApiClient &api, NetworkAccess &network, Reachability &reachability, Device device, QObject *parent = nullptr)
        : QrLogin(api, network, reachability, std::move(device), Timing(), parent)
    {
    }

    [[nodiscard]] const State &state() const { return m_state; }
    /// What the server said before the first code: the steps on the phone among it. Nothing before.
    [[nodiscard]] const std::optional<Capabilities> &capabilities() const { return m_capabilities; }
    [[nodiscard]] bool remember() const { return m_remember; }

    /// What this computer's administrator allows; effective at once (SR-48).
    void setPolicy(const Policy &policy);
    /// "Remember me" is part of the ticket, the phone shows it: a change opens a new one.
    void setRemember(bool remember);
    /// Address, host or memberId of the portal to sign in to; none = the Passport. A change opens a new ticket.
    void setPortal(const std::optional<QString> &portal);
    /// Who is signed in in this program already; asked about before the number (SR-13).
    void setSignedIn(const std::optional<QString> &name) { m_signedIn = name; }

    /// Always a new transaction, whatever was under way; also "Try again", "New code", "Show a new one".
    void start();
    /// "Show the code", when paused.
    void showCode();
    /// "Try again now", while the server cannot be reached.
    void retryNow();
    /// "Yes, it is me who becomes that person." Ignored unless Scanned{replaces}.
    void confirmPerson();
    /// The two digits from the phone. Ignored unless Scanned, or if they are not two digits.
    void submitNumber(const QString &number);
    /// Somebody else scanned the code: that ticket ends, a new one is shown.
    void notMe();
    /// As SignIn::sendSms(). Ignored unless CodeNeeded.
    void sendSms();
    /// `method` is one of CodeNeeded::step.methods. Ignored unless CodeNeeded.
    void submitCode(const QString &method, const QString &code);
    /// The window was closed: nothing of the transaction stays here.
    void cancel();

    // What the window and the screen are doing; a code is only there while somebody may look at it (SR-20).
    void setVisible(bool visible) { m_presence.setVisible(visible); }
    void setLocked(bool locked) { m_presence.setLocked(locked); }
    void setFocused(bool focused) { m_presence.setFocused(focused); }

Q_SIGNALS:
    void stateChanged();

private:
    void reset();
    void probe();
    void capabilitiesReceived(const Result<Capabilities> &answer);
    void openCode();
    void followRotation();
    void refused(const Error &error);
    void taken();
    void statusRead(const QrStatus &status);
    [[nodiscard]] bool isBelowPolicy(QrLevel level) const;
    void refuseLevel();
    void scanned(const QrStatus &status);
    void numberAnswered(const Result<QrProgress> &answer);
    void approved(const QrStatus &status);
    void redeem(const QString &token);
    void redeemFailed(const Error &error);
    void basicCodeNeeded(const std::optional<Error> &why);
    void claimFailed(const Error &error, const std::shared_ptr<const DeviceKey> &key);
    void codeChecked(const Result<SessionTokens> &tokens);
    void smsAnswered(const SignInId &id, const Result<SmsSent> &answer);
    void pause(qrlogin::Paused::Reason reason);
    void seenChanged();
    void leave(State state);
    void setState(State state);
    template <typename S> [[nodiscard]] bool isIn() const { return std::holds_alternative<S>(m_state); }

    ApiClient &m_api;
    Device m_device;
    Timing m_timing;
    Policy m_policy;
    State m_state;
    QrRotation m_rotation;
    BasicSignIn m_basic;
    QrPresence m_presence;
    RetryTimer m_probeRetry;
    QTimer m_slow;
    QTimer m_lonely;
    QTimer m_busy;
    QPointer<PendingRequest> m_call; ///< The probe, or the one-time code.
    std::optional<Capabilities> m_capabilities;
    std::optional<QString> m_portal;
    std::optional<QString> m_signedIn;
    bool m_remember = false;
    bool m_confirmed = false; ///< confirmPerson() for this scan.
};

} // namespace passport
