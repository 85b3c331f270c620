// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAnyStringView>
#include <QString>

namespace passport {

/// What a code means, in one English sentence for whoever writes a client: the `error_description` of the wire. The
/// same for every case of a code, so it tells nothing that the code does not (SR-33, SR-47). Empty for a code without
/// one.
[[nodiscard]] QString sentenceOfCode(QAnyStringView code);

} // namespace passport
