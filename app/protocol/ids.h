// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHashFunctions>
#include <QJsonValue>
#include <QString>
#include <compare>

namespace passport {

/// A text that names one kind of thing, so that a portal's id cannot be passed where a ticket's is wanted.
template <typename Tag> class Id {
public:
    Id() = default;
    explicit Id(QString text)
        : m_text(std::move(text))
    {
    }

    [[nodiscard]] const QString &toString() const { return m_text; }
    [[nodiscard]] QJsonValue toJson() const { return m_text; }
    [[nodiscard]] bool isEmpty() const { return m_text.isEmpty(); }

    friend bool operator==(const Id &, const Id &) = default;
    friend auto operator<=>(const Id &a, const Id &b) { return QString::compare(a.m_text, b.m_text) <=> 0; }
    friend std::size_t qHash(const Id &id, std::size_t seed = 0) { return qHash(id.m_text, seed); }

private:
    QString m_text;
};

using PortalId = Id<struct PortalIdTag>; ///< memberId: 32 lower-case hex digits; survives renaming.
using TicketId = Id<struct TicketIdTag>; ///< 43 characters of base64url (32 random bytes), like the next three.
using ApprovalId = Id<struct ApprovalIdTag>;
using SignInId = Id<struct SignInIdTag>;
using SessionId = Id<struct SessionIdTag>;
using UserId = qint64; ///< Positive; one per Passport, the same in all its portals.

} // namespace passport
