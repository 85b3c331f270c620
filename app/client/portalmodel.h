// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/portalsstate.h"

#include <QAbstractListModel>
#include <vector>

namespace passport {

class Counters;
class Portals;

/// The portals as rows for a list and a menu: those that match the search, in the server's order.
class PortalModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role {
        TitleRole = Qt::DisplayRole, ///< QString
        MemberIdRole = Qt::UserRole, ///< QString
        AddressRole, ///< QString: the url without its scheme.
        UrlRole, ///< QString
        PortalRoleRole, ///< int(Portal::Role)
        PlanRole, ///< int(Portal::Plan)
        StateRole, ///< int(Portal::State)
        MineRole, ///< bool
        CurrentRole, ///< bool
        EnteringRole, ///< bool: being switched to.
        CounterRole, ///< int: unread.
        LogoUrlRole, ///< QString, may be empty.
    };

    PortalModel(Portals &portals, Counters &counters, QObject *parent = nullptr);

    /// Shows the portals whose title or address contains each word of `query`, in any case. A word with a dot or a
    /// slash is looked for in the whole address, with the host that many portals share.
    void setQuery(const QString &query);
    [[nodiscard]] const QString &query() const { return m_query; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    /// The row of a portal, -1 if it is not shown.
    [[nodiscard]] int rowOf(const PortalId &portal) const;
    [[nodiscard]] PortalId portalAt(int row) const;
    /// All portals, whatever the search shows.
    [[nodiscard]] int totalCount() const;

private:
    void portalsChanged();
    void counterChanged(const PortalId &portal);
    void tellChanged(const PortalId &portal, const QList<int> &roles);
    void refold();
    [[nodiscard]] std::vector<int> matching() const; ///< Which portals the search shows.
    [[nodiscard]] const Portal &at(int row) const;

    Portals &m_portals;
    Counters &m_counters;
    portals::List m_list; ///< May be null.
    PortalId m_current;
    PortalId m_entering;
    QString m_query;
    /// What the search looks at, case folded.
    struct Folded {
        QString names; ///< Title and address.
        QString whole; ///< The address as it is shown.
    };
    std::vector<Folded> m_folded; ///< Of each portal.
    std::vector<int> m_rows; ///< Of each row: which portal.
};

} // namespace passport
