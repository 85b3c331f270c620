// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "client/devicekey.h"

#include <new>
#include <sodium.h>
#include <stdexcept>

namespace passport {
namespace {

const unsigned char *bytes(QByteArrayView view)
{
    return reinterpret_cast<const unsigned char *>(view.data());
}

unsigned char *bytes(QByteArray &array)
{
    return reinterpret_cast<unsigned char *>(array.data());
}

/// The X25519 half of an opened box, wiped on every way out.
struct BoxSecret {
    unsigned char key[crypto_box_SECRETKEYBYTES];
    ~BoxSecret() { sodium_memzero(key, sizeof key); }
};

} // namespace

void DeviceKey::SecretDeleter::operator()(unsigned char *secret) const
{
    sodium_free(secret); // wipes first
}

DeviceKey::DeviceKey(Secret secret, QByteArray publicKey)
    : m_secret(std::move(secret))
    , m_public(std::move(publicKey))
{
}

DeviceKey::Secret DeviceKey::newSecret()
{
    if (sodium_init() < 0) // once is enough, more does no harm
        throw std::runtime_error("libsodium found no source of randomness");
    Secret secret(static_cast<unsigned char *>(sodium_malloc(crypto_sign_SECRETKEYBYTES)));
    if (!secret)
        throw std::bad_alloc();
    return secret;
}

DeviceKey DeviceKey::generate()
{
    Secret secret = newSecret();
    QByteArray publicKey(crypto_sign_PUBLICKEYBYTES, Qt::Uninitialized);
    crypto_sign_keypair(bytes(publicKey), secret.get());
    return {std::move(secret), std::move(publicKey)};
}

std::optional<DeviceKey> DeviceKey::fromSeed(QByteArrayView seed)
{
    if (seed.size() != crypto_sign_SEEDBYTES)
        return std::nullopt;
    Secret secret = newSecret();
    QByteArray publicKey(crypto_sign_PUBLICKEYBYTES, Qt::Uninitialized);
    crypto_sign_seed_keypair(bytes(publicKey), secret.get(), bytes(seed));
    return DeviceKey(std::move(secret), std::move(publicKey));
}

QByteArray DeviceKey::sign(QByteArrayView message) const
{
    QByteArray signature(crypto_sign_BYTES, Qt::Uninitialized);
    crypto_sign_detached(
        bytes(signature), nullptr, bytes(message), static_cast<unsigned long long>(message.size()), m_secret.get());
    return signature;
}

std::optional<QByteArray> DeviceKey::openSealed(QByteArrayView box) const
{
    if (box.size() < static_cast<qsizetype>(crypto_box_SEALBYTES))
        return std::nullopt;
    BoxSecret secret;
    unsigned char publicKey[crypto_box_PUBLICKEYBYTES];
    if (crypto_sign_ed25519_sk_to_curve25519(secret.key, m_secret.get()) != 0
        || crypto_sign_ed25519_pk_to_curve25519(publicKey, bytes(m_public)) != 0)
        return std::nullopt;
    QByteArray opened(box.size() - static_cast<qsizetype>(crypto_box_SEALBYTES), Qt::Uninitialized);
    const auto length = static_cast<unsigned long long>(box.size());
    if (crypto_box_seal_open(bytes(opened), bytes(box), length, publicKey, secret.key) != 0)
        return std::nullopt;
    return opened;
}

QByteArray DeviceKey::seed() const
{
    QByteArray seed(crypto_sign_SEEDBYTES, Qt::Uninitialized);
    crypto_sign_ed25519_sk_to_seed(bytes(seed), m_secret.get());
    return seed;
}

void wipe(QByteArray &secret)
{
    sodium_memzero(secret.data(), static_cast<std::size_t>(secret.size()));
    secret.clear();
}

void wipe(QString &secret)
{
    sodium_memzero(secret.data(), static_cast<std::size_t>(secret.size()) * sizeof(QChar));
    secret.clear();
}

} // namespace passport
