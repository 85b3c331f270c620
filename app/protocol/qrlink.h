// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/result.h"

#include <QString>
#include <QUrl>

namespace passport {

/// What a QR code says: `<origin>/a/<siteId>/<uniqueId>/<channelTag>/` (wire.md 1.3). It holds no secret of the session
/// and nothing personal (SR-19); with it one may ask to approve, no more.
struct QrLink {
    QString origin; ///< scheme://host[:port], lower case.
    QString siteId; ///< "s1"
    QString uniqueId; ///< 16 of [0-9A-Za-z]: which portal or Passport drew the code.
    QString channelTag; ///< 32 of [0-9A-Za-z]: which ticket.

    [[nodiscard]] QString toString() const;

    /// `bad_link` for anything that is not exactly of this form on `origin` or on https://b24.to.
    static Result<QrLink> parse(const QString &text, const QUrl &origin);
    bool operator==(const QrLink &) const = default;
};

/// Eight letters to type instead of scanning: shown as "BCDF-GHJK", sent without the hyphen (api.md 1, SR-16).
[[nodiscard]] QString shownTypedCode(const QString &typedCode);

/// Folds case, drops spaces and hyphens; `bad_link` if the rest is not eight letters of the alphabet.
[[nodiscard]] Result<QString> parseTypedCode(const QString &text);

/// No vowels, no look-alikes.
inline constexpr auto typedCodeAlphabet = QLatin1StringView("BCDFGHJKLMNPQRSTVWXZ");
inline constexpr int typedCodeLength = 8;

/// Lower case scheme://host[:port] without a default port: what a proof calls audience and a link calls origin.
[[nodiscard]] QString originOf(const QUrl &url);

} // namespace passport
