// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/core/crypto.h"

#include "protocol/base64url.h"

#include <QLatin1StringView>
#include <array>
#include <cstdlib>
#include <sodium.h>

namespace passport::crypto {
namespace {

const unsigned char *in(QByteArrayView view)
{
    return reinterpret_cast<const unsigned char *>(view.data());
}

unsigned char *out(QByteArray &bytes)
{
    return reinterpret_cast<unsigned char *>(bytes.data());
}

std::size_t length(QByteArrayView view)
{
    return static_cast<std::size_t>(view.size());
}

QByteArray curve25519Of(QByteArrayView ed25519Key)
{
    QByteArray curve(crypto_scalarmult_curve25519_BYTES, Qt::Uninitialized);
    if (ed25519Key.size() != crypto_sign_PUBLICKEYBYTES
        || crypto_sign_ed25519_pk_to_curve25519(out(curve), in(ed25519Key)) != 0)
        return {};
    return curve;
}

} // namespace

void init()
{
    if (sodium_init() < 0)
        std::abort();
}

QByteArray randomBytes(qsizetype size)
{
    QByteArray bytes(size, Qt::Uninitialized);
    randombytes_buf(bytes.data(), static_cast<std::size_t>(size));
    return bytes;
}

QString randomId()
{
    return QString::fromLatin1(toBase64Url(randomBytes(32)));
}

QString randomAlphanumeric(qsizetype size)
{
    constexpr QLatin1StringView alphabet("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");
    QString text;
    text.reserve(size);
    for (qsizetype i = 0; i < size; ++i)
        text.append(alphabet.at(randomBelow(static_cast<quint32>(alphabet.size()))));
    return text;
}

quint32 randomBelow(quint32 bound)
{
    return randombytes_uniform(bound);
}

QByteArray sha256(QByteArrayView data)
{
    QByteArray digest(crypto_hash_sha256_BYTES, Qt::Uninitialized);
    crypto_hash_sha256(out(digest), in(data), length(data));
    return digest;
}

QByteArray hmacSha256(QByteArrayView key, QByteArrayView data)
{
    QByteArray code(crypto_auth_hmacsha256_BYTES, Qt::Uninitialized);
    crypto_auth_hmacsha256_state state;
    crypto_auth_hmacsha256_init(&state, in(key), length(key));
    crypto_auth_hmacsha256_update(&state, in(data), length(data));
    crypto_auth_hmacsha256_final(&state, out(code));
    sodium_memzero(&state, sizeof state);
    return code;
}

bool equal(QByteArrayView a, QByteArrayView b)
{
    return a.size() == b.size() && sodium_memcmp(a.data(), b.data(), length(a)) == 0;
}

bool verifyEd25519(QByteArrayView key, QByteArrayView message, QByteArrayView signature)
{
    return key.size() == crypto_sign_PUBLICKEYBYTES && signature.size() == crypto_sign_BYTES
        && crypto_sign_verify_detached(in(signature), in(message), length(message), in(key)) == 0;
}

bool isUsableEd25519(QByteArrayView key)
{
    return !curve25519Of(key).isEmpty();
}

QByteArray sealTo(QByteArrayView ed25519Key, QByteArrayView message)
{
    const QByteArray curve = curve25519Of(ed25519Key);
    if (curve.isEmpty())
        return {};
    QByteArray sealed(message.size() + static_cast<qsizetype>(crypto_box_SEALBYTES), Qt::Uninitialized);
    crypto_box_seal(out(sealed), in(message), length(message), in(curve));
    return sealed;
}

QByteArray seal(QByteArrayView key, QByteArrayView message)
{
    Q_ASSERT(key.size() == crypto_secretbox_KEYBYTES);
    const QByteArray nonce = randomBytes(crypto_secretbox_NONCEBYTES);
    QByteArray box(message.size() + static_cast<qsizetype>(crypto_secretbox_MACBYTES), Qt::Uninitialized);
    crypto_secretbox_easy(out(box), in(message), length(message), in(nonce), in(key));
    return nonce + box;
}

std::optional<QByteArray> unseal(QByteArrayView key, QByteArrayView sealed)
{
    constexpr qsizetype nonceSize = crypto_secretbox_NONCEBYTES;
    constexpr qsizetype macSize = crypto_secretbox_MACBYTES;
    if (key.size() != crypto_secretbox_KEYBYTES || sealed.size() < nonceSize + macSize)
        return std::nullopt;
    const QByteArrayView box = sealed.sliced(nonceSize);
    QByteArray message(box.size() - macSize, Qt::Uninitialized);
    if (crypto_secretbox_open_easy(out(message), in(box), length(box), in(sealed), in(key)) != 0)
        return std::nullopt;
    return message;
}

void wipe(QByteArray &secret)
{
    if (secret.isDetached())
        sodium_memzero(secret.data(), static_cast<std::size_t>(secret.size()));
    secret.clear();
}

} // namespace passport::crypto
