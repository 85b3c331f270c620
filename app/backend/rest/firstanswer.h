// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/rest/method.h"
#include "backend/store/store.h"

namespace passport {

/// The answer of a call that has an idempotencyKey, written in the transaction of the change itself: whatever happens
/// between the two, a repeat finds both or neither (api.md 1).
class FirstAnswer {
public:
    /// `name` as Idempotency::nameOf() made it; `user` 0 for nobody; `now` in Unix milliseconds.
    FirstAnswer(QByteArray name, UserId user, qint64 now)
        : m_name(std::move(name))
        , m_user(user)
        , m_now(now)
    {
    }

    /// Once, in a write transaction, when the change is made. Throws StoreError.
    void keep(Db &db, const QJsonValue &answer);
    [[nodiscard]] bool isKept() const { return m_kept; }

    static constexpr std::chrono::milliseconds life = std::chrono::hours(24);

private:
    QByteArray m_name;
    UserId m_user; // with whose Passport it goes
    qint64 m_now;
    bool m_kept = false;
};

/// In the transaction of a change, where the rest of the answer is not the job's: `answer` for a repeat of the call.
template <typename R> void keepAnswer(Db &db, const Call &call, const R &answer)
{
    if (call.first)
        call.first->keep(db, answer.toJson());
}

/// `job` in a write transaction, together with its answer where the call may be repeated. `job` returns the
/// Result<Response> of the call and is only given references (see Store::write).
template <typename F>
auto writeOnce(Store &store, const Call &call, F job) -> boost::asio::awaitable<std::invoke_result_t<F &, Db &>>
{
    const auto whole = [&](Db &db) {
        auto answer = job(db);
        if (answer)
            keepAnswer(db, call, *answer);
        return answer;
    };
    co_return co_await store.write(whole);
}

} // namespace passport
