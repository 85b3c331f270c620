// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

/// What a person and the screen lock do with the keyring of a desktop. Only under passport_test(… KEYRING): it is the
/// one that session.sh has started.
namespace passport::keyring {

/// Locks it, as the screen lock may do.
[[nodiscard]] bool lock();
/// Types its password.
[[nodiscard]] bool unlock();

} // namespace passport::keyring
