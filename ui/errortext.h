// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/error.h"

#include <QString>
#include <chrono>

namespace passport {

/// What happened, and what it means or what to do about it. The only place where an Error becomes words. Whether it is
/// tried again by itself is not said: that depends on who tried.
struct ErrorWords {
    QString title; ///< Short, without a full stop.
    QString sentence; ///< With a full stop; may be empty.
};

[[nodiscard]] ErrorWords errorWords(const Error &error);
/// Both as one text, for a strip or a tool tip.
[[nodiscard]] QString errorText(const Error &error);
/// No way to the server; else somebody answers there, only not as a Passport server does, and neither the network nor a
/// proxy is to blame.
[[nodiscard]] bool hasNoAnswer(const Error &error);
/// The title of an outage on the way to `host`, which an error need not name itself.
[[nodiscard]] QString outageTitle(const Error &why, const QString &host);
/// What stands behind "Details": the server's number of the request, the issuer of a certificate, never a secret.
[[nodiscard]] QString errorDetails(const Error &error);

/// "1:45", or "0:07", or "1:02:03" from an hour on: for countdowns.
[[nodiscard]] QString shownTime(std::chrono::seconds time);
/// "2 min", "45 s": for sentences.
[[nodiscard]] QString shownDuration(std::chrono::seconds time);

} // namespace passport
