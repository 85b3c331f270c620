// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/account/accountparts.h"
#include "backend/account/confirmations.h"
#include "protocol/contactsapi.h"

#include <boost/asio/awaitable.hpp>

namespace passport {

struct HttpRequest;

/// Phone numbers and e-mail addresses: `passport.contacts.*`. I/O thread.
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

    // What the link in a mail does, too (ContactLinks).

    /// What the audit keeps of it.
    [[nodiscard]] QJsonObject dataOf(const Confirmations::Asked &asked) const;
    /// Binds it, tells the portals and the other contacts, writes the audit. Errors: ticket_gone if somebody was first
    /// or the person is blocked, limit_reached.
    [[nodiscard]] Result<ContactBound>
    bind(Db &db, const Confirmations::Row &row, AuditEntry entry, const HttpRequest &http) const;
    /// After the transaction of a change: the person's programs look again.
    boost::asio::awaitable<void> ring(UserId user);

private:
    [[nodiscard]] Result<Done> mayAsk(const Call &call, const QString &value) const;
    [[nodiscard]] Result<Done> check(Db &db, const AddContact &request, const QString &value, UserId user) const;
    [[nodiscard]] CodeSent asked(Db &db, Confirmations::Asked asked, const Call &call) const;
    void
    send(Db &db, const Confirmations::Asked &asked, const Confirmations::Fresh &fresh, const HttpRequest &http) const;

    const AccountParts m_;
    const Confirmations &m_confirmations;
};

} // namespace passport
