// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>
#include <optional>

/// libsodium in the words of this program. Nothing here invents cryptography.
namespace passport::crypto {

/// Starts libsodium; call once before anything else. Aborts if the system has no randomness to give.
void init();

/// `size` bytes of the CSPRNG (SR-2).
[[nodiscard]] QByteArray randomBytes(qsizetype size);
/// b64u of 32 random bytes = 43 characters: every secret and public id of ours (api.md 1).
[[nodiscard]] QString randomId();
/// `size` characters of [0-9A-Za-z], drawn evenly: channel tags and basic tokens (wire.md 1.3).
[[nodiscard]] QString randomAlphanumeric(qsizetype size);
/// Evenly from 0 to `bound` - 1.
[[nodiscard]] quint32 randomBelow(quint32 bound);

[[nodiscard]] QByteArray sha256(QByteArrayView data);
[[nodiscard]] QByteArray hmacSha256(QByteArrayView key, QByteArrayView data);
/// In constant time for equal sizes.
[[nodiscard]] bool equal(QByteArrayView a, QByteArrayView b);

/// Whether `key` (32 bytes) signed `message`; false for a small-order key too.
[[nodiscard]] bool verifyEd25519(QByteArrayView key, QByteArrayView message, QByteArrayView signature);
/// 32 bytes that X25519 can be made of; refuses small-order points (api.md 1, "public key").
[[nodiscard]] bool isUsableEd25519(QByteArrayView key);
/// crypto_box_seal to the X25519 form of an Ed25519 public key. Empty for a key that is not usable.
[[nodiscard]] QByteArray sealTo(QByteArrayView ed25519Key, QByteArrayView message);

/// What only the same 32-byte `key` opens again (crypto_secretbox, with a random nonce before it).
[[nodiscard]] QByteArray seal(QByteArrayView key, QByteArrayView message);
/// Nothing for another key or for changed bytes.
[[nodiscard]] std::optional<QByteArray> unseal(QByteArrayView key, QByteArrayView sealed);

/// Overwrites a secret that is no longer needed (SR-31).
void wipe(QByteArray &secret);

} // namespace passport::crypto
