// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/devicekey.h"
#include "protocol/tokens.h"

#include <memory>

namespace passport {

/// What a finished sign-in hands to Session: the tokens, the key they are bound to and whether they may be kept.
struct Credentials {
    SessionTokens tokens;
    std::shared_ptr<const DeviceKey> key; ///< Never null; shared because states are copied, the secret is not.
    bool remember = false; ///< false: the keychain never sees them.
};

/// The form in which the keychain holds them: JSON with the seed of the key, first, and the tokens. The caller wipes
/// it. The seed is written and read beside Qt's JSON, whose copies nobody can wipe (SR-31). The tokens go through it,
/// as they do in every call: without the key they are worth nothing (SR-28).
[[nodiscard]] QByteArray toSecret(const Credentials &credentials);
[[nodiscard]] Result<Credentials> credentialsFromSecret(const QByteArray &secret);

} // namespace passport
