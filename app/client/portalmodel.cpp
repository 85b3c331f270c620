// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "client/portalmodel.h"

#include "client/counters.h"
#include "client/portals.h"

#include <algorithm>
#include <numeric>

namespace passport {
namespace {

QString folded(const QString &text)
{
    // People type е for ё, and a search that insists on the difference seems broken.
    return text.toCaseFolded().replace(QChar(0x451), QChar(0x435));
}

} // namespace

PortalModel::PortalModel(Portals &portals, Counters &counters, QObject *parent)
    : QAbstractListModel(parent)
    , m_portals(portals)
    , m_counters(counters)
{
    connect(&portals, &Portals::stateChanged, this, &PortalModel::portalsChanged);
    connect(&counters, &Counters::changed, this, &PortalModel::counterChanged);
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
    std::vector<int> rows = matching();
    if (rows == m_rows)
        return;
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

int PortalModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant PortalModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Portal &portal = at(index.row());
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
    case LogoUrlRole:
        return portal.logoUrl.value_or(QString());
    default:
        return {};
    }
}

QHash<int, QByteArray> PortalModel::roleNames() const
{
    return {{TitleRole, "title"},     {MemberIdRole, "memberId"}, {AddressRole, "address"}, {UrlRole, "url"},
            {PortalRoleRole, "role"}, {PlanRole, "plan"},         {StateRole, "state"},     {MineRole, "mine"},
            {CurrentRole, "current"}, {EnteringRole, "entering"}, {CounterRole, "counter"}, {LogoUrlRole, "logoUrl"}};
}

int PortalModel::rowOf(const PortalId &portal) const
{
    for (int row = 0; row < rowCount(); ++row) {
        if (at(row).memberId == portal)
            return row;
    }
    return -1;
}

PortalId PortalModel::portalAt(int row) const
{
    return row >= 0 && row < rowCount() ? at(row).memberId : PortalId();
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
    if (list != m_list) {
        beginResetModel();
        m_list = list;
        m_current = m_portals.current();
        m_entering = entering;
        refold();
        m_rows = matching();
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

std::vector<int> PortalModel::matching() const
{
    std::vector<int> rows(m_folded.size());
    std::iota(rows.begin(), rows.end(), 0);
    const QStringList words = folded(m_query).simplified().split(u' ', Qt::SkipEmptyParts);
    std::erase_if(rows, [this, &words](int portal) {
        const Folded &text = m_folded[static_cast<std::size_t>(portal)];
        return !std::ranges::all_of(words, [&text](const QString &word) {
            const bool whole = word.contains(u'.') || word.contains(u'/');
            return (whole ? text.whole : text.names).contains(word);
        });
    });
    return rows;
}

const Portal &PortalModel::at(int row) const
{
    return m_list->items[static_cast<std::size_t>(m_rows[static_cast<std::size_t>(row)])];
}

} // namespace passport
