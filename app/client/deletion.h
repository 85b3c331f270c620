// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/pendingrequest.h"
#include "client/portalsstate.h"
#include "protocol/securityapi.h"

#include <QObject>
#include <QPointer>
#include <variant>

namespace passport {

class Session;
class StepUpGate;

/// What the deletion of a Passport can be in; see AccountDeletion for the way between them.
namespace deletion {
struct Asking {
    std::optional<Error> error = std::nullopt;
};
struct Deleting { };
/// Portals keep it from being deleted.
struct Blocked {
    std::vector<BindingPortal> portals;
};
struct Deleted { };
using State = std::variant<Asking, Deleting, Blocked, Deleted>;

/// A portal that is in the way: it is left first, unless something is in the way of that, too.
struct Obstacle {
    QString title;
    Portal::LeaveObstacle leaving = Portal::LeaveObstacle::None;

    bool operator==(const Obstacle &) const = default;
};

/// What is in the way, as far as the list tells: all but invitations, which bind nobody until they are accepted
/// (SR-44). Nothing while there is no list.
[[nodiscard]] std::vector<Obstacle> obstaclesIn(const portals::List &list);
/// What the server has named, with the ways out that the list knows.
[[nodiscard]] std::vector<Obstacle> obstaclesIn(const Blocked &blocked, const portals::List &list);
} // namespace deletion

/// Deletes the Passport of the person signed in, for ever.
///
/// | From             | Event                    | To                                          |
/// |------------------|--------------------------|---------------------------------------------|
/// | Asking, Blocked  | remove(password)         | Deleting                                    |
/// | Deleting         | done, now or before      | Deleted; the session ends here, too         |
/// | Deleting         | portals are still bound  | Blocked                                     |
/// | Deleting         | refused, no network      | Asking{error}                               |
/// | any              | reset()                  | Asking                                      |
class AccountDeletion : public QObject {
    Q_OBJECT
public:
    using State = deletion::State;

    AccountDeletion(StepUpGate &gate, Session &session, QObject *parent = nullptr);

    [[nodiscard]] const State &state() const { return m_state; }

    void remove(const QString &password);
    void reset();

Q_SIGNALS:
    void stateChanged();

private:
    void answered(const Result<Done> &answer);
    void setState(State state);

    StepUpGate &m_gate;
    Session &m_session;
    State m_state;
    int m_attempt = 0; ///< Answers to earlier ones are not wanted any more.
};

} // namespace passport
