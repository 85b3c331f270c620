// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/backendoptions.h"
#include "backend/clock.h"
#include "backend/http/faults.h"
#include "protocol/result.h"

#include <QString>
#include <boost/asio/io_context.hpp>
#include <memory>

namespace passport {

class Areas;
class Foundation;

/// The whole reference server in an object: a thread of its own that runs one io_context, workers for the database and
/// for hashes. The program starts one; tests start theirs in process, on a port chosen by the system.
class Backend {
public:
    struct Urls {
        QString url; ///< Where clients go: --public-url or http(s)://address:port.
        QString adminUrl;
    };

    /// Both outlive the backend. Tests move the clock and switch faults; the program leaves them alone, and nothing
    /// of them can be reached from the network.
    Backend(BackendOptions options, const Clock &clock, Faults &faults);
    ~Backend(); ///< stop()
    Backend(const Backend &) = delete;
    Backend &operator=(const Backend &) = delete;

    /// Opens the data, takes the ports, begins to serve. Error::detail is one sentence: what happened, what to do.
    [[nodiscard]] Result<Urls> start();
    /// Stops accepting, tells the sockets (`server_restart`), ends open requests, within 5 s. May be called twice.
    void stop();
    /// For tests, as `kill -9` would: nothing is said to anybody, no answer is finished.
    void kill();

    [[nodiscard]] quint16 port() const;

    // Only while started, for tests.
    [[nodiscard]] boost::asio::io_context &io();
    [[nodiscard]] Foundation &foundation(); ///< On the I/O thread, as all of the next.
    [[nodiscard]] Areas &areas();

private:
    struct Running;

    [[nodiscard]] Result<Urls> listen();
    void end(); ///< After the I/O thread was told to end.

    const BackendOptions m_options;
    const Clock &m_clock;
    Faults &m_faults;
    std::unique_ptr<Running> m_running;
};

} // namespace passport
