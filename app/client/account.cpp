// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "client/account.h"

#include "client/contactchange.h"
#include "client/session.h"

namespace passport {

Account::Account(ApiClient &api, StepUpGate &gate, NetworkAccess &network, Session &session, QObject *parent)
    : QObject(parent)
    , m_api(api)
    , m_gate(gate)
    , m_profile(api, session)
    , m_photoUpload(api, session)
    , m_photo(api, network, session)
    , m_contacts(api, m_gate, session)
    , m_password(api, m_gate)
    , m_twoStep(api, m_gate, session)
    , m_deletion(m_gate, session)
{
    connect(&m_photoUpload, &PhotoUpload::finished, &m_profile, &ProfileEditor::note);
    connect(&session, &Session::profileChanged, this, [this, &session] {
        if (session.profile() && std::holds_alternative<contacts::Loading>(m_contacts.state()))
            m_contacts.refresh(); // the window names the person by his login
    });
    connect(&session, &Session::stateChanged, this, [this, &session] {
        if (!std::holds_alternative<session::SignedOut>(session.state()))
            return;
        m_password.reset();
        m_deletion.reset();
    });
}

Account::~Account() = default;

void Account::ring()
{
    m_contacts.ring();
    m_twoStep.ring();
}

std::unique_ptr<ContactChange> Account::changeContact(Contact::Kind kind, const std::optional<ContactId> &replaces)
{
    return std::make_unique<ContactChange>(m_api, m_gate, m_contacts, ContactChange::Wish{kind, replaces, {}});
}

std::unique_ptr<ContactChange> Account::confirmContact(const Contact &waiting)
{
    return std::make_unique<ContactChange>(
        m_api, m_gate, m_contacts, ContactChange::Wish{waiting.kind, {}, waiting.value});
}

} // namespace passport
