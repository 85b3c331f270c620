// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

class QPrinter;

/// Recovery codes outside of the program.
namespace passport {

/// Writes them to a file that nobody else may read (SR-31), in the place of one that is there; a failure leaves that as
/// it was. Returns the system's reason for a failure, else nothing.
[[nodiscard]] QString saveCodes(const QString &path, const QString &codes);

/// One page: the title and the codes, one a line, in a face that tells O from 0. False if the printer does not take it.
[[nodiscard]] bool printCodes(QPrinter &printer, const QString &title, const QString &codes);

} // namespace passport
