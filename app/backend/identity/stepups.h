// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/clock.h"
#include "protocol/ids.h"
#include "protocol/result.h"

#include <QStringList>
#include <chrono>

namespace passport {

class Db;

/// Who proved within the last five minutes that it is the owner who asks (SR-40), and who must before he may go on.
/// In transactions, of reading or writing; throws StoreError.
class StepUps {
public:
    static constexpr std::chrono::seconds life{300}; // api.md 2

    explicit StepUps(const Clock &clock)
        : m_clock(clock)
    {
    }

    enum class Proof { Password, Factor };
    /// Counts for this session from now on.
    void record(Db &db, const SessionId &session, Proof proof) const;

    /// Proofs of the person's other sessions count no more: they were made with a password that holds no more.
    static void endOthers(Db &db, UserId user, const SessionId &session);

    enum class Need {
        Proof, ///< The password or a factor. What most changes want.
        Factor, ///< A factor: the password alone turns no second step off.
        Password, ///< The call carries the password itself and the caller checks it; SR-18 may want a factor besides.
    };
    /// Error: stepup_required {methods[]}. For 24 h a session born from QR needs the factor where the person has one,
    /// whatever is asked (SR-18).
    [[nodiscard]] Result<Done> require(Db &db, UserId user, const SessionId &session, Need need = Need::Proof) const;

    /// What passport.stepup takes from this session: "password", "totp", "recovery"; only what would help.
    [[nodiscard]] QStringList methods(Db &db, UserId user, const SessionId &session, Need need = Need::Proof) const;
    [[nodiscard]] std::chrono::seconds left(Db &db, const SessionId &session) const;

private:
    [[nodiscard]] bool isFreshFromQr(Db &db, const SessionId &session) const;

    const Clock &m_clock;
};

} // namespace passport
