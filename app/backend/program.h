// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace passport {

/// The program `passport-backend` (programs.md): reads the command line, does a subcommand or serves until SIGTERM or
/// SIGINT. 0: done; 1: refused or failed, with one line on stderr; 2: bad usage.
int runBackend(int argc, char **argv);

} // namespace passport
