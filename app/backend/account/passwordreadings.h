// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <vector>

namespace passport::passwordreadings {

// How else an attacker reads a password (SR-35): zxcvbn knows bytes, and its words are English.

/// Lower case, with Cyrillic letters written in Latin ones: "Пароль" as "parol". Only good for comparing.
[[nodiscard]] QString transliterated(const QString &text);

/// Every way to write the same word in Latin letters that is in use: "парой" as "paroy" and "paroj".
[[nodiscard]] QStringList latinFormsOf(const QString &word);

/// A character that is repeated stands there once: "aaaa" as "a".
[[nodiscard]] QString withoutRuns(const QString &text);

/// What may be typed there, as zxcvbn can judge it, one byte a character: as it stands (Cyrillic letters by their place
/// in the alphabet), the Latin letters of the same keys, Cyrillic in Latin letters, and in Latin letters the Cyrillic
/// ones of the same keys ("gfhjkm" is "пароль" typed with the other layout). Those that differ.
[[nodiscard]] std::vector<QByteArray> of(const QString &text);

} // namespace passport::passwordreadings
