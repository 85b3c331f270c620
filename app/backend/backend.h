// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/backendoptions.h"
#include "backend/clock.h"
#include "backend/http/faults.h"
#include "protocol/result.h"

#include <QString>
#include <functional>
#include <memory>

namespace passport {

/// The whole reference server in an object: a thread of its own that runs one io_context, workers for the database and
/// for hashes. The program starts one; tests start theirs in process, on a port chosen by the system.
class Backend {
public:
    struct Urls {
        QString url; ///< Where clients go: --public-url or http(s)://address:port.
        QString adminUrl;
    };

    /// `clock` outlives the backend; tests move it.
    Backend(BackendOptions options, const Clock &clock);
    ~Backend(); ///< stop()
    Backend(const Backend &) = delete;
    Backend &operator=(const Backend &) = delete;

    /// Opens the data, takes the ports, begins to serve. Error::detail is one sentence: what happened, what to do.
    [[nodiscard]] Result<Urls> start();
    /// Stops accepting, tells the sockets (`server_restart`), ends open requests, within 5 s. May be called twice.
    void stop();

    [[nodiscard]] quint16 port() const;
    /// In-process only: nothing of it can be reached from the network.
    [[nodiscard]] Faults &faults() { return m_faults; }
    /// Runs `job` on the I/O thread and waits for it. Only while started.
    void onIoThread(const std::function<void()> &job);

private:
    struct Running;

    [[nodiscard]] Result<Urls> listen();

    const BackendOptions m_options;
    const Clock &m_clock;
    Faults m_faults; ///< Outlives a stop: a test may set them before start().
    std::unique_ptr<Running> m_running;
};

} // namespace passport
