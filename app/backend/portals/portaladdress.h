// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/portalchangesapi.h"

namespace passport {

/// An address as it is stored and compared: without spaces around it, in lower case.
[[nodiscard]] QString foldedAddress(const QString &text);

/// What is wrong with a folded address by itself: its form (wire.md 4.1; no double hyphen, so no xn-- either) or that
/// it is reserved, which is told as taken. Whether somebody has it is for the database.
[[nodiscard]] std::optional<AddressCheck::Reason> problemOfAddress(const QString &address);

/// What a new portal is called: b24- and six letters or digits.
[[nodiscard]] QString generatedAddress();

} // namespace passport
