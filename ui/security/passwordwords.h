// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/error.h"

#include <QString>
#include <QStringList>

namespace passport {

/// "strong": what a score of 0…4 means.
[[nodiscard]] QString strengthWord(int score);
/// A sentence for each reason of the wire (passwordreason) that is known.
[[nodiscard]] QStringList passwordReasons(const QStringList &reasons);
/// The same out of weak_password.
[[nodiscard]] QStringList refusalReasons(const Error &error);
/// Why a change was refused: about the present password, not a login.
[[nodiscard]] QString passwordErrorText(const Error &error);

} // namespace passport
