// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/qrloginstate.h"
#include "client/sessionstate.h"
#include "ui/widgets/statepage.h"

#include <QDeadlineTimer>
#include <chrono>
#include <optional>

namespace passport {

/// What a button of a closing page does; the window that shows the page knows how.
enum class Gesture {
    None,
    NewCode, ///< Also "Try again" of the QR window.
    Password,
    ChangePassword,
    Details,
    Proxy,
    Done,
    Retry,
    WithoutKeychain,
    Cancel,
    SignOut,
};

/// A closing page with what its two buttons do.
struct StateWords {
    StatePage::Content content;
    Gesture first = Gesture::None;
    Gesture second = Gesture::None;
};

/// For the states of a QR sign-in that have a page of this kind; nothing for those that show the code, the number or
/// the second step.
[[nodiscard]] std::optional<StateWords> stateWords(const qrlogin::State &state);
/// What "Details" of that page tells.
[[nodiscard]] QString stateDetails(const qrlogin::State &state);

/// For the states of the session in which neither the sign-in page nor the portals can be shown.
[[nodiscard]] std::optional<StateWords> stateWords(const session::State &state);

/// Why the session ended, for the sign-in page; empty if there is nothing to say.
[[nodiscard]] QString signedOutText(const session::SignedOut &state);

/// Rounded up, so that a countdown begins with the whole time and ends with 0.
[[nodiscard]] std::chrono::seconds secondsLeft(const QDeadlineTimer &deadline);

} // namespace passport
