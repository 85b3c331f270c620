// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLoggingCategory>
#include <QString>

namespace passport {

Q_DECLARE_LOGGING_CATEGORY(apiLog)
Q_DECLARE_LOGGING_CATEGORY(pushLog)
Q_DECLARE_LOGGING_CATEGORY(qrLog)
Q_DECLARE_LOGGING_CATEGORY(sessionLog)
Q_DECLARE_LOGGING_CATEGORY(keychainLog)

/// `text` fit for a log: of everything that looks like a token, a key, a proof or a channel only the last four
/// characters stay, and the parts of a QR link and of a query that are rights go (SR-22, SR-31).
[[nodiscard]] QString redacted(const QString &text);

/// Sends all messages, redacted, to stderr and, if `file` is not empty, appended to it (0600; begun anew above 5 MiB).
/// Answers false if the file cannot be written. Call once, before anything is logged.
[[nodiscard]] bool installLogging(const QString &file);

} // namespace passport
