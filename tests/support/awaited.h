// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <exception>
#include <optional>

namespace passport {

namespace detail {

template <typename T> boost::asio::awaitable<void> keep(boost::asio::awaitable<T> work, std::optional<T> &outcome)
{
    outcome.emplace(co_await std::move(work));
}

} // namespace detail

inline void awaited(boost::asio::awaitable<void> work)
{
    boost::asio::io_context io;
    std::exception_ptr problem;
    boost::asio::co_spawn(io, std::move(work), [&](std::exception_ptr thrown) { problem = thrown; });
    io.run();
    if (problem)
        std::rethrow_exception(problem);
}

/// Runs a coroutine of the backend to its end on the calling thread and hands back what it returned or threw.
template <typename T> T awaited(boost::asio::awaitable<T> work)
{
    std::optional<T> outcome; // co_spawn itself would want a T that can be made of nothing
    awaited(detail::keep(std::move(work), outcome));
    return std::move(*outcome);
}

} // namespace passport
