// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/portalwishesstate.h"
#include "protocol/invitationsapi.h"
#include "protocol/result.h"

#include <QObject>
#include <memory>

namespace passport {

class ApiClient;
class StepUpGate;

/// Creates, renames and leaves portals, and answers invitations; one change at a time. Where the server wants to know
/// who asks, the change waits at the gate (SR-40). "free" is Idle, Refused or Finished.
///
/// | From   | Event                                      | To                                   |
/// |--------|--------------------------------------------|--------------------------------------|
/// | free   | ask(wish)                                  | Asking                               |
/// | Asking | done                                       | Finished                             |
/// | Asking | the person does not want to prove himself  | Idle                                 |
/// | Asking | refused, no network                        | Refused                              |
/// | any    | reset()                                    | Idle; what was asked is not heard of |
class PortalWishes : public QObject {
    Q_OBJECT
public:
    using State = portalwish::State;

    PortalWishes(ApiClient &api, StepUpGate &gate, QObject *parent = nullptr);
    ~PortalWishes() override;

    [[nodiscard]] const State &state() const { return m_state; }

    /// Ignored while another change is under way.
    void ask(const portalwish::Wish &wish);
    void reset();

Q_SIGNALS:
    void stateChanged();

private:
    void send(const portalwish::Create &wish);
    void send(const portalwish::Rename &wish);
    void send(const portalwish::Leave &wish);
    void send(const portalwish::Answer &wish);
    [[nodiscard]] bool isFree() const;
    void sendAnswer(const Invitation &invitation, bool accept);
    template <typename Change> void sendChange(const Change &change);
    void ended(const std::optional<Error> &error, const std::optional<Portal> &portal);
    void setState(State state);

    ApiClient &m_api;
    StepUpGate &m_gate;
    State m_state;
    std::unique_ptr<QObject> m_asked; ///< As long as it lives the answer is wanted.
};

} // namespace passport
