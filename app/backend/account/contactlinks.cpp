// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/account/contactlinks.h"

#include "backend/account/contactmethods.h"
#include "backend/account/mask.h"
#include "backend/account/users.h"
#include "backend/http/message.h"
#include "backend/store/store.h"

using namespace Qt::StringLiterals;

namespace passport {
namespace {

using State = ContactLinks::Link::State;

State endOf(const Confirmations::Row &row)
{
    if (row.ended == "done"_L1)
        return State::Before;
    return row.ended == "refused"_L1 ? State::Refused : State::Gone;
}

} // namespace

ContactLinks::Link ContactLinks::linkOf(Db &db, const std::optional<Confirmations::Row> &row) const
{
    if (!row || row->asked.purpose != Confirmations::Purpose::Contact)
        return {};
    Link link{.state = m_confirmations.lives(*row) ? State::Waiting : endOf(*row), .value = row->asked.value};
    if (link.state != State::Waiting)
        return link;
    if (const auto person = userById(db, row->asked.user.value_or(0)))
        link.person = masked(person->firstName, person->lastName).name;
    link.askedAt = Clock::TimePoint(std::chrono::milliseconds(row->sentAt));
    return link;
}

AuditEntry
ContactLinks::entryOf(QLatin1StringView event, const Confirmations::Row &row, const HttpRequest &request) const
{
    QJsonObject data = m_contacts.dataOf(row.asked);
    data.insert("by"_L1, u"link"_s);
    return {
        .event = event,
        .actor = row.asked.user,
        .address = QString::fromLatin1(request.remoteAddress),
        .requestId = QString::fromLatin1(request.requestId),
        .data = data};
}

boost::asio::awaitable<ContactLinks::Link> ContactLinks::lookAt(QString secret)
{
    const auto job = [&](Db &db) { return linkOf(db, m_confirmations.findByLink(db, secret)); };
    co_return co_await m_.store.read(job);
}

boost::asio::awaitable<ContactLinks::Link> ContactLinks::follow(QString secret, const HttpRequest &request)
{
    UserId user = 0;
    const auto job = [&](Db &db) -> Link {
        const auto row = m_confirmations.findByLink(db, secret);
        Link link = linkOf(db, row);
        if (link.state != State::Waiting)
            return link;
        const Result<ContactBound> bound
            = m_contacts.bind(db, *row, entryOf(audit::contactBound, *row, request), request);
        user = bound ? row->asked.user.value_or(0) : 0;
        link.state = bound ? State::Done : State::Gone;
        return link;
    };
    const Link link = co_await m_.store.write(job);
    if (user != 0) {
        auto ringing = m_contacts.ring(user);
        co_await std::move(ringing);
    }
    co_return link;
}

boost::asio::awaitable<ContactLinks::Link> ContactLinks::refuse(QString secret, const HttpRequest &request)
{
    UserId user = 0;
    const auto job = [&](Db &db) -> Link {
        const auto row = m_confirmations.findByLink(db, secret);
        Link link = linkOf(db, row);
        if (link.state != State::Waiting)
            return link;
        Confirmations::refuse(db, *row);
        m_.audit.record(db, entryOf(audit::contactRefused, *row, request));
        user = row->asked.user.value_or(0);
        link.state = State::Refused;
        return link;
    };
    const Link link = co_await m_.store.write(job);
    if (user != 0) {
        auto ringing = m_contacts.ring(user);
        co_await std::move(ringing);
    }
    co_return link;
}

} // namespace passport
