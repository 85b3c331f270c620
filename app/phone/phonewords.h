// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/qrapprovalapi.h"

#include <QString>

namespace passport {

/// What happened and what to do, in one line for a terminal. This program speaks English only.
[[nodiscard]] QString phoneSentence(const Error &error, const QString &host);

/// One line of machine-readable output.
[[nodiscard]] QByteArray signedInLine(const QString &name);
[[nodiscard]] QByteArray scannedLine(const QrApproval &approval);
[[nodiscard]] QByteArray eventLine(QLatin1StringView event);

} // namespace passport
