// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/result.h"

#include <QByteArray>
#include <QString>
#include <QUrl>

namespace passport {

/// The claims of a DPoP proof (RFC 9449 4.2, api.md 2). Freshness is judged by `nonce` alone.
struct DpopClaims {
    QByteArray method; ///< htm
    QString url; ///< htu: the address as dialled, without query and fragment.
    QString id; ///< jti, single use.
    qint64 issuedAt = 0; ///< iat: must be there, is not compared.
    QString accessTokenHash; ///< ath: base64url SHA-256 of the access token; empty at /oauth/token/.
    QString nonce; ///< The server's DPoP-Nonce; empty in the first try.

    bool operator==(const DpopClaims &) const = default;
};

/// A proof taken apart. Whoever verifies checks `signature` over `signingInput` with `publicKey`, then the claims.
struct DpopProof {
    QByteArray signingInput;
    QByteArray signature; ///< 64 bytes, Ed25519.
    QByteArray publicKey; ///< 32 bytes of the header's jwk.x
    DpopClaims claims;
};

/// Header and claims as they are signed; append '.' and the base64url signature.
[[nodiscard]] QByteArray dpopSigningInput(const QByteArray &publicKey, const DpopClaims &claims);

/// Takes a proof apart; checks form, `typ`, `alg` and `jwk` only.
[[nodiscard]] Result<DpopProof> parseDpopProof(const QByteArray &proof);

/// `ath` of a token.
[[nodiscard]] QString accessTokenHash(const QString &accessToken);

/// `htu` of an address.
[[nodiscard]] QString dpopUrl(const QUrl &url);

} // namespace passport
