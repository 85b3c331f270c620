// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/qr/approvinglimits.h"

#include "backend/guard/ratelimit.h"
#include "backend/http/message.h"
#include "backend/rest/method.h"
#include "backend/store/serversettings.h"

using namespace Qt::StringLiterals;

namespace passport {
namespace {

QString ofPerson(QLatin1StringView limit, const Call &call)
{
    return u"%1/%2"_s.arg(limit).arg(call.caller.user);
}

QString ofAddress(const Call &call)
{
    return u"qr.wrong.address/"_s + limitedAddress(QString::fromLatin1(call.http.remoteAddress));
}

} // namespace

std::optional<Error> ApprovingLimits::useScan(const Call &call) const
{
    auto wait = m_.limits.use(ofPerson("qr.scan"_L1, call), m_.settings.integer(setting::scansPerPerson), window);
    if (!wait)
        wait = m_.limits.wait(ofPerson("qr.wrong"_L1, call), m_.settings.integer(setting::wrongCodesPerPerson), window);
    if (!wait)
        wait = m_.limits.wait(ofAddress(call), m_.settings.integer(setting::wrongCodesPerAddress), window);
    return wait ? std::optional(tooMany(*wait)) : std::nullopt;
}

void ApprovingLimits::countWrong(const Call &call) const
{
    (void)m_.limits.use(ofPerson("qr.wrong"_L1, call), m_.settings.integer(setting::wrongCodesPerPerson), window);
    (void)m_.limits.use(ofAddress(call), m_.settings.integer(setting::wrongCodesPerAddress), window);
}

bool ApprovingLimits::mayPrompt(const Call &call) const
{
    return !m_.limits.use(ofPerson("qr.prompt"_L1, call), m_.settings.integer(setting::prompts), window);
}

} // namespace passport
