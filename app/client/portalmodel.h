// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/arrangement.h"
#include "client/portalsstate.h"

#include <QAbstractListModel>
#include <vector>

namespace passport {

class Counters;
class PortalLogos;
class Portals;

/// The portals as rows for a list: those that match the search, in the groups and the order in which the person has
/// arranged them. Each group begins with a row of its own that names it, cannot be selected and has the group's
/// figures.
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
        LogoRole, ///< QImage; null: none, or not here yet.
        RenameRole, ///< int(Portal::Rename)
        DeletesOnRole, ///< QDateTime, mostly invalid.
        GroupRole, ///< int(Arrangement::Group); also of the rows that name one, like the next four.
        HeadsGroupRole, ///< bool: it only names the group.
        GroupSizeRole, ///< int: portals in the group that the search shows.
        FoldedRole, ///< bool: the group's portals are not shown.
        PlaceRole, ///< int: which of its group, from 1; 0 of a row that names the group.
        PinnedRole, ///< bool
        MutedRole, ///< bool: does not count in the badge.
    };
    using Group = Arrangement::Group;

    PortalModel(
        Portals &portals, Counters &counters, Arrangement &arrangement, PortalLogos &logos, QObject *parent = nullptr);

    /// Shows the portals whose title or address contains each word of `query`, in any case. A word with a dot or a
    /// slash is looked for in the whole address, with the host that many portals share.
    void setQuery(const QString &query);
    [[nodiscard]] const QString &query() const { return m_query; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    /// The row of a portal, -1 if it is not shown.
    [[nodiscard]] int rowOf(const PortalId &portal) const;
    /// Empty for a row that names a group.
    [[nodiscard]] PortalId portalAt(int row) const;
    /// The first row with a portal, -1 without one.
    [[nodiscard]] int firstPortal() const;
    /// All portals, whatever the search shows.
    [[nodiscard]] int totalCount() const;
    [[nodiscard]] Arrangement &arrangement() const { return m_arrangement; }
    /// All portals that are not disconnected, in the order of the list, whatever the search shows. Until the next
    /// change.
    [[nodiscard]] std::vector<const Portal *> connected() const;
    /// What is unread in all portals together, without those that do not count.
    [[nodiscard]] int unread() const;

    /// Hides or shows the portals that are disconnected; a search shows them anyway. Hidden at first.
    void setFolded(bool folded);

    /// Can it stand at that row? Only among its group, and not while a search hides its neighbours.
    [[nodiscard]] bool canMove(int from, int to) const;
    /// Puts the portal of a row at another one, for now: keepOrder() keeps it, and everything else that changes the
    /// rows takes it back. Ignored unless it can.
    void move(int from, int to);
    void keepOrder();
    void takeBackOrder();

Q_SIGNALS:
    void unreadChanged();

private:
    struct Row {
        Group group = Group::Mine;
        int portal = -1; ///< Its index in the list; -1: names the group.
        int place = 0; ///< See PlaceRole.

        bool operator==(const Row &) const = default;
    };

    [[nodiscard]] QVariant dataOfGroup(const Row &row, int role) const;
    [[nodiscard]] QVariant dataOfPortal(const Portal &portal, int role) const;
    [[nodiscard]] bool isFolded(Group group) const;
    void arrange();
    void portalsChanged();
    void counterChanged(const PortalId &portal);
    void tellChanged(const PortalId &portal, const QList<int> &roles);
    void refold();
    [[nodiscard]] std::vector<Row> rows(); ///< As list, arrangement and search make them; counts m_sizes.
    [[nodiscard]] bool matches(int portal, const QStringList &words) const;
    [[nodiscard]] const Row &rowAt(int row) const { return m_rows[static_cast<std::size_t>(row)]; }

    Portals &m_portals;
    Counters &m_counters;
    Arrangement &m_arrangement;
    PortalLogos &m_logos;
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
    std::vector<int> m_sorted; ///< The portals by their index, as arranged.
    std::vector<Row> m_rows;
    std::array<int, 4> m_sizes{}; ///< By group: portals that the search shows.
    bool m_hidesDisconnected = true;
};

} // namespace passport
