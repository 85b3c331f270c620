// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/qr/qrparts.h"

#include <optional>

namespace passport {

struct Call;

/// What an approving person may try in 5 min (api.md 8, SR-15, SR-16): scans, wrong links and codes, new prompts.
class ApprovingLimits {
public:
    explicit ApprovingLimits(const QrParts &parts)
        : m_(parts)
    {
    }

    /// Counts one scan. `too_many` if it is one too many, or if there were too many wrong ones before.
    [[nodiscard]] std::optional<Error> useScan(const Call &call) const;
    /// There was no ticket for what this caller had.
    void countWrong(const Call &call) const;
    /// Whether the person's other devices may be told of one more fresh approval (anti-bombing).
    [[nodiscard]] bool mayPrompt(const Call &call) const;

    static constexpr std::chrono::minutes window{5};

private:
    const QrParts &m_;
};

} // namespace passport
