// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/qrloginstate.h"
#include "client/sessionstate.h"
#include "client/signinstate.h"

#include <QString>
#include <vector>

/// One example of every state that a window can be asked to show, with invented people and addresses. The tests of the
/// windows walk all of them; the screenshots show them.
namespace passport::examples {

template <typename State> struct Example {
    QString name; ///< Of the file; the identifiers of the design where it has one.
    State state;
};

[[nodiscard]] std::vector<Example<signin::State>> signInStates();
[[nodiscard]] std::vector<Example<qrlogin::State>> qrLoginStates();
/// Only those that have a page between signing in and the portals.
[[nodiscard]] std::vector<Example<session::State>> sessionStates();

[[nodiscard]] QrTicket ticket();

} // namespace passport::examples
