// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "protocol/base64url.h"

namespace passport {

constexpr auto form = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

QByteArray toBase64Url(QByteArrayView bytes)
{
    return QByteArray::fromRawData(bytes.data(), bytes.size()).toBase64(form);
}

std::optional<QByteArray> fromBase64Url(QByteArrayView text)
{
    const QByteArray input = text.toByteArray();
    const auto decoded = QByteArray::fromBase64Encoding(input, form | QByteArray::AbortOnBase64DecodingErrors);
    // Qt accepts padding and non-zero tail bits; one value shall have one spelling.
    if (!decoded || toBase64Url(*decoded) != input)
        return std::nullopt;
    return *decoded;
}

std::optional<QByteArray> fromBase64Url(QByteArrayView text, qsizetype size)
{
    auto bytes = fromBase64Url(text);
    return bytes && bytes->size() == size ? bytes : std::nullopt;
}

} // namespace passport
