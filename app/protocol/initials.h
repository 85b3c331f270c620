// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringList>

namespace passport {

/// What a person calls letters: a base with its combining marks is one, and so is an emoji.
[[nodiscard]] QStringList graphemes(const QString &text);

/// What stands for a name where there is room for one sign: its first letter or digit, in upper case; what has neither
/// is stood for by its first sign. "«Ромашка»" → "Р". Empty for an empty name.
[[nodiscard]] QString initialOf(const QString &name);

/// The same for a person, in every window and page: of the first name and of the last. "Анна", "Иванова" → "АИ".
[[nodiscard]] QString initialsOf(const QString &firstName, const QString &lastName);

} // namespace passport
