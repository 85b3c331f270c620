// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "client/contacts.h"

#include "client/apiclient.h"
#include "client/logging.h"
#include "client/session.h"
#include "client/stepupgate.h"

#include <algorithm>
#include <array>

namespace passport {
namespace {

constexpr std::array stateNames{"Loading", "Ready", "Failed"};
static_assert(stateNames.size() == std::variant_size_v<Contacts::State>);

} // namespace

Contacts::Contacts(ApiClient &api, StepUpGate &gate, Session &session, QObject *parent)
    : QObject(parent)
    , m_api(api)
    , m_gate(gate)
    , m_session(session)
{
    connect(&session, &Session::stateChanged, this, [this] {
        if (!std::holds_alternative<session::SignedOut>(m_session.state()))
            return;
        if (m_reading)
            m_reading->abort();
        m_codes.clear();
        setState(contacts::Loading{});
    });
}

QString Contacts::login() const
{
    const auto *ready = std::get_if<contacts::Ready>(&m_state);
    if (!ready)
        return {};
    QString phone;
    for (const Contact &contact : ready->items) {
        if (contact.login && contact.kind == Contact::Kind::Email)
            return contact.value;
        if (contact.login && phone.isEmpty())
            phone = contact.value;
    }
    return phone;
}

const Contact *Contacts::find(Contact::Kind kind, const QString &value) const
{
    const auto *ready = std::get_if<contacts::Ready>(&m_state);
    if (!ready)
        return nullptr;
    const auto found = std::ranges::find_if(
        ready->items, [&](const Contact &contact) { return contact.kind == kind && contact.value == value; });
    return found == ready->items.end() ? nullptr : &*found;
}

bool Contacts::isBound(Contact::Kind kind, const QString &value) const
{
    const Contact *contact = find(kind, value);
    return contact && contact->confirmed;
}

bool Contacts::isWaiting(Contact::Kind kind, const QString &value) const
{
    const Contact *contact = find(kind, value);
    return contact && !contact->confirmed;
}

std::optional<contacts::SentCode> Contacts::codeSentTo(const QString &value) const
{
    const auto sent = m_codes.constFind(value);
    return sent == m_codes.cend() ? std::nullopt : std::optional(*sent);
}

void Contacts::refresh()
{
    if (m_reading)
        m_reading->abort();
    m_reading = m_api.send(ListContacts{}, this, &Contacts::received);
    if (std::holds_alternative<contacts::Failed>(m_state))
        setState(contacts::Loading{});
}

void Contacts::ring()
{
    if (m_reading || !std::holds_alternative<contacts::Loading>(m_state))
        refresh();
}

void Contacts::received(const Result<ContactList> &answer)
{
    m_reading = nullptr;
    if (answer)
        setState(contacts::Ready{answer->items});
    else if (!std::holds_alternative<contacts::Ready>(m_state))
        setState(contacts::Failed{answer.error()});
}

void Contacts::remove(const ContactId &contact)
{
    if (std::holds_alternative<contacts::Ready>(m_state))
        m_gate.send(RemoveContact{contact}, this, &Contacts::removed);
}

void Contacts::removed(const Result<Done> &answer)
{
    const auto *ready = std::get_if<contacts::Ready>(&m_state);
    if (answer)
        refresh();
    else if (ready)
        setState(contacts::Ready{ready->items, unlessGivenUp(answer.error())});
}

void Contacts::setState(State state)
{
    if (state.index() != m_state.index())
        qCInfo(sessionLog, "Contacts: %s → %s", stateNames[m_state.index()], stateNames[state.index()]);
    m_state = std::move(state);
    Q_EMIT stateChanged();
}

} // namespace passport
