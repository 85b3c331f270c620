// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/pendingrequest.h"
#include "client/portalwishesstate.h"
#include "protocol/invitationsapi.h"
#include "protocol/securityapi.h"

#include <QObject>
#include <QPointer>

namespace passport {

class ApiClient;

/// Creates, renames and leaves portals, and answers invitations; one change at a time. "free" is Idle, Refused or
/// Finished.
///
/// | From        | Event                              | To                                      |
/// |-------------|------------------------------------|-----------------------------------------|
/// | free        | ask(wish)                          | Asking                                  |
/// | Asking      | done                               | Finished                                |
/// | Asking      | stepup_required                    | ProofNeeded                             |
/// | Asking      | any other error                    | Refused                                 |
/// | ProofNeeded | prove()                            | Proving                                 |
/// | free        | askProof(methods)                  | ProofNeeded                             |
/// | Proving     | accepted                           | Asking, the same wish                   |
/// | Proving     | accepted, after askProof()         | Finished                                |
/// | Proving     | refused, no network                | ProofNeeded{error}                      |
/// | any         | reset()                            | Idle; what was asked is not heard of    |
class PortalWishes : public QObject {
    Q_OBJECT
public:
    using State = portalwish::State;

    explicit PortalWishes(ApiClient &api, QObject *parent = nullptr);

    [[nodiscard]] const State &state() const { return m_state; }

    /// Ignored while another change is under way.
    void ask(const portalwish::Wish &wish);
    /// Another call answered stepup_required and named these; ignored like a wish.
    void askProof(const QStringList &methods);
    /// The password, or a code of the authenticator or a recovery code; ignored unless ProofNeeded.
    void prove(const StepUp &proof);
    void reset();

Q_SIGNALS:
    void stateChanged();

private:
    void send(const portalwish::Create &wish);
    void send(const portalwish::Rename &wish);
    void send(const portalwish::Leave &wish);
    void send(const portalwish::Answer &wish);
    void send(const portalwish::Prove &wish);
    [[nodiscard]] bool isFree() const;
    void sendAnswer(const Invitation &invitation, bool accept);
    void answered(const Result<Portal> &portal);
    void ended(const std::optional<Error> &error, const std::optional<Portal> &portal);
    void proved(const Result<SteppedUp> &answer);
    void setState(State state);

    ApiClient &m_api;
    State m_state;
    QPointer<PendingRequest> m_request;
};

} // namespace passport
