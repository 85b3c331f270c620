// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/pendingrequest.h"
#include "protocol/portalchangesapi.h"

#include <QObject>
#include <QPointer>
#include <QTimer>
#include <chrono>
#include <variant>

namespace passport {

class ApiClient;

namespace addresscheck {

struct Empty { };
/// The rules are kept; the server is asked once the person stops typing.
struct Typing { };
struct Asking { };
struct Free { };
struct Refused {
    AddressCheck::Reason reason = AddressCheck::Reason::Unknown;
    QStringList proposals = {}; ///< Free ones like it, if it is taken; they come one by one.
};
/// Nobody could be asked. Renaming is allowed: the server decides then.
struct Failed {
    Error error;
};
using State = std::variant<Empty, Typing, Asking, Free, Refused, Failed>;

} // namespace addresscheck

/// Whether a portal may have the address that somebody is typing.
///
/// | From    | Event                                    | To                                     |
/// |---------|------------------------------------------|----------------------------------------|
/// | any     | type(""), type(the portal's own)         | Empty                                  |
/// | any     | type(text that breaks a rule)            | Refused, and the server is not asked   |
/// | any     | type(another text)                       | Typing                                 |
/// | Typing  | no key for a second                      | Asking                                 |
/// | Asking  | answer                                   | Free, Refused or Failed                |
class AddressTyping : public QObject {
    Q_OBJECT
public:
    using State = addresscheck::State;
    /// From the last key to the question: as long as Bitrix24's own page waits (wire.md 4.1).
    static constexpr std::chrono::milliseconds pause{1000};
    static constexpr qsizetype shortest = 3; // wire.md 4.1
    static constexpr qsizetype longest = 60;

    /// `own`: what the portal is called now.
    AddressTyping(ApiClient &api, QString own, QObject *parent = nullptr);

    [[nodiscard]] const State &state() const { return m_state; }
    /// As it would be asked for: without blanks around, in lower case.
    [[nodiscard]] const QString &address() const { return m_address; }
    /// Nothing is known against it.
    [[nodiscard]] bool isUsable() const;

    void type(const QString &text);

    /// The rule that an address breaks, if any; who may have it the server alone knows.
    [[nodiscard]] static std::optional<AddressCheck::Reason> brokenRule(const QString &address);

Q_SIGNALS:
    void stateChanged();

private:
    void ask();
    void answered(const Result<AddressCheck> &answer);
    /// Asks for that one of the addresses like it.
    void propose(std::size_t which);
    void setState(State state);

    ApiClient &m_api;
    QString m_own;
    QString m_address;
    State m_state;
    QTimer m_pause;
    QPointer<PendingRequest> m_request;
};

} // namespace passport
