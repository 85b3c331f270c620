// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/portal.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <array>
#include <vector>

namespace passport {

class Settings;

/// How the person has arranged his portals on this computer: which are pinned, which do not count in the badge, which
/// are disconnected, and in what order they stand. Kept in the settings for each account, that is a person on a server.
class Arrangement : public QObject {
    Q_OBJECT
public:
    /// In the order in which the list shows them.
    enum class Group { Pinned, Mine, Invited, Disconnected };
    enum class Mark {
        Pinned,
        Muted, ///< Its unread figure is shown, but not counted.
        Disconnected, ///< Stays in the list; neither counted nor entered until it is connected again.
    };

    explicit Arrangement(Settings &settings, QObject *parent = nullptr);

    /// Somebody has signed in: what he has arranged before is there again. `account` names him and the server.
    void begin(const QString &account);
    /// Nobody is signed in: nothing is arranged, and nothing is kept.
    void clear();

    [[nodiscard]] Group groupOf(const Portal &portal) const;
    [[nodiscard]] bool has(Mark mark, const PortalId &portal) const;
    void set(Mark mark, const PortalId &portal, bool on);
    /// Does its unread figure count in the badge?
    [[nodiscard]] bool counts(const PortalId &portal) const;
    /// Those that do not.
    [[nodiscard]] QSet<PortalId> uncounted() const;

    /// The portals by their index, group after group. Who was never moved stands behind the others of his group, as the
    /// server has him.
    [[nodiscard]] std::vector<int> sorted(const std::vector<Portal> &portals) const;
    /// These stand in this order from now on. Portals that are not named keep the order among themselves, behind them.
    void setOrder(const std::vector<PortalId> &portals);

Q_SIGNALS:
    void changed();
    /// It was marked so just now.
    void disconnected(const passport::PortalId &portal);

private:
    [[nodiscard]] const QSet<PortalId> &marked(Mark mark) const { return m_marks[static_cast<std::size_t>(mark)]; }
    void readOrder();

    Settings &m_settings;
    QString m_account; ///< Empty: nobody.
    std::array<QSet<PortalId>, 3> m_marks; ///< By Mark.
    std::vector<PortalId> m_order;
    QHash<PortalId, int> m_places; ///< The same: the place of each.
};

} // namespace passport
