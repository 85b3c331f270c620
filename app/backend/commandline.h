// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/admin/subcommands.h"
#include "backend/backendoptions.h"

#include <QStringList>
#include <optional>

namespace passport {

/// What the command line asks for.
struct CommandLine {
    BackendOptions options;
    std::optional<Subcommand> subcommand;
    QString message; ///< --help, --version: to be printed, then exit 0.
};

/// Reads the arguments without the program's name, after a --config file if they name one. Error::detail is one line
/// for stderr; the program exits 2. Also for options that this build has not got.
[[nodiscard]] Result<CommandLine> parseCommandLine(const QStringList &arguments);

} // namespace passport
