// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/http/httpserver.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <future>
#include <thread>

namespace passport {

/// The transport alone, with the test's own routes, on a port chosen by the system and a thread of its own.
class TransportFixture {
public:
    explicit TransportFixture(
        Routes routes, HttpLimits limits = {}, std::optional<TlsFiles> tls = {}, int log = AccessLog::nowhere,
        bool behindProxy = false)
        : m_routes(std::move(routes))
        , m_log(log)
        , m_transport(m_routes, m_faults, m_log, limits, behindProxy)
        , m_server(m_io, m_transport)
    {
        const Result<quint16> port = m_server.listen("127.0.0.1", 0, tls);
        if (port)
            m_port = *port;
        m_server.accept();
        m_thread = std::thread([this] { m_io.run(); });
    }
    ~TransportFixture()
    {
        boost::asio::post(m_io, [this] { m_io.stop(); });
        m_thread.join();
    }

    [[nodiscard]] quint16 port() const { return m_port; }
    Faults &faults() { return m_faults; }
    /// Runs on the I/O thread and waits for it.
    template <typename F> auto onThread(F job)
    {
        std::packaged_task<std::invoke_result_t<F>()> task(std::move(job));
        auto result = task.get_future();
        boost::asio::post(m_io, [&task] { task(); });
        return result.get();
    }
    void shutDown()
    {
        onThread([this] { m_server.shutDown(); });
    }
    Transport &transport() { return m_transport; }

private:
    Faults m_faults;
    const Routes m_routes;
    AccessLog m_log;
    Transport m_transport;
    boost::asio::io_context m_io{1};
    HttpServer m_server;
    quint16 m_port = 0;
    std::thread m_thread;
};

} // namespace passport
