// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/contacts.h"

namespace passport {

/// What binding a contact can be in; see ContactChange for the way between them.
namespace contactchange {
struct Entering {
    std::optional<Error> error = std::nullopt;
    QString heldValue = {}; ///< For this one no code can be asked before `heldUntil`.
    QDeadlineTimer heldUntil = {};
};
struct Sending { };
struct CodeNeeded {
    QString value; ///< Where the code went.
    ConfirmationId confirmation;
    QDeadlineTimer resendAt; ///< Before that no other code can be asked for.
    std::optional<Error> error = std::nullopt;
    bool checking = false;
    bool delayed = false; ///< The code has not left yet: what takes it there can't be reached.
    bool listed = false; ///< The list of contacts has it as one that waits.
};
struct Bound {
    QString value;
    std::vector<PortalOutcome> portals; ///< Empty when it was confirmed by the link in the mail.
};
using State = std::variant<Entering, Sending, CodeNeeded, Bound>;
} // namespace contactchange

/// Binds a phone number or an e-mail address to the Passport, in the place of another one or besides.
///
/// | From       | Event                                          | To                                      |
/// |------------|------------------------------------------------|-----------------------------------------|
/// | (begun)    | a code waits for the value wished              | CodeNeeded                              |
/// | Entering   | send(value, password)                          | Sending                                 |
/// | Entering   | send(): no such value, or it is his already    | Entering{error}                         |
/// | Sending    | a code is on its way                           | CodeNeeded                              |
/// | Sending    | too soon, a code waits for that value          | CodeNeeded: that one, resend() later    |
/// | Sending    | too soon, none waits                           | Entering{error, heldUntil}              |
/// | Sending    | refused, no network                            | Entering{error}                         |
/// | CodeNeeded | confirm(code): right                           | Bound                                   |
/// | CodeNeeded | confirm(code): wrong                           | CodeNeeded{error}                       |
/// | CodeNeeded | confirm(code): out of tries, too old           | Entering{error}                         |
/// | CodeNeeded | resend()                                       | CodeNeeded, with another confirmation   |
/// | CodeNeeded | the list of contacts has it as confirmed       | Bound: the link in the mail was opened  |
/// | CodeNeeded | the list of contacts has it no longer          | Entering{error}: given up elsewhere,    |
/// |            |                                                | refused at the address, or too old      |
class ContactChange : public QObject {
    Q_OBJECT
public:
    using State = contactchange::State;
    /// What is to be bound.
    struct Wish {
        Contact::Kind kind = Contact::Kind::Email;
        std::optional<ContactId> replaces = std::nullopt; ///< A bound one.
        QString value; ///< Of one that waits for its code; else the person enters it.
    };

    ContactChange(ApiClient &api, StepUpGate &gate, Contacts &contacts, Wish wish, QObject *parent = nullptr);
    ~ContactChange() override;

    [[nodiscard]] const State &state() const { return m_state; }
    [[nodiscard]] Contact::Kind kind() const { return m_wish.kind; }
    /// Before that no code can be sent to `value`; expired if one can.
    [[nodiscard]] QDeadlineTimer heldUntil(const QString &value) const;
    [[nodiscard]] const QString &value() const { return m_wish.value; } ///< What the wish began with.

    void send(const QString &value, const QString &password, bool updatePortals);
    void confirm(const QString &code);
    void resend();

Q_SIGNALS:
    void stateChanged();

private:
    void sent(const QString &value, const Result<CodeSent> &answer);
    void refused(const QString &value, const Error &error);
    void confirmed(const Result<ContactBound> &answer);
    void follow();
    void check(const contactchange::CodeNeeded &needed); ///< It is asked about: another gesture waits.
    void needCode(const QString &value, const contacts::SentCode &sent);
    void setState(State state);

    ApiClient &m_api;
    StepUpGate &m_gate;
    Contacts &m_contacts;
    Wish m_wish;
    State m_state;
    QPointer<PendingRequest> m_request;
};

} // namespace passport
