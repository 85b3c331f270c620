// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/portals/idleportals.h"

#include "backend/core/moments.h"
#include "backend/guard/audit.h"
#include "backend/mail/postoffice.h"
#include "backend/mail/readerlanguage.h"
#include "backend/portals/membership.h"
#include "backend/portals/portalchanges.h"
#include "backend/store/db.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

namespace passport {
namespace {

using std::chrono::days;

constexpr days firstReminder{7}; // before the end; also the least time between being told and the end
constexpr days lastReminder{1};
constexpr int mostAtOnce = 50; // so that one look never holds the writer for long

qint64 ms(Clock::TimePoint time)
{
    return time.time_since_epoch().count();
}

Clock::TimePoint timeOf(qint64 ms)
{
    return Clock::TimePoint(std::chrono::milliseconds(ms));
}

/// How many reminders are due so long before the end.
int remindersAt(Clock::TimePoint now, Clock::TimePoint end)
{
    return end - now <= lastReminder ? 2 : end - now <= firstReminder ? 1 : 0;
}

} // namespace

struct IdlePortals::Row {
    PortalId id;
    QString title;
    QString address;
    Clock::TimePoint lastUsed;
    std::optional<Clock::TimePoint> deletesAt;
};

std::optional<Clock::TimePoint> endOfIdlePortal(
    Portal::Plan plan, Clock::TimePoint lastUsed, std::optional<Clock::TimePoint> deletesAt, Clock::TimePoint now)
{
    if (plan != Portal::Plan::Free || (!deletesAt && now - lastUsed < idleTold))
        return std::nullopt;
    return deletesAt ? *deletesAt : std::max<Clock::TimePoint>(lastUsed + idleLife, now + firstReminder);
}

std::vector<IdlePortals::Row> IdlePortals::due(Db &db, int most) const
{
    const Clock::TimePoint now = m_clock.now();
    std::vector<Row> found;
    Rows rows = db.select(
        "SELECT member_id, title, address, last_used_at, deletes_at FROM ("
        " SELECT * FROM portal WHERE plan = 'free' AND deletes_at IS NULL AND last_used_at <= ?"
        " UNION ALL SELECT * FROM portal WHERE plan = 'free' AND deletes_at <= ? AND reminders < 1"
        " UNION ALL SELECT * FROM portal WHERE plan = 'free' AND deletes_at <= ? AND reminders = 1"
        " UNION ALL SELECT * FROM portal WHERE plan = 'free' AND deletes_at <= ? AND reminders = 2) LIMIT ?"_L1,
        {ms(now - idleTold), ms(now + firstReminder), ms(now + lastReminder), ms(now), most});
    while (rows.next()) {
        const auto deletesAt = rows.maybeInteger(4);
        found.push_back(
            {.id = PortalId(rows.text(0)),
             .title = rows.text(1),
             .address = rows.text(2),
             .lastUsed = timeOf(rows.integer(3)),
             .deletesAt = deletesAt ? std::optional(timeOf(*deletesAt)) : std::nullopt});
    }
    return found;
}

std::optional<Clock::TimePoint> IdlePortals::nextDue(Db &db)
{
    const auto span = [](days time) { return qint64(std::chrono::milliseconds(time).count()); };
    Rows rows = db.select(
        "SELECT min(at) FROM ("
        " SELECT min(last_used_at) + ? AS at FROM portal WHERE plan = 'free' AND deletes_at IS NULL"
        " UNION ALL SELECT min(deletes_at) - ? FROM portal WHERE plan = 'free' AND reminders < 1"
        " UNION ALL SELECT min(deletes_at) - ? FROM portal WHERE plan = 'free' AND reminders = 1"
        " UNION ALL SELECT min(deletes_at) FROM portal WHERE plan = 'free' AND reminders = 2)"_L1,
        {span(idleTold), span(firstReminder), span(lastReminder)});
    const auto next = rows.next() ? rows.maybeInteger(0) : std::nullopt;
    return next ? std::optional(timeOf(*next)) : std::nullopt;
}

bool IdlePortals::isAnyDue(Db &db) const
{
    const auto next = nextDue(db);
    return next && *next <= m_clock.now();
}

IdlePortals::Outcome IdlePortals::look(Db &db) const
{
    Outcome outcome;
    for (const Row &row : due(db, mostAtOnce)) {
        if (row.deletesAt && *row.deletesAt <= m_clock.now())
            end(db, row, outcome);
        else
            tell(db, row, outcome);
    }
    return outcome;
}

void IdlePortals::tell(Db &db, const Row &row, Outcome &outcome) const
{
    const Clock::TimePoint now = m_clock.now();
    const Clock::TimePoint end = endOfIdlePortal(Portal::Plan::Free, row.lastUsed, row.deletesAt, now).value_or(now);
    db.run(
        "UPDATE portal SET deletes_at = ?, reminders = ? WHERE member_id = ?"_L1,
        {ms(end), remindersAt(now, end), row.id.toString()});
    write(db, row, letter::portalIdle, end);
    m_audit.record(
        db,
        {.event = audit::portalWarned,
         .data
         = {{"portal"_L1, row.id.toJson()},
            {"deletesOn"_L1, QDateTime::fromMSecsSinceEpoch(ms(end), Qt::UTC).toString(Qt::ISODate)}}});
    outcome.told.append(row.address);
    outcome.revisions.insert(PortalBell::raise(db, membersOf(db, row.id)));
}

void IdlePortals::end(Db &db, const Row &row, Outcome &outcome) const
{
    write(db, row, letter::portalEnded, *row.deletesAt);
    const std::vector<UserId> members = membersOf(db, row.id);
    removePortal(db, row.id);
    m_audit.record(
        db,
        {.event = audit::portalEnded,
         .data = {{"portal"_L1, row.id.toJson()}, {"address"_L1, row.address}, {"reason"_L1, u"idle"_s}}});
    outcome.ended.append(row.address);
    outcome.revisions.insert(PortalBell::raise(db, members));
}

void IdlePortals::write(Db &db, const Row &row, QLatin1StringView kind, Clock::TimePoint end) const
{
    for (const MemberMail &mail : memberMails(db, row.id)) {
        const PageLanguage language = languageOfReader(db, mail.user);
        m_post.post(
            db,
            {.kind = kind,
             .to = mail.address,
             .language = language,
             .values = {{u"title"_s, row.title}, {u"day"_s, dayText(end, language)}}});
    }
}

} // namespace passport
