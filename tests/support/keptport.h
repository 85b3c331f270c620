// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>

namespace passport {

/// A free port of 127.0.0.1 that a test may leave and take again: below the range from which the system gives ports to
/// whoever asks for any (32768 … 60999), so that no connection of a test beside this one sits on it meanwhile.
quint16 keptPort();

} // namespace passport
