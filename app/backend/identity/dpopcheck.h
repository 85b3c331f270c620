// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/clock.h"
#include "protocol/result.h"

#include <QByteArray>
#include <chrono>
#include <unordered_set>

namespace passport {

struct HttpRequest;
class ServerUrls;

/// Checks DPoP proofs (RFC 9449, SR-28): that the caller holds the key, for this request, now, once. I/O thread only.
///
/// "Now" is judged by our own nonce, never by the client's clock: a time and an HMAC over it, good for 10 min, nothing
/// stored. The HMAC key is made at start, so proofs from before a restart, whose ids we have forgotten, are void.
class DpopCheck {
public:
    DpopCheck(const Clock &clock, const ServerUrls &urls);

    static constexpr std::chrono::minutes nonceLife{10};

    struct Holder {
        QByteArray key; ///< 32 bytes: whoever sent the request holds its private half.
        bool renewNonce = false; ///< The nonce is past half its life: send a new one along.
    };
    /// `accessToken` empty: a call without one (/oauth/token/, sign-in). Errors: use_dpop_nonce, invalid_proof.
    [[nodiscard]] Result<Holder> check(const HttpRequest &request, const QByteArray &accessToken);

    /// For the header DPoP-Nonce.
    [[nodiscard]] QByteArray freshNonce() const;

private:
    [[nodiscard]] std::optional<std::chrono::milliseconds> ageOf(const QByteArray &nonce) const;
    [[nodiscard]] bool isForThis(const HttpRequest &request, const QString &url) const;
    [[nodiscard]] bool isFirstUse(const QByteArray &key, const QString &id);

    const Clock &m_clock;
    const ServerUrls &m_urls;
    const QByteArray m_nonceKey;
    // Ids seen in this and in the previous span of nonceLife: together never less than one life.
    std::unordered_set<std::uint64_t> m_seen;
    std::unordered_set<std::uint64_t> m_seenBefore;
    Clock::TimePoint m_spanStart;
};

} // namespace passport
