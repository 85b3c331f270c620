// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLatin1StringView>
#include <QString>
#include <array>

namespace passport {

/// One enumerator and its word on the wire.
template <typename Enum> struct Word {
    Enum value;
    QLatin1StringView text;
};
template <typename Enum> Word(Enum, QLatin1StringView) -> Word<Enum>; // clang 14 deduces no aggregate by itself

/// The word of `value`; empty if the table has none (only Unknown enumerators have none).
template <typename Enum, std::size_t N> [[nodiscard]] QString wordOf(const std::array<Word<Enum>, N> &words, Enum value)
{
    for (const Word<Enum> &word : words) {
        if (word.value == value)
            return word.text;
    }
    return {};
}

/// The enumerator of `text`, `otherwise` for a word we do not know.
template <typename Enum, std::size_t N>
[[nodiscard]] Enum fromWord(const std::array<Word<Enum>, N> &words, QStringView text, Enum otherwise)
{
    for (const Word<Enum> &word : words) {
        if (word.text == text)
            return word.value;
    }
    return otherwise;
}

} // namespace passport
