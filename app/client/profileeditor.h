// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/pendingrequest.h"
#include "client/profilestate.h"

#include <QObject>
#include <QPointer>

namespace passport {

class ApiClient;
class Session;

/// The names of the person signed in, edited one at a time, and what became of them in his portals.
///
/// | From    | Event                                        | To                                              |
/// |---------|----------------------------------------------|-------------------------------------------------|
/// | Loading | the session knows the profile                | Ready                                           |
/// | Ready   | edit(field), type(text), revert()            | Ready{edit}                                     |
/// | Ready   | edit(field) while another one is edited      | Saving of that one; saved: Ready{edit of field} |
/// | Ready   | save()                                       | Saving, unless nothing changed or `theirs` waits|
/// | Ready   | the profile changed elsewhere                | Ready; the edited field too: `theirs`           |
/// | Ready   | keepMine()                                   | Saving, over what the other program wrote       |
/// | Ready   | retryPortals()                               | Saving                                          |
/// | Saving  | saved                                        | Ready{justSaved, portals}                       |
/// | Saving  | conflict in this field                       | Ready{edit with `theirs`}                       |
/// | Saving  | conflict in another field                    | Saving, from the new revision                   |
/// | Saving  | refused, no network                          | Ready{edit, error}                              |
/// | any     | nobody is signed in                          | Loading                                         |
class ProfileEditor : public QObject {
    Q_OBJECT
public:
    using State = profile::State;

    ProfileEditor(ApiClient &api, Session &session, QObject *parent = nullptr);

    [[nodiscard]] const State &state() const { return m_state; }

    /// Begins to edit a field. Another one that is being edited is saved first, as by save(); if that fails it stays
    /// as it is, and so it does while it waits for an answer of the person.
    void edit(profile::Field field, bool updatePortals = true);
    void type(const QString &text);
    /// Back to what the server has.
    void revert();
    void save(bool updatePortals);
    /// Of two values that were entered at the same time, this one.
    void keepMine(bool updatePortals);
    /// Once more for the portals that did not take the last change over.
    void retryPortals();
    /// Another way changed the profile too (the photo): its revision and what became of it in the portals.
    void note(const ProfileChange &change);

Q_SIGNALS:
    void stateChanged();

private:
    void follow();
    void begin(profile::Field field);
    void beginNext();
    void send(const profile::Edit &edit, bool updatePortals);
    void answered(const Result<ProfileChange> &answer);
    void failed(const profile::Saving &saving, const Error &error);
    void setState(State state);

    ApiClient &m_api;
    Session &m_session;
    State m_state;
    std::optional<profile::Field> m_next; ///< To be edited as soon as what is being saved is saved.
    QPointer<PendingRequest> m_request;
};

} // namespace passport
