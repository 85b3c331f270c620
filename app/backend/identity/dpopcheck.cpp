// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/identity/dpopcheck.h"

#include "backend/core/crypto.h"
#include "backend/core/serverurls.h"
#include "backend/http/message.h"
#include "protocol/base64url.h"
#include "protocol/dpop.h"
#include "protocol/errorcodes.h"
#include "protocol/qrlink.h"

#include <QtEndian>
#include <cstring>

using namespace Qt::StringLiterals;

namespace passport {
namespace {

constexpr qsizetype timeSize = 8;
constexpr qsizetype macSize = 16;
constexpr std::size_t mostIds = 4'000'000; // 6,600 calls a second over 10 min; about 200 MB
constexpr qsizetype longestId = 128;

Error refused(const QString &why)
{
    return Error::ofCode(code::invalidProof, why);
}

const HttpHeader *onlyProof(const HttpRequest &request)
{
    const HttpHeader *found = nullptr;
    for (const HttpHeader &header : request.headers) {
        if (header.name != "dpop")
            continue;
        if (found)
            return nullptr; // RFC 9449 4.3: not more than one
        found = &header;
    }
    return found;
}

} // namespace

DpopCheck::DpopCheck(const Clock &clock, const ServerUrls &urls)
    : m_clock(clock)
    , m_urls(urls)
    , m_nonceKey(crypto::randomBytes(32))
    , m_spanStart(clock.now())
{
}

Result<DpopCheck::Holder> DpopCheck::check(const HttpRequest &request, const QByteArray &accessToken)
{
    const HttpHeader *header = onlyProof(request);
    if (!header)
        return refused(u"one DPoP header"_s);
    const Result<DpopProof> proof = parseDpopProof(header->value);
    if (!proof)
        return refused(proof.error().detail);
    const DpopClaims &claims = proof->claims;
    if (!crypto::verifyEd25519(proof->publicKey, proof->signingInput, proof->signature))
        return refused(u"signature"_s);
    if (claims.method != request.method || !isForThis(request, claims.url))
        return refused(u"htm or htu"_s);
    if (claims.accessTokenHash
        != (accessToken.isEmpty() ? QString() : accessTokenHash(QString::fromLatin1(accessToken))))
        return refused(u"ath"_s);
    const auto age = ageOf(claims.nonce.toLatin1());
    if (!age)
        return Error::ofCode(code::useDpopNonce);
    if (claims.id.isEmpty() || claims.id.size() > longestId)
        return refused(u"jti"_s);
    if (!isFirstUse(proof->publicKey, claims.id))
        return refused(u"jti was used"_s);
    return Holder{.key = proof->publicKey, .renewNonce = *age > nonceLife / 2};
}

QByteArray DpopCheck::freshNonce() const
{
    QByteArray nonce(timeSize, Qt::Uninitialized);
    qToBigEndian<qint64>(m_clock.nowMs(), nonce.data());
    nonce.append(crypto::hmacSha256(m_nonceKey, nonce).left(macSize));
    return toBase64Url(nonce);
}

std::optional<std::chrono::milliseconds> DpopCheck::ageOf(const QByteArray &nonce) const
{
    const auto bytes = fromBase64Url(nonce, timeSize + macSize);
    if (!bytes
        || !crypto::equal(
            bytes->sliced(timeSize), crypto::hmacSha256(m_nonceKey, bytes->first(timeSize)).left(macSize)))
        return std::nullopt;
    const std::chrono::milliseconds age(m_clock.nowMs() - qFromBigEndian<qint64>(bytes->constData()));
    return age >= nonceLife ? std::nullopt : std::optional(age);
}

/// The address as dialled: one of our origins, and the path exactly as it was sent (doubled slashes included).
bool DpopCheck::isForThis(const HttpRequest &request, const QString &url) const
{
    const QUrl dialled(url, QUrl::StrictMode);
    const QByteArray path
        = request.target.left(request.target.indexOf('?') < 0 ? request.target.size() : request.target.indexOf('?'));
    return dialled.isValid() && m_urls.isOurs(originOf(dialled)) && dialled.path(QUrl::FullyEncoded).toLatin1() == path;
}

bool DpopCheck::isFirstUse(const QByteArray &key, const QString &id)
{
    if (m_clock.now() - m_spanStart >= nonceLife || m_seen.size() >= mostIds) {
        m_seenBefore = std::exchange(m_seen, {});
        m_spanStart = m_clock.now();
    }
    // 64 bits of SHA-256: a wrong "used" once in 10^12 calls, and the client repeats with another id.
    const QByteArray digest = crypto::sha256(key + id.toUtf8());
    std::uint64_t mark = 0;
    std::memcpy(&mark, digest.constData(), sizeof mark);
    return !m_seenBefore.contains(mark) && m_seen.insert(mark).second;
}

} // namespace passport
