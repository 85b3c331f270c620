// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/ids.h"
#include "protocol/result.h"

#include <QString>
#include <optional>

namespace passport {

using ContactId = Id<struct ContactIdTag>;
using ConfirmationId = Id<struct ConfirmationIdTag>; ///< Of one asked-for confirmation; 43 characters of base64url.

/// A phone number or an e-mail address of the person (api.md 3).
struct Contact {
    enum class Kind { Unknown, Phone, Email };

    ContactId id;
    Kind kind = Kind::Unknown;
    QString value; ///< Normalised.
    bool confirmed = false;
    bool login = false; ///< One can sign in with it.

    static Result<Contact> fromJson(const QJsonObject &json);
    [[nodiscard]] QJsonObject toJson() const;
    bool operator==(const Contact &) const = default;
};

[[nodiscard]] QString wordOf(Contact::Kind kind);
[[nodiscard]] Contact::Kind contactKindFromWord(QStringView word);

/// A phone number as + and 7 to 15 digits (E.164), whatever stands between them; the trunk prefixes 00 and, before a
/// Russian mobile, 8 are understood. Nothing if it is none.
[[nodiscard]] std::optional<QString> normalisedPhone(const QString &text);
/// An e-mail address in lower case, NFC, at most 254 characters (RFC 5321). Nothing if it is none.
[[nodiscard]] std::optional<QString> normalisedEmail(const QString &text);
/// The form in which a contact is stored, found and compared. Nothing if `text` is none of that kind.
[[nodiscard]] std::optional<QString> normalisedContact(Contact::Kind kind, const QString &text);

} // namespace passport
