// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/result.h"

#include <QString>
#include <QStringList>
#include <QUrl>
#include <optional>

namespace passport {

/// What the command line of passport-phone asks for (programs.md).
struct PhoneOptions {
    enum class Action { Inspect, Approve, Decline };

    QUrl server;
    QString login;
    bool passwordFromStdin = false; ///< Without a prompt.
    std::optional<QString> totp;
    Action action = Action::Inspect;
    // What to take: one of the three.
    std::optional<QString> image; ///< A file.
    std::optional<QString> link;
    std::optional<QString> code;
    bool basic = false; ///< Speak the public wire alone.

    /// Or what to print instead of doing anything: the help, the version.
    std::optional<QString> answer;
};

/// Reads it. An error's detail is what is wrong with it, in words.
[[nodiscard]] Result<PhoneOptions> parsePhoneOptions(const QStringList &arguments);

} // namespace passport
