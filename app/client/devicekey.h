// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>
#include <memory>
#include <optional>

namespace passport {

/// An Ed25519 key pair. The secret half lies in locked memory of libsodium and is wiped with the object (SR-31).
/// One is made for each session, to sign its requests (SR-28), and another for each QR ticket (SR-5).
class DeviceKey {
public:
    static DeviceKey generate();
    /// From seed(), as the keychain gave it back. Nothing if it is not 32 bytes.
    static std::optional<DeviceKey> fromSeed(QByteArrayView seed);

    [[nodiscard]] const QByteArray &publicKey() const { return m_public; } ///< 32 bytes.
    [[nodiscard]] QByteArray sign(QByteArrayView message) const; ///< 64 bytes.
    /// Opens a box sealed to the X25519 form of this key (api.md 5, step 6). Nothing if it is not for this key.
    [[nodiscard]] std::optional<QByteArray> openSealed(QByteArrayView box) const;
    /// What the keychain stores. A copy in ordinary memory: the caller wipes it with wipe().
    [[nodiscard]] QByteArray seed() const;

private:
    struct SecretDeleter {
        void operator()(unsigned char *secret) const;
    };
    using Secret = std::unique_ptr<unsigned char, SecretDeleter>;

    static Secret newSecret();
    DeviceKey(Secret secret, QByteArray publicKey);

    Secret m_secret; ///< 64 bytes as crypto_sign_keypair writes them: seed, then public key.
    QByteArray m_public;
};

/// Overwrites a secret in place; detaches first, so that only this copy is promised to be gone.
void wipe(QByteArray &secret);
void wipe(QString &secret);

} // namespace passport
