// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "client/portalmodel.h"

#include "client/counters.h"
#include "client/portallogos.h"
#include "client/portals.h"

#include <QImage>
#include <algorithm>

namespace passport {
namespace {

QString folded(const QString &text)
{
    // People type е for ё, and a search that insists on the difference seems broken.
    return text.toCaseFolded().replace(QChar(0x451), QChar(0x435));
}

} // namespace

PortalModel::PortalModel(
    Portals &portals, Counters &counters, Arrangement &arrangement, PortalLogos &logos, QObject *parent)
    : QAbstractListModel(parent)
    , m_portals(portals)
    , m_counters(counters)
    , m_arrangement(arrangement)
    , m_logos(logos)
{
    connect(&portals, &Portals::stateChanged, this, &PortalModel::portalsChanged);
    connect(&arrangement, &Arrangement::changed, this, &PortalModel::arrange);
    connect(&arrangement, &Arrangement::changed, this, &PortalModel::unreadChanged);
    connect(&logos, &PortalLogos::changed, this, [this](const PortalId &portal) { tellChanged(portal, {LogoRole}); });
    connect(&counters, &Counters::changed, this, &PortalModel::counterChanged);
    connect(&counters, &Counters::totalChanged, this, &PortalModel::unreadChanged);
    connect(&counters, &Counters::known, this, [this] {
        if (rowCount() > 0)
            Q_EMIT dataChanged(index(0), index(rowCount() - 1), {CounterRole});
    });
    portalsChanged();
}

void PortalModel::setQuery(const QString &query)
{
    if (m_query == query)
        return;
    m_query = query;
    arrange();
}

void PortalModel::setFolded(bool folded)
{
    m_hidesDisconnected = folded;
    arrange();
}

bool PortalModel::isFolded(Group group) const
{
    return group == Group::Disconnected && m_hidesDisconnected && m_query.isEmpty();
}

int PortalModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

Qt::ItemFlags PortalModel::flags(const QModelIndex &index) const
{
    const bool heads = index.isValid() && rowAt(index.row()).portal < 0;
    // The one that folds is a thing to press; the others are words.
    const bool folds = heads && rowAt(index.row()).group == Group::Disconnected;
    return heads && !folds ? Qt::NoItemFlags : QAbstractListModel::flags(index);
}

QVariant PortalModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Row &row = rowAt(index.row());
    if (role >= GroupRole && role <= PlaceRole)
        return dataOfGroup(row, role);
    return row.portal < 0 ? QVariant() : dataOfPortal(m_list->items[static_cast<std::size_t>(row.portal)], role);
}

QVariant PortalModel::dataOfGroup(const Row &row, int role) const
{
    switch (role) {
    case GroupRole:
        return static_cast<int>(row.group);
    case HeadsGroupRole:
        return row.portal < 0;
    case GroupSizeRole:
        return m_sizes[static_cast<std::size_t>(row.group)];
    case FoldedRole:
        return isFolded(row.group);
    case PlaceRole:
        return row.place;
    default:
        return {};
    }
}

QVariant PortalModel::dataOfPortal(const Portal &portal, int role) const
{
    switch (role) {
    case TitleRole:
        return portal.title;
    case MemberIdRole:
        return portal.memberId.toString();
    case AddressRole:
        return portal.shownAddress();
    case UrlRole:
        return portal.url;
    case PortalRoleRole:
        return static_cast<int>(portal.role);
    case PlanRole:
        return static_cast<int>(portal.plan);
    case StateRole:
        return static_cast<int>(portal.state);
    case MineRole:
        return portal.mine;
    case CurrentRole:
        return portal.memberId == m_current;
    case EnteringRole:
        return portal.memberId == m_entering;
    case CounterRole:
        return m_counters.of(portal.memberId).value_or(portal.counter);
    case LogoRole:
        return m_logos.of(portal.memberId, portal.logoUrl.value_or(QString()));
    case RenameRole:
        return static_cast<int>(portal.rename);
    case DeletesOnRole:
        return portal.deletesOn.value_or(QDateTime());
    case PinnedRole:
        return m_arrangement.has(Arrangement::Mark::Pinned, portal.memberId);
    case MutedRole:
        return m_arrangement.has(Arrangement::Mark::Muted, portal.memberId);
    default:
        return {};
    }
}

QHash<int, QByteArray> PortalModel::roleNames() const
{
    return {{TitleRole, "title"},         {MemberIdRole, "memberId"},
            {AddressRole, "address"},     {UrlRole, "url"},
            {PortalRoleRole, "role"},     {PlanRole, "plan"},
            {StateRole, "state"},         {MineRole, "mine"},
            {CurrentRole, "current"},     {EnteringRole, "entering"},
            {CounterRole, "counter"},     {LogoRole, "logo"},
            {RenameRole, "rename"},       {DeletesOnRole, "deletesOn"},
            {GroupRole, "group"},         {HeadsGroupRole, "headsGroup"},
            {GroupSizeRole, "groupSize"}, {FoldedRole, "folded"},
            {PlaceRole, "place"},         {PinnedRole, "pinned"},
            {MutedRole, "muted"}};
}

int PortalModel::rowOf(const PortalId &portal) const
{
    for (int row = 0; !portal.isEmpty() && row < rowCount(); ++row) {
        if (portalAt(row) == portal)
            return row;
    }
    return -1;
}

PortalId PortalModel::portalAt(int row) const
{
    const int portal = row >= 0 && row < rowCount() ? rowAt(row).portal : -1;
    return portal < 0 ? PortalId() : m_list->items[static_cast<std::size_t>(portal)].memberId;
}

int PortalModel::firstPortal() const
{
    const auto first = std::ranges::find_if(m_rows, [](const Row &row) { return row.portal >= 0; });
    return first == m_rows.end() ? -1 : static_cast<int>(first - m_rows.begin());
}

std::vector<const Portal *> PortalModel::connected() const
{
    std::vector<const Portal *> portals;
    for (const int index : m_sorted) {
        const Portal &portal = m_list->items[static_cast<std::size_t>(index)];
        if (m_arrangement.groupOf(portal) != Group::Disconnected)
            portals.push_back(&portal);
    }
    return portals;
}

int PortalModel::unread() const
{
    int unread = m_counters.total();
    const QSet<PortalId> uncounted = m_arrangement.uncounted();
    for (const PortalId &portal : uncounted)
        unread -= m_counters.of(portal).value_or(0);
    return std::max(0, unread); // figure and sum come one after the other
}

bool PortalModel::canMove(int from, int to) const
{
    if (from < 0 || to < 0 || from >= rowCount() || to >= rowCount() || !m_query.isEmpty())
        return false;
    const Row &portal = rowAt(from);
    const Row &place = rowAt(to);
    return from != to && portal.portal >= 0 && place.portal >= 0 && portal.group == place.group;
}

void PortalModel::move(int from, int to)
{
    if (!canMove(from, to))
        return;
    beginMoveRows({}, from, from, {}, to > from ? to + 1 : to);
    const auto begin = m_rows.begin();
    if (from < to)
        std::rotate(begin + from, begin + from + 1, begin + to + 1);
    else
        std::rotate(begin + to, begin + from, begin + from + 1);
    for (int row = std::min(from, to); row <= std::max(from, to); ++row)
        m_rows[static_cast<std::size_t>(row)].place = row == 0 ? 1 : rowAt(row - 1).place + 1;
    endMoveRows();
    Q_EMIT dataChanged(index(std::min(from, to)), index(std::max(from, to)), {PlaceRole});
}

void PortalModel::keepOrder()
{
    std::vector<PortalId> order;
    for (int row = 0; row < rowCount(); ++row) {
        if (rowAt(row).portal >= 0)
            order.push_back(portalAt(row));
    }
    m_arrangement.setOrder(order);
}

void PortalModel::takeBackOrder()
{
    arrange();
}

int PortalModel::totalCount() const
{
    return m_list ? static_cast<int>(m_list->items.size()) : 0;
}

void PortalModel::portalsChanged()
{
    const auto *switching = std::get_if<portals::Switching>(&m_portals.state());
    const PortalId entering = switching ? switching->to : PortalId();
    const portals::List list = m_portals.list();
    const bool same = list && m_list && list->items == m_list->items;
    if (same) {
        m_list = list; // read again, and nothing has changed: the rows stay the same rows
    } else if (list != m_list) {
        beginResetModel();
        m_list = list;
        m_current = m_portals.current();
        m_entering = entering;
        refold();
        m_sorted = list ? m_arrangement.sorted(list->items) : std::vector<int>();
        m_rows = rows();
        endResetModel();
        return;
    }
    const std::vector<PortalId> touched{m_current, m_portals.current(), m_entering, entering};
    m_current = m_portals.current();
    m_entering = entering;
    for (const PortalId &portal : touched)
        tellChanged(portal, {CurrentRole, EnteringRole});
}

void PortalModel::counterChanged(const PortalId &portal)
{
    tellChanged(portal, {CounterRole});
    if (!m_arrangement.counts(portal))
        Q_EMIT unreadChanged();
}

void PortalModel::tellChanged(const PortalId &portal, const QList<int> &roles)
{
    const int row = portal.isEmpty() ? -1 : rowOf(portal);
    if (row >= 0)
        Q_EMIT dataChanged(index(row), index(row), roles);
}

/// Once for each list and not once for each key: folding is what costs.
void PortalModel::refold()
{
    m_folded.clear();
    if (!m_list)
        return;
    m_folded.reserve(m_list->items.size());
    for (const Portal &portal : m_list->items)
        m_folded.push_back({folded(portal.title + u'\n' + portal.address), folded(portal.shownAddress())});
}

void PortalModel::arrange()
{
    if (m_list)
        m_sorted = m_arrangement.sorted(m_list->items);
    std::vector<Row> arranged = rows();
    if (arranged == m_rows) {
        if (!m_rows.empty())
            Q_EMIT dataChanged(index(0), index(rowCount() - 1)); // marks that do not move a row
        return;
    }
    beginResetModel();
    m_rows = std::move(arranged);
    endResetModel();
}

std::vector<PortalModel::Row> PortalModel::rows()
{
    const QStringList words = folded(m_query).simplified().split(u' ', Qt::SkipEmptyParts);
    std::vector<Row> rows;
    m_sizes = {};
    for (const int portal : m_sorted) {
        if (!matches(portal, words))
            continue;
        const Group group = m_arrangement.groupOf(m_list->items[static_cast<std::size_t>(portal)]);
        int &size = m_sizes[static_cast<std::size_t>(group)];
        if (size == 0)
            rows.push_back({.group = group, .portal = -1, .place = 0});
        ++size;
        if (!isFolded(group))
            rows.push_back({.group = group, .portal = portal, .place = size});
    }
    return rows;
}

bool PortalModel::matches(int portal, const QStringList &words) const
{
    const Folded &text = m_folded[static_cast<std::size_t>(portal)];
    return std::ranges::all_of(words, [&text](const QString &word) {
        const bool whole = word.contains(u'.') || word.contains(u'/');
        return (whole ? text.whole : text.names).contains(word);
    });
}

} // namespace passport
