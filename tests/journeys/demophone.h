// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/approval.h"
#include "support/signedin.h"

namespace passport {

/// Anna's phone, signed in: scans what a window shows and answers.
class DemoPhone {
public:
    explicit DemoPhone(const QUrl &server, QLatin1StringView who = QLatin1StringView("anna"));

    [[nodiscard]] bool isSignedIn();
    [[nodiscard]] Approval &approval() { return m_approval; }
    template <typename S> [[nodiscard]] bool isIn() const { return std::holds_alternative<S>(m_approval.state()); }
    /// The two digits to type at the desktop; empty unless asked.
    [[nodiscard]] QString number() const;
    [[nodiscard]] bool canApprove() const;

private:
    SignedIn m_person;
    Approval m_approval;
};

/// The six digits that Boris's authenticator shows now, or will show some steps of 30 s later.
[[nodiscard]] QString borisCodeNow(int stepsLater = 0);

} // namespace passport
