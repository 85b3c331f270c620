// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>

namespace passport {

/// The characters on the first page of a PDF that Qt has written in one font, in the order in which they are drawn,
/// without the spaces between lines.
[[nodiscard]] QString textOfPdf(const QByteArray &pdf);

} // namespace passport
