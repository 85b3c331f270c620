// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/result.h"

#include <QByteArray>
#include <QJsonObject>
#include <QStringList>
#include <functional>

namespace passport {

class Foundation;

/// What a subcommand of passport-backend was given (programs.md).
struct Subcommand {
    QStringList words; ///< "user", "add", "anna@example.test", …
    QString portal; ///< --portal: address or memberId; empty: the whole server.
    QString firstName; ///< --first-name
    QString lastName; ///< --last-name
    std::function<QByteArray()> readPassword; ///< One line of standard input; secrets are never arguments.

    /// Whether it may begin a new data folder. All others speak of what is there: a mistyped folder is an error.
    [[nodiscard]] bool makesData() const;
};

/// Whether the first word on the command line names a subcommand.
[[nodiscard]] bool isSubcommand(const QString &word);

/// How they are written, one a line; for --help.
[[nodiscard]] QString subcommandHelp();

/// Does it, on a database that a server may be using at the same time: the server notices within a quarter of a second.
/// The answer is what to print, one JSON object a line. Errors: not_found, invalid_request, conflict (detail is the
/// sentence); `usage` for words that make no command.
Result<std::vector<QJsonObject>> runSubcommand(Foundation &foundation, const Subcommand &command);

} // namespace passport
