// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/account/factors.h"
#include "backend/clock.h"
#include "backend/core/templates.h"
#include "backend/identity/sessions.h"
#include "protocol/signinapi.h"

#include <QByteArray>

namespace passport {

class Confirmations;
class PostOffice;
struct UserRow;

/// A sign-in whose first proof was right.
struct PendingSignIn {
    NewSession session; ///< Begins when the code is right; bound to the key of the first call.
    PortalId portal = {}; ///< Where it leads to; empty: the Passport.
    QByteArray sid = {}; ///< The cookie session it belongs to (basic and browser sign-in); empty: a program's.
    /// Hash of the password that a recovery has chosen; empty: none. It waits for the second step: whoever reads the
    /// mail alone neither signs in nor locks the person out. It ends with the half sign-in.
    QByteArray newPassword = {};
    /// The first proof was a code sent to the person's phone. An SMS is no second one then: one stolen SIM card would
    /// be enough (SR-38).
    bool byPhone = false;
};

/// The second step of a sign-in (api.md 2): remembers who is half signed in, for 10 min and 5 tries, and checks codes.
/// In write transactions; throws StoreError.
class SecondSteps {
public:
    struct Parts {
        const Clock &clock;
        const Audit &audit;
        const Factors &factors;
        const Confirmations &confirmations;
        const PostOffice &post;
    };
    explicit SecondSteps(const Parts &parts)
        : m_(parts)
    {
    }

    [[nodiscard]] static bool isNeeded(const UserRow &user);

    /// The error `otp_required {signInId, methods[]}`.
    [[nodiscard]] Error begin(Db &db, const PendingSignIn &pending) const;

    /// Who is asked for, and what he typed.
    struct Submission {
        SignInId signInId = {}; ///< Or, if empty, the one of this cookie session:
        QByteArray sid = {};
        Factors::Offered offered = {}; ///< Weighed for personOf().
        QString address;
        QString requestId;
    };
    /// A code to the person's phone, for a submission of kind "sms" (SR-38: beside an authenticator only). Errors:
    /// ticket_gone (blocked, too), not_allowed (no phone bound, or it was the first proof), too_many (retryAfter): 60 s
    /// between two and five in an hour to one phone, in however many sign-ins.
    [[nodiscard]] Result<SmsSent> sendSms(Db &db, const Submission &submission, PageLanguage language) const;
    /// Who is half signed in; 0 if nobody is.
    [[nodiscard]] UserId personOf(Db &db, const Submission &submission) const;
    /// Consumes the pending sign-in if the code is right. Errors: ticket_gone (unknown, too old, out of tries,
    /// blocked), wrong_code {triesLeft}, too_many (SR-37), not_allowed (a kind that this person has not).
    Result<PendingSignIn> submit(Db &db, const Submission &submission) const;

private:
    struct Row;
    [[nodiscard]] std::optional<Row> find(Db &db, const Submission &submission) const;
    Error wrong(Db &db, const Row &row, const Submission &submission) const;

    [[nodiscard]] Result<Done> checkSms(Db &db, const Row &row, const QString &code) const;

    const Parts m_;
};

} // namespace passport
