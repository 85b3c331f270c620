// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "client/secrettext.h"

#include "client/devicekey.h"

#include <utility>

namespace passport {

SecretText::SecretText(QStringView text)
    : m_text(text.toString())
{
}

SecretText::SecretText(SecretText &&other) noexcept
    : m_text(std::exchange(other.m_text, {}))
{
}

SecretText &SecretText::operator=(SecretText &&other) noexcept
{
    if (this != &other) {
        wipe(m_text);
        m_text = std::exchange(other.m_text, {});
    }
    return *this;
}

SecretText::~SecretText()
{
    wipe(m_text);
}

} // namespace passport
