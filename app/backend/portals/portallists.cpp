// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/portals/portallists.h"

#include "backend/core/serverurls.h"
#include "backend/portals/membership.h"
#include "backend/portals/portalstore.h"
#include "backend/store/serversettings.h"
#include "backend/store/store.h"
#include "protocol/base64url.h"
#include "protocol/errorcodes.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace passport {
namespace {

constexpr std::chrono::hours keptFor{1}; // what days decide (deletesOn) changes by itself
constexpr qsizetype mostKnown = 10000; // people; about 1 kB each, 300 kB for one with a thousand portals

bool fits(const Portal &portal, const QString &query)
{
    return portal.title.contains(query, Qt::CaseInsensitive) || portal.address.contains(query, Qt::CaseInsensitive);
}

QString cursorAfter(const OwnPortals::Entry &entry)
{
    return QString::fromLatin1(toBase64Url(entry.sortKey.toUtf8()));
}

} // namespace

const Portal *OwnPortals::find(const PortalId &id) const
{
    const auto found = std::ranges::find_if(entries, [&id](const Entry &entry) { return entry.portal.memberId == id; });
    return found == entries.end() ? nullptr : &found->portal;
}

PortalLists::PortalLists(Store &store, const Clock &clock, ServerSettings &settings, const ServerUrls &urls)
    : m_store(store)
    , m_clock(clock)
    , m_settings(settings)
    , m_urls(urls)
{
    settings.onChanged([this] { forgetAll(); }); // qrAllowed stands in each list
}

boost::asio::awaitable<PortalLists::Own> PortalLists::of(UserId user)
{
    const Clock::TimePoint now = m_clock.now();
    const auto known = m_known.constFind(user);
    if (known != m_known.constEnd() && now - (*known)->readAt < keptFor)
        co_return *known;
    const quint64 changes = m_changes;
    auto own = std::make_shared<OwnPortals>();
    own->readAt = now;
    const auto job = [&](Db &db) {
        own->revision = listRevision(db, user);
        own->createdCount = createdCount(db, user);
        return portalsOf(db, user, now);
    };
    std::vector<Portal> portals = co_await m_store.read(job);
    prepare(*own, std::move(portals));
    if (changes == m_changes) {
        if (m_known.size() >= mostKnown)
            m_known.clear();
        m_known.insert(user, own);
    }
    co_return own;
}

void PortalLists::complete(Portal &portal) const
{
    portal.url = m_urls.portal(portal.address);
    portal.qrAllowed = m_settings.isOn(setting::qrAllowed, portal.memberId);
}

Result<Portal> PortalLists::asTold(Db &db, UserId user, const PortalId &portal) const
{
    std::optional<Portal> told = portalOf(db, user, portal, m_clock.now());
    if (!told)
        return Error::ofCode(code::notFound);
    complete(*told);
    return *std::move(told);
}

void PortalLists::prepare(OwnPortals &own, std::vector<Portal> portals) const
{
    for (Portal &portal : portals) {
        complete(portal);
        own.unread += portal.counter;
        QString sortKey = portal.title.toCaseFolded() + u'\n' + portal.memberId.toString();
        own.entries.push_back({.portal = std::move(portal), .sortKey = std::move(sortKey)});
    }
    std::ranges::sort(own.entries, {}, &OwnPortals::Entry::sortKey);
}

QHash<UserId, qint64> PortalLists::knownRevisions() const
{
    QHash<UserId, qint64> revisions;
    for (auto it = m_known.begin(); it != m_known.end(); ++it)
        revisions.insert(it.key(), it.value()->revision);
    return revisions;
}

void PortalLists::forget(UserId user)
{
    ++m_changes;
    m_known.remove(user);
}

void PortalLists::forgetAll()
{
    ++m_changes;
    m_known.clear();
}

Result<PortalList> pageOf(const OwnPortals &portals, const ListPortals &request)
{
    PortalList page;
    page.createdCount = portals.createdCount;
    page.revision = portals.revision;
    auto from = portals.entries.begin();
    if (request.cursor) {
        const auto last = fromBase64Url(request.cursor->toLatin1());
        if (!last)
            return Error::ofCode(code::invalidRequest, {}, {{"key"_L1, u"cursor"_s}, {"reason"_L1, u"not ours"_s}});
        from = std::ranges::upper_bound(portals.entries, QString::fromUtf8(*last), {}, &OwnPortals::Entry::sortKey);
    }
    const QString query = request.query.value_or(QString()).trimmed();
    const auto isWanted = [&query](const auto &entry) { return query.isEmpty() || fits(entry.portal, query); };
    page.total = query.isEmpty() ? static_cast<int>(portals.entries.size())
                                 : static_cast<int>(std::ranges::count_if(portals.entries, isWanted));
    const OwnPortals::Entry *lastTaken = nullptr;
    for (; from != portals.entries.end(); ++from) {
        if (!isWanted(*from))
            continue;
        if (std::ssize(page.items) == request.limit) { // one more stands behind the page
            page.cursor = cursorAfter(*lastTaken);
            break;
        }
        page.items.push_back(from->portal);
        lastTaken = &*from;
    }
    return page;
}

} // namespace passport
