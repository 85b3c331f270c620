// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "client/dpopsigner.h"

#include "client/devicekey.h"
#include "protocol/base64url.h"
#include "protocol/dpop.h"

#include <QDateTime>
#include <sodium.h>

namespace passport {
namespace {

constexpr int idBytes = 16; // RFC 9449 4.2: at least 96 bits

QString freshId()
{
    QByteArray bytes(idBytes, Qt::Uninitialized);
    randombytes_buf(bytes.data(), static_cast<std::size_t>(bytes.size()));
    return QString::fromLatin1(toBase64Url(bytes));
}

} // namespace

QByteArray dpopProof(
    const DeviceKey &key, const QByteArray &method, const QUrl &url, const QString &accessToken,
    const QByteArray &nonce)
{
    const DpopClaims claims{
        .method = method,
        .url = dpopUrl(url),
        .id = freshId(),
        .issuedAt = QDateTime::currentSecsSinceEpoch(),
        .accessTokenHash = accessToken.isEmpty() ? QString() : accessTokenHash(accessToken),
        .nonce = QString::fromLatin1(nonce)};
    const QByteArray input = dpopSigningInput(key.publicKey(), claims);
    return input + '.' + toBase64Url(key.sign(input));
}

} // namespace passport
