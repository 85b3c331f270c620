// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "protocol/error.h"

#include "protocol/errorcodes.h"

using namespace Qt::StringLiterals;

namespace passport {

std::optional<int> Error::triesLeft() const
{
    const QJsonValue value = details.value("triesLeft"_L1);
    return value.isDouble() ? std::optional(value.toInt()) : std::nullopt;
}

QString Error::requestId() const
{
    return details.value("requestId"_L1).toString();
}

Error Error::malformed(const QString &detail)
{
    return {.kind = Kind::Malformed, .code = {}, .detail = detail, .details = {}};
}

Error Error::ofCode(QLatin1StringView code, const QString &detail, const QJsonObject &details)
{
    const QString word(code);
    return {.kind = kindOfCode(word).value_or(Kind::Refused), .code = word, .detail = detail, .details = details};
}

} // namespace passport
