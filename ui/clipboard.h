// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace passport {

/// Copies something that must not lie about: after 30 seconds the clipboard is emptied, unless something else is in
/// it by then (SR-31).
void copySecret(const QString &text);

} // namespace passport
