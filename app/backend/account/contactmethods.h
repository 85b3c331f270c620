// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/account/accountparts.h"
#include "backend/account/confirmations.h"
#include "protocol/contactsapi.h"

#include <boost/asio/awaitable.hpp>

namespace passport {

struct HttpRequest;

/// Phone numbers and e-mail addresses: `passport.contacts.*`, and the link in a mail. I/O thread.
class ContactMethods {
public:
    ContactMethods(const AccountParts &parts, const Confirmations &confirmations)
        : m_(parts)
        , m_confirmations(confirmations)
    {
    }

    void addTo(MethodTable &methods);

    boost::asio::awaitable<Result<ContactList>> list(const ListContacts &request, const Call &call);
    boost::asio::awaitable<Result<CodeSent>> add(const AddContact &request, const Call &call);
    boost::asio::awaitable<Result<ContactBound>> confirm(const ConfirmContact &request, const Call &call);
    boost::asio::awaitable<Result<CodeSent>> resend(const ResendContactCode &request, const Call &call);
    boost::asio::awaitable<Result<Done>> remove(const RemoveContact &request, const Call &call);

    /// What a link in a mail is good for.
    struct Link {
        enum class State {
            Waiting,
            Done, ///< Bound by this very call.
            Before, ///< Bound already.
            Gone, ///< Too late, replaced by a newer one, or never one of ours.
        } state
            = State::Gone;
        QString value; ///< The address; empty if the link is unknown.
    };
    /// Looks, changes nothing.
    boost::asio::awaitable<Link> lookAt(QString linkSecret);
    /// Binds the address of a waiting link.
    boost::asio::awaitable<Link> follow(QString linkSecret, const HttpRequest &request);

private:
    /// What the audit keeps of it.
    [[nodiscard]] QJsonObject dataOf(const Confirmations::Asked &asked) const;
    [[nodiscard]] Result<Done> mayAsk(const Call &call, const QString &value) const;
    [[nodiscard]] Result<Done> check(Db &db, const AddContact &request, const QString &value, UserId user) const;
    [[nodiscard]] CodeSent asked(Db &db, Confirmations::Asked asked, const Call &call) const;
    void
    send(Db &db, const Confirmations::Asked &asked, const Confirmations::Fresh &fresh, const HttpRequest &http) const;
    /// Binds it, tells the portals and the other contacts, writes the audit. Errors: ticket_gone if somebody was first
    /// or the person is blocked, limit_reached.
    [[nodiscard]] Result<ContactBound>
    bind(Db &db, const Confirmations::Row &row, AuditEntry entry, const HttpRequest &http) const;
    [[nodiscard]] Link linkOf(const std::optional<Confirmations::Row> &row) const;
    boost::asio::awaitable<void> ring(UserId user);

    const AccountParts m_;
    const Confirmations &m_confirmations;
};

} // namespace passport
