// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>
#include <QUrl>

namespace passport {

class DeviceKey;

/// The value of a DPoP header (RFC 9449, SR-28): proves for one request that the sender holds the key that the token is
/// bound to. `accessToken` is empty at /oauth/token/, `nonce` before the server gave one.
[[nodiscard]] QByteArray dpopProof(
    const DeviceKey &key, const QByteArray &method, const QUrl &url, const QString &accessToken,
    const QByteArray &nonce);

} // namespace passport
