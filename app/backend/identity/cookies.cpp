// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/identity/cookies.h"

#include "backend/core/crypto.h"
#include "backend/http/message.h"
#include "protocol/base64url.h"

namespace passport {
namespace {

constexpr const char *name = "PASSPORT_SID";
constexpr int rememberedSeconds = 30 * 24 * 3600; // as long as a remembered refresh token may idle (SR-27)

QByteArray attributes(const HttpRequest &request)
{
    return QByteArray("; Path=/; HttpOnly; SameSite=Strict") + (request.secure ? "; Secure" : "");
}

} // namespace

std::optional<QByteArray> Cookies::sidOf(const HttpRequest &request)
{
    const auto sid = request.cookie(name);
    return sid && fromBase64Url(*sid, 32) ? sid : std::nullopt;
}

QByteArray Cookies::newSid()
{
    return toBase64Url(crypto::randomBytes(32));
}

QByteArray Cookies::csrfOf(const QByteArray &sid) const
{
    return toBase64Url(crypto::hmacSha256(m_csrfKey, sid));
}

bool Cookies::isRight(const QByteArray &sid, const QByteArray &csrf) const
{
    return crypto::equal(csrf, csrfOf(sid));
}

QByteArray Cookies::setCookie(const QByteArray &sid, const HttpRequest &request, bool remember)
{
    const QByteArray age = remember ? "; Max-Age=" + QByteArray::number(rememberedSeconds) : QByteArray();
    return name + ('=' + sid) + age + attributes(request);
}

QByteArray Cookies::clearCookie(const HttpRequest &request)
{
    return name + QByteArray("=; Max-Age=0") + attributes(request);
}

bool Cookies::isCrossSite(const HttpRequest &request)
{
    return request.header("sec-fetch-site") == "cross-site";
}

} // namespace passport
