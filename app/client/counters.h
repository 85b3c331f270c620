// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/pendingrequest.h"
#include "protocol/portalsapi.h"

#include <QHash>
#include <QObject>
#include <QPointer>
#include <optional>

namespace passport {

class ApiClient;
class PushConnection;
struct CounterRing;
struct PullEvent;

/// What is unread in each portal. The one thing that push says and that is shown at once (api.md 4); at each connection
/// all figures are read again, as when the list of portals has changed: one that is left counts no more.
class Counters : public QObject {
    Q_OBJECT
public:
    /// `push` is the channel of the signed-in Passport.
    Counters(ApiClient &api, PushConnection &push, QObject *parent = nullptr);

    [[nodiscard]] int total() const { return m_total; }
    /// Nothing before the first figures are known: the list of portals then says what it knew.
    [[nodiscard]] std::optional<int> of(const PortalId &portal) const;

    /// Reads all figures.
    void refresh();
    /// Nobody is signed in any more: everything is 0.
    void clear();

Q_SIGNALS:
    void changed(const passport::PortalId &portal);
    /// All figures were read for the first time since somebody signed in.
    void known();
    void totalChanged();

private:
    void eventReceived(const PullEvent &event);
    void received(const Result<CounterList> &answer);
    void setCount(const PortalId &portal, int count);
    void setTotal(int total);

    ApiClient &m_api;
    QHash<PortalId, int> m_counts;
    int m_total = 0;
    bool m_known = false; ///< All figures were read: who is not among them has 0.
    QPointer<PendingRequest> m_call;
    bool m_again = false; ///< Rung while the figures were being read.
};

} // namespace passport
