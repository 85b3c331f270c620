// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/account/accountparts.h"
#include "backend/account/confirmations.h"

#include <boost/asio/awaitable.hpp>

namespace passport {

class ContactMethods;
struct HttpRequest;

/// What the link in a mail for a new contact leads to: looking at what was asked for, confirming it, and saying that
/// one has not asked. Whoever has the secret of the link has the mailbox, and needs no other right. I/O thread.
class ContactLinks {
public:
    ContactLinks(const AccountParts &parts, const Confirmations &confirmations, ContactMethods &contacts)
        : m_(parts)
        , m_confirmations(confirmations)
        , m_contacts(contacts)
    {
    }

    /// What a link is good for.
    struct Link {
        enum class State {
            Waiting,
            Done, ///< Bound by this very call.
            Before, ///< Bound already.
            Refused, ///< Somebody at the address has said that it was not he who asked.
            Gone, ///< Too late, replaced by a newer one, or never one of ours.
        } state
            = State::Gone;
        QString value = {}; ///< The address; empty if the link is unknown.
        QString person = {}; ///< Whose Passport wants it, masked (SR-33); of one that waits. Empty: he has no name.
        Clock::TimePoint askedAt = {}; ///< Of one that waits.
    };
    /// Looks, changes nothing.
    boost::asio::awaitable<Link> lookAt(QString secret);
    /// Binds the address of a waiting link.
    boost::asio::awaitable<Link> follow(QString secret, const HttpRequest &request);
    /// Ends a waiting link and its code: the address is not bound. The person's open dialogs hear of it by push.
    boost::asio::awaitable<Link> refuse(QString secret, const HttpRequest &request);

private:
    [[nodiscard]] Link linkOf(Db &db, const std::optional<Confirmations::Row> &row) const;
    [[nodiscard]] AuditEntry
    entryOf(QLatin1StringView event, const Confirmations::Row &row, const HttpRequest &request) const;

    const AccountParts m_;
    const Confirmations &m_confirmations;
    ContactMethods &m_contacts;
};

} // namespace passport
