// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/portalsstate.h"
#include "protocol/portalsapi.h"

#include <QObject>
#include <QUrl>

namespace passport {

class ApiClient;
class PushConnection;
class Settings;

/// The person's portals, which one is the current one, and the ways into them.
///
/// | From      | Event                                   | To                                |
/// |-----------|-----------------------------------------|-----------------------------------|
/// | any       | load()                                  | Loading                           |
/// | Loading   | all pages received                      | Ready                             |
/// | Loading   | error                                   | Failed                            |
/// | Failed    | refresh(), push connected               | Loading                           |
/// | Ready     | refresh(), push rings or has connected  | Ready (read again, shown meanwhile) |
/// | Ready     | switchTo(id)                            | Switching                         |
/// | Switching | entered                                 | Ready{current = id}               |
/// | Switching | refused, no network                     | Ready{old current, error}         |
///
/// Nothing is optimistic: what is shown is what the server has said, so nothing is ever undone.
class Portals : public QObject {
    Q_OBJECT
public:
    using State = portals::State;

    /// `push` is the channel of the signed-in Passport.
    Portals(ApiClient &api, PushConnection &push, Settings &settings, QObject *parent = nullptr);

    [[nodiscard]] const State &state() const { return m_state; }
    [[nodiscard]] portals::List list() const; ///< Null unless Ready or Switching.
    [[nodiscard]] PortalId current() const; ///< Empty unless Ready or Switching.

    /// Somebody has signed in: forgets what was there and reads anew.
    void load();
    /// Nobody is signed in any more: back to Loading, without asking anybody.
    void clear();
    /// Reads again; a list that is shown stays.
    void refresh();
    /// Makes a portal the current one. Ignored unless Ready.
    void switchTo(const PortalId &portal);
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
    void complete();
    void readFailed(const Error &error);
    void switched(const PortalId &to, const Result<EnteredPortal> &answer);
    void setState(State state);

    ApiClient &m_api;
    Settings &m_settings;
    State m_state;
    PortalList m_pages; ///< What has been read of the list so far.
    quint64 m_reading = 0; ///< Which reading is under way; 0 = none. Pages of another one are stale.
    quint64 m_readings = 0;
    bool m_again = false; ///< Changed while it was being read.
};

} // namespace passport
