// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/credentials.h"
#include "client/smscode.h"
#include "protocol/capabilitiesapi.h"
#include "protocol/qrticket.h"
#include "protocol/signinapi.h"

#include <QDeadlineTimer>
#include <memory>
#include <optional>
#include <variant>
#include <vector>

/// What a QR sign-in can be in; see QrLogin for the way between them. The identifiers in quotes are those of the
/// windows' states: a window needs nothing but the state to find its words.
namespace passport::qrlogin {

/// The server cannot be reached; tried again by itself. "reconnecting": what is shown as a code could not work.
struct Outage {
    QString host;
    QDeadlineTimer nextTry; ///< Expired: being tried right now.
    Error why; ///< Insecure and ProxyAuth among them: "tls", "proxy_auth".
};

/// The way to the server while a ticket lives.
struct Line {
    bool limited = false; ///< Long polling: "fallback".
    std::optional<Outage> outage;

    /// A code may be shown as something to scan (SR-20).
    [[nodiscard]] bool isLive() const { return !outage; }
};

/// Nobody asked for a code.
struct Idle { };

/// "preparing": no code yet, and none is shown before its channel is open and its status read.
struct Opening {
    bool slow = false; ///< It takes longer than somebody likes to wait without a word.
    std::optional<Outage> outage;
};

/// "ready", and with `refreshing` "refreshing".
struct Waiting {
    QrTicket ticket; ///< The code to show.
    std::optional<QrTicket> previous; ///< Not shown any more, but a phone that has just read it is still heard.
    QDeadlineTimer expires; ///< Of `ticket`.
    QrLevel level = QrLevel::Hardened; ///< "basic"
    Line line;
    bool refreshing = false; ///< A successor is on its way.
    bool wrongPortal = false; ///< "wrong_portal": a phone of another portal tried; `ticket.portal` is needed.
    bool lonely = false; ///< "phone_signed_out": nobody has scanned for a minute, perhaps the phone cannot.
};

/// The code is hidden and its ticket is gone: "paused".
struct Paused {
    enum class Reason {
        Unattended, ///< Renewed often enough, or nobody used the window: waits for showCode().
        Hidden, ///< The window cannot be seen or the screen is locked: goes on by itself (SR-20).
    };
    Reason reason = Reason::Unattended;
};

/// Who scanned and with what; shown from the scan on.
struct Scan {
    QrTicket ticket;
    QDeadlineTimer expires;
    MaskedPerson person; ///< Whom this computer is about to become (SR-13).
    QString phone; ///< Says of itself.
    QrLevel level = QrLevel::Hardened;
    Line line;
};

/// "scanned": type the number that the phone shows (SR-10).
struct Scanned {
    Scan scan;
    int triesLeft = 3;
    bool mismatch = false; ///< "number_mismatch": the last one was wrong.
    std::optional<QString> replaces; ///< Who is signed in here: ask once, and confirmPerson(), before the number.
};
/// The number is on its way.
struct SendingNumber {
    Scan scan;
    int triesLeft = 3;
};
/// "awaiting_approval"
struct AwaitingApproval {
    Scan scan;
};
/// "signing_in"
struct Claiming {
    Line line;
    QrLevel level = QrLevel::Hardened; ///< That of the approval.
};
/// "need_otp": the account wants its second step; QR never goes around it (SR-14).
struct CodeNeeded {
    SecondStep step;
    std::optional<Error> error; ///< wrong_code with triesLeft, or that the code could not be sent.
    std::optional<QDeadlineTimer> busyUntil; ///< With kind Busy: count down to it.
    std::shared_ptr<const DeviceKey> key; ///< What the session will be bound to.
    SmsCode sms = {};
};
/// The code is on its way.
struct CheckingCode {
    SecondStep step;
    std::shared_ptr<const DeviceKey> key;
    SmsCode sms = {};
};
/// "success"
struct Finished {
    Credentials credentials;
    std::optional<Person> person;
    std::optional<PortalName> portal;
    QrLevel level = QrLevel::Hardened; ///< That of the approval.
};

/// "declined", or the number was wrong three times.
struct Declined {
    QrStatus::Reason reason = QrStatus::Reason::Person;
    QString phone; ///< What declined; may be empty.
};
/// "expired": the approval came, but could not be turned into a session in time.
struct Expired { };
/// "used": somebody turned it into a session, and it was not this window.
struct Used { };

/// "disabled", "no_push" and what else makes QR sign-in impossible here until somebody changes it.
struct Unavailable {
    enum class Reason {
        Disabled, ///< Turned off by the administrator, or while the code was shown (SR-48).
        NoPush, ///< No push server.
        Modules, ///< Modules of the portal are too old: `missing`.
        Policy, ///< Only the basic exchange is offered, or a phone chose it, and this computer's policy refuses it.
        Default, ///< The same, and no policy says anything of it: without one it is not used.
        NotOffered, ///< The server has no such thing; the browser may help.
    };
    Reason reason = Reason::Disabled;
    std::vector<MissingModule> missing;
};
/// "too_many": goes on by itself.
struct TooMany {
    QDeadlineTimer until;
};
/// Nothing that waiting would mend: try again, or read why.
struct Stopped {
    Error error;
};

using State = std::variant<
    Idle, Opening, Waiting, Paused, Scanned, SendingNumber, AwaitingApproval, Claiming, CodeNeeded, CheckingCode,
    Finished, Declined, Expired, Used, Unavailable, TooMany, Stopped>;

} // namespace passport::qrlogin
