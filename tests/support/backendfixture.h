// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/clock.h"

#include <QString>
#include <QUrl>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <chrono>
#include <future>
#include <memory>

namespace passport {

class Areas;
class Faults;
class Foundation;

/// The real backend in this process, with its demo people, on a port chosen by the system and a thread of its own. Its
/// clock can be moved, its faults switched, and it can be killed and started again on the same data and port.
class BackendFixture {
public:
    struct Options {
        int morePortals = 0; ///< As --demo-portals.
        QString places = {}; ///< As --geoip.
    };

    BackendFixture();
    explicit BackendFixture(const Options &options);
    ~BackendFixture();
    BackendFixture(const BackendFixture &) = delete;
    BackendFixture &operator=(const BackendFixture &) = delete;

    [[nodiscard]] QUrl url() const; ///< http://127.0.0.1:<port>
    [[nodiscard]] quint16 port() const;
    [[nodiscard]] QString folder() const; ///< --data
    Clock &clock();
    Faults &faults();
    Foundation &foundation(); ///< On its thread only, see onThread().

    Areas &areas(); ///< The same: push, portals, QR.
    [[nodiscard]] quint16 adminPort() const;

    /// As SIGTERM does: sockets are told, answers finished.
    void stop();
    /// As `kill -9` would: nothing is said to anybody, nothing is finished.
    void kill();
    /// Starts again on the same data and port, with the same clock.
    void restart();

    /// Runs on the backend's thread and waits for it.
    template <typename F> auto onThread(F job)
    {
        std::packaged_task<std::invoke_result_t<F>()> task(std::move(job));
        auto result = task.get_future();
        boost::asio::post(io(), [&task] { task(); });
        return result.get();
    }

private:
    struct Private;
    boost::asio::io_context &io();

    std::unique_ptr<Private> d;
};

/// The six digits that Boris's authenticator shows at that moment of the fixture's clock.
[[nodiscard]] QString borisCode(const Clock &clock, int stepsLater = 0);

} // namespace passport
