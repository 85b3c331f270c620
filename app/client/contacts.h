// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/pendingrequest.h"
#include "protocol/contactsapi.h"

#include <QDeadlineTimer>
#include <QHash>
#include <QObject>
#include <QPointer>
#include <variant>

namespace passport {

class ApiClient;
class Session;
class StepUpGate;

/// What the list of contacts can be in; see Contacts for the way between them.
namespace contacts {
struct Loading { };
struct Ready {
    std::vector<Contact> items;
    std::optional<Error> error = std::nullopt; ///< The last removal failed; nothing has changed.
};
struct Failed {
    Error error;
};
using State = std::variant<Loading, Ready, Failed>;

/// A code that this program had sent, and that nobody has entered yet.
struct SentCode {
    ConfirmationId confirmation;
    QDeadlineTimer resendAt; ///< Before that no other code can be asked for.
    bool delayed = false; ///< It has not left yet: what takes it there can't be reached.
};
} // namespace contacts

/// The phone numbers and e-mail addresses of the person signed in.
///
/// | From            | Event                          | To                                            |
/// |-----------------|--------------------------------|-----------------------------------------------|
/// | Loading, Failed | refresh(): answered            | Ready, or Failed                              |
/// | Ready           | refresh(), ring()              | Ready, read again                             |
/// | Failed          | ring()                         | Loading, read again                           |
/// | Ready           | remove(id): done, or refused   | Ready without it, or Ready{error}             |
/// | any             | nobody is signed in            | Loading                                       |
class Contacts : public QObject {
    Q_OBJECT
public:
    using State = contacts::State;

    Contacts(ApiClient &api, StepUpGate &gate, Session &session, QObject *parent = nullptr);

    [[nodiscard]] const State &state() const { return m_state; }

    /// What the person signs in with, an e-mail address rather than a phone number; empty while it is not known.
    [[nodiscard]] QString login() const;

    /// Is `value` one of those that are bound already?
    [[nodiscard]] bool isBound(Contact::Kind kind, const QString &value) const;
    /// Is it one that waits for its code?
    [[nodiscard]] bool isWaiting(Contact::Kind kind, const QString &value) const;

    /// Codes that wait, by where they went: who closes the dialog can enter his code later. Forgotten with the sign-in.
    [[nodiscard]] std::optional<contacts::SentCode> codeSentTo(const QString &value) const;
    void keepCode(const QString &value, const contacts::SentCode &code) { m_codes.insert(value, code); }
    void forgetCode(const QString &value) { m_codes.remove(value); }

    void refresh();
    /// They may have changed elsewhere. Ignored while nobody has asked for them.
    void ring();
    void remove(const ContactId &contact);

Q_SIGNALS:
    void stateChanged();

private:
    [[nodiscard]] const Contact *find(Contact::Kind kind, const QString &value) const;
    void received(const Result<ContactList> &answer);
    void removed(const Result<Done> &answer);
    void setState(State state);

    ApiClient &m_api;
    StepUpGate &m_gate;
    Session &m_session;
    State m_state;
    QHash<QString, contacts::SentCode> m_codes;
    QPointer<PendingRequest> m_reading;
};

} // namespace passport
