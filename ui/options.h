// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/deeplink.h"

#include <QString>
#include <QStringList>
#include <QUrl>
#include <optional>
#include <variant>

namespace passport {

/// What the command line of `passport` asks for (also that of a second start, which is handed to the first).
struct Options {
    std::optional<QUrl> server; ///< Without: the last one used, else the sign-in page asks.
    QString profile; ///< Separates settings and keyring entries; "default".
    bool background = false; ///< Start in the tray, if there is one.
    bool qr = false; ///< Open the live QR window at once.
    bool policyReport = false; ///< Only say what the administrator has set.
    QString logFile; ///< Empty: standard error.
    std::optional<DeepLink> link;
};

/// The program has nothing to do but to say this and to end.
struct Goodbye {
    int exitCode; ///< 0 after --help and --version, 2 after bad usage.
    QString text; ///< For stdout if exitCode is 0, else for stderr.
};

/// `arguments` with the program's name in front. What stands behind a `passport:` link is dropped: the link may have
/// come from a web page together with more than a link (SR-26).
[[nodiscard]] std::variant<Options, Goodbye> parseOptions(const QStringList &arguments);

} // namespace passport
