// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace passport {

/// A secret in letters that is overwritten when its owner is done with it (SR-31): moved, never copied. What is made of
/// it on the way out is not: the JSON of a call, the body of its request and the frames that Qt encrypts are copies of
/// Qt's own, freed as they are. They are short-lived, and no core dump shows them (hardening.h).
class SecretText {
public:
    SecretText() = default;
    /// A copy of its own; the caller wipes the one he had.
    explicit SecretText(QStringView text);
    SecretText(SecretText &&other) noexcept;
    SecretText &operator=(SecretText &&other) noexcept;
    ~SecretText();

    [[nodiscard]] const QString &text() const { return m_text; }

private:
    QString m_text;
};

} // namespace passport
