// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/store/store.h"

#include <boost/asio/awaitable.hpp>
#include <chrono>
#include <functional>
#include <vector>

namespace passport {

/// Notices what a subcommand of another process (`setting set`, `user block`, …) has changed in the database while the
/// server runs, so that it holds at once and not at the next start.
class OutsideChanges {
public:
    using Listener = std::function<boost::asio::awaitable<void>()>;

    /// Changes count from here on: make it before reading what they would change. 250 ms: "at once" for a person; one
    /// read of one row each time.
    explicit OutsideChanges(Store &store, std::chrono::milliseconds interval = std::chrono::milliseconds(250));

    /// For the subcommand, in the transaction of its change.
    static void mark(Db &db);

    void add(Listener listener); ///< Runs on the I/O thread, in the order of adding.
    /// Looks for ever; spawn it on the io_context.
    boost::asio::awaitable<void> watch();

private:
    Store &m_store;
    const std::chrono::milliseconds m_interval;
    qint64 m_seen;
    std::vector<Listener> m_listeners;
};

} // namespace passport
