// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/pendingrequest.h"
#include "client/portalsstate.h"
#include "client/portalwishes.h"
#include "protocol/portalsapi.h"

#include <QDateTime>
#include <QObject>
#include <QPointer>
#include <QUrl>
#include <memory>

namespace passport {

class AddressTyping;
class ApiClient;
class PushConnection;
class Settings;
class StepUpGate;

/// The person's portals, which one is the current one, and the ways into them.
///
/// | From          | Event                                  | To                                  |
/// |---------------|----------------------------------------|-------------------------------------|
/// | any           | begin(first page)                      | Ready; the other pages follow       |
/// | any           | clear()                                | Loading, and nothing is asked       |
/// | Loading       | refresh(): all pages received          | Ready                               |
/// | Loading       | refresh(): error                       | Failed                              |
/// | Failed        | refresh(), push has connected          | Loading                             |
/// | Ready         | refresh(), push rings or has connected | Ready, read again, shown meanwhile  |
/// | Ready         | switchTo(id)                           | Switching                           |
/// | Ready         | leaveCurrent(current)                  | Ready{current = none}               |
/// | Switching     | entered                                | Ready{current = id}                 |
/// | Switching     | refused, no network                    | Ready{old current, error}           |
/// | Switching     | the person does not prove himself      | Ready{old current}                  |
///
/// Nothing is optimistic: what is shown is what the server has said, so nothing is ever undone.
class Portals : public QObject {
    Q_OBJECT
public:
    using State = portals::State;

    /// `push` is the channel of the signed-in Passport; into a portal the way may lead through the gate (SR-18).
    Portals(ApiClient &api, StepUpGate &gate, PushConnection &push, Settings &settings, QObject *parent = nullptr);

    [[nodiscard]] const State &state() const { return m_state; }
    [[nodiscard]] portals::List list() const; ///< Null unless Ready or Switching.
    [[nodiscard]] PortalId current() const; ///< Empty unless Ready or Switching.

    /// When the whole list was read last, by this computer's clock; invalid while there is none.
    [[nodiscard]] QDateTime readAt() const { return list() ? m_readAt : QDateTime(); }

    /// Changes to them that no dialog asks for; when one is done the list is read again.
    [[nodiscard]] PortalWishes &changes() { return m_changes; }
    /// The same for one dialog alone: what it asks for is dropped by no other one. Not to outlive *this.
    [[nodiscard]] std::unique_ptr<PortalWishes> newChange();
    /// For somebody who types a new address of a portal.
    [[nodiscard]] std::unique_ptr<AddressTyping> typeAddress(const Portal &portal);

    /// Somebody has signed in; `first` is the first page, which his session has read. Reads the others.
    void begin(const PortalList &first);
    /// Nobody is signed in any more.
    void clear();
    /// Reads again; a list that is shown stays.
    void refresh();
    /// Makes a portal the current one. Ignored unless Ready, or if it is already.
    void switchTo(const PortalId &portal);
    /// It is no longer the current portal, if it was: nothing of it is asked for any more.
    void leaveCurrent(const PortalId &portal);
    /// Fetches a one-time address of a portal (SR-30); linkReady() or linkFailed() follows.
    void openInBrowser(const PortalId &portal);

Q_SIGNALS:
    void stateChanged();
    /// The portal was entered: its own tokens and channel, for programs that want its modules.
    void entered(const passport::EnteredPortal &portal);
    /// To be opened at once: it lives 60 s and works once.
    void linkReady(const passport::PortalId &portal, const QUrl &url);
    void linkFailed(const passport::PortalId &portal, const passport::Error &error);

private:
    void readPage(const std::optional<QString> &cursor);
    void pageReceived(const Result<PortalList> &answer);
    void show(const PortalList &list);
    void switched(const Result<EnteredPortal> &answer);
    void takeBack();
    void readAfter(PortalWishes &changes);
    void setState(State state);

    ApiClient &m_api;
    StepUpGate &m_gate;
    Settings &m_settings;
    PortalWishes m_changes;
    State m_state;
    std::optional<PortalList> m_pages; ///< Of the list that is being read.
    QPointer<PendingRequest> m_reading;
    std::unique_ptr<QObject> m_person = std::make_unique<QObject>(); ///< Whose portals they are: as long as it lives.
    QDateTime m_readAt;
    bool m_again = false; ///< Changed while it was being read.
};

} // namespace passport
