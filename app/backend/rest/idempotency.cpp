// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/rest/idempotency.h"

#include "backend/core/crypto.h"
#include "backend/rest/envelope.h"
#include "backend/store/store.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <exception>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace passport {
namespace {

constexpr std::chrono::seconds keptInMemory = 60s;

} // namespace

Idempotency::Idempotency(Store &store, const Clock &clock)
    : m_store(store)
    , m_clock(clock)
{
}

QByteArray Idempotency::nameOf(
    const Caller &caller, const QByteArray &address, const QString &method, const QJsonObject &parameters)
{
    QJsonArray name{method, parameters.value("idempotencyKey"_L1)};
    if (caller.isSignedIn()) {
        name.append(caller.session.toString());
    } else {
        name.append(QString::fromLatin1(address));
        name.append(parameters);
    }
    return crypto::sha256(QJsonDocument(name).toJson(QJsonDocument::Compact));
}

boost::asio::awaitable<std::optional<QJsonValue>> Idempotency::begin(QByteArray name, Repeats repeats)
{
    while (const auto twin = m_running.value(name)) {
        boost::system::error_code cancelled;
        co_await twin->async_wait(boost::asio::redirect_error(boost::asio::use_awaitable, cancelled));
    }
    auto executor = co_await boost::asio::this_coro::executor;
    const auto mine
        = std::make_shared<boost::asio::steady_timer>(executor, std::chrono::steady_clock::time_point::max());
    m_running.insert(name, mine);
    std::optional<QJsonValue> answer;
    std::exception_ptr problem;
    try {
        auto asking = known(name, repeats);
        answer = co_await std::move(asking);
    } catch (...) {
        problem = std::current_exception();
    }
    if (answer || problem)
        finish(name); // no twin may wait for somebody who does not work
    if (problem)
        std::rethrow_exception(problem);
    co_return answer;
}

boost::asio::awaitable<std::optional<QJsonValue>> Idempotency::known(QByteArray name, Repeats repeats)
{
    if (repeats == Repeats::InMemory) {
        const auto kept = m_inMemory.constFind(name);
        const bool valid = kept != m_inMemory.constEnd() && kept->until > m_clock.now();
        co_return valid ? std::optional(kept->answer) : std::nullopt;
    }
    const qint64 since = m_clock.nowMs() - FirstAnswer::life.count();
    const auto job = [&](Db &db) {
        Rows rows = db.select("SELECT answer FROM answer WHERE hash = ? AND given_at > ?"_L1, {name, since});
        return rows.next() ? rows.bytes(0) : QByteArray();
    };
    const QByteArray text = co_await m_store.read(job);
    if (text.isEmpty())
        co_return std::nullopt;
    co_return QJsonDocument::fromJson(text).array().at(0);
}

boost::asio::awaitable<void>
Idempotency::remember(QByteArray name, Repeats repeats, FirstAnswer &first, QJsonValue answer)
{
    if (repeats == Repeats::InMemory) {
        const Clock::TimePoint now = m_clock.now();
        m_inMemory.removeIf([now](auto entry) { return entry.value().until <= now; });
        m_inMemory.insert(name, {std::move(answer), now + keptInMemory});
        co_return;
    }
    const auto job = [&](Db &db) { first.keep(db, answer); };
    co_await m_store.write(job);
}

void Idempotency::finish(const QByteArray &name)
{
    if (const auto timer = m_running.take(name))
        timer->cancel();
}

} // namespace passport
