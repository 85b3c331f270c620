// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace passport::bench {

/// One keep-alive connection of a loader to a backend on plain HTTP. As cheap as it can be, since loader and server
/// share the machine: the request is ready bytes, of the answer only status, length and body are looked at.
class LoadConnection {
public:
    LoadConnection(boost::asio::io_context &context, boost::asio::ip::tcp::endpoint server);

    /// Sends the bytes and reads one answer, which must have a Content-Length; connects first if need be. Returns the
    /// status. Throws boost::system::system_error.
    boost::asio::awaitable<int> exchange(std::string_view request);

    /// Of the last answer, until the next exchange.
    [[nodiscard]] std::string_view body() const { return m_body; }
    [[nodiscard]] std::string_view header(std::string_view lowerCaseName) const;

private:
    boost::asio::ip::tcp::socket m_socket;
    boost::asio::ip::tcp::endpoint m_server;
    std::string m_buffer;
    std::string_view m_head;
    std::string_view m_body;
};

/// "http://127.0.0.1:1234" → where to connect. Throws std::invalid_argument.
[[nodiscard]] boost::asio::ip::tcp::endpoint endpointOf(std::string_view url);

/// A whole POST of JSON, with more header lines ("Name: value") if wanted.
[[nodiscard]] std::string
postBytes(std::string_view path, std::string_view json, const std::vector<std::string> &headers = {});

/// The value below which that share (0…1) of the values lies; sorts them.
[[nodiscard]] double percentile(std::vector<double> &values, double share);

} // namespace passport::bench
