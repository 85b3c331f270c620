// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/signin/lastperson.h"

#include "client/account.h"
#include "client/session.h"
#include "protocol/initials.h"

namespace passport {

LastPerson::LastPerson(Session &session, Account &account, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_account(account)
{
    connect(&m_session, &Session::profileChanged, this, &LastPerson::remember);
    connect(&m_account.photo(), &PersonPhoto::changed, this, &LastPerson::remember);
    connect(&m_account.contacts(), &Contacts::stateChanged, this, &LastPerson::remember);
    remember();
}

/// While somebody is signed in; what goes with him afterwards is kept as it was.
void LastPerson::remember()
{
    const auto &profile = m_session.profile();
    const auto *contacts = std::get_if<contacts::Ready>(&m_account.contacts().state());
    if (!std::holds_alternative<session::SignedIn>(m_session.state()) || !profile || !contacts)
        return;
    m_server = m_session.server();
    m_person
        = {.name = profile->fullName(),
           .initials = initialsOf(profile->firstName, profile->lastName),
           .account = {},
           .photo = m_account.photo().image()};
    m_logins.clear();
    for (const Contact &contact : contacts->items) {
        if (contact.confirmed)
            m_logins.append(contact.value);
    }
}

ShownPerson LastPerson::called(const QString &login, const QUrl &server) const
{
    const auto is = [this, &login](Contact::Kind kind) {
        const auto value = normalisedContact(kind, login);
        return value && m_logins.contains(*value);
    };
    ShownPerson person;
    if (server == m_server && (is(Contact::Kind::Email) || is(Contact::Kind::Phone)))
        person = m_person;
    person.account = login;
    return person;
}

void LastPerson::forget()
{
    m_server.clear();
    m_logins.clear();
    m_person = {};
}

} // namespace passport
