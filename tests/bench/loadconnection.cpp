// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "bench/loadconnection.h"

#include <algorithm>
#include <boost/asio/buffer.hpp>
#include <boost/asio/read.hpp>
#include <boost/asio/read_until.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <charconv>
#include <stdexcept>

namespace passport::bench {

namespace asio = boost::asio;

LoadConnection::LoadConnection(asio::io_context &context, asio::ip::tcp::endpoint server)
    : m_socket(context)
    , m_server(std::move(server))
{
}

asio::awaitable<int> LoadConnection::exchange(std::string_view request)
{
    if (!m_socket.is_open()) {
        co_await m_socket.async_connect(m_server, asio::use_awaitable);
        m_socket.set_option(asio::ip::tcp::no_delay(true));
    }
    co_await asio::async_write(m_socket, asio::buffer(request), asio::use_awaitable);
    m_buffer.clear();
    auto buffer = asio::dynamic_buffer(m_buffer);
    const std::size_t headSize = co_await asio::async_read_until(m_socket, buffer, "\r\n\r\n", asio::use_awaitable);
    m_head = std::string_view(m_buffer).substr(0, headSize);
    const auto length = header("content-length");
    std::size_t bodySize = 0;
    std::from_chars(length.data(), length.data() + length.size(), bodySize);
    const std::size_t missing = headSize + bodySize - std::min(m_buffer.size(), headSize + bodySize);
    if (missing > 0)
        co_await asio::async_read(m_socket, buffer, asio::transfer_exactly(missing), asio::use_awaitable);
    m_head = std::string_view(m_buffer).substr(0, headSize); // the buffer may have moved
    m_body = std::string_view(m_buffer).substr(headSize, bodySize);
    int status = 0;
    std::from_chars(m_head.data() + 9, m_head.data() + 12, status); // after "HTTP/1.1 "
    if (header("connection") == "close")
        m_socket.close();
    co_return status;
}

std::string_view LoadConnection::header(std::string_view lowerCaseName) const
{
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
    for (std::size_t line = m_head.find("\r\n"); line + 2 < m_head.size(); line = m_head.find("\r\n", line + 2)) {
        const auto text = m_head.substr(line + 2, m_head.find("\r\n", line + 2) - line - 2);
        const auto colon = text.find(':');
        if (colon != lowerCaseName.size())
            continue;
        if (!std::equal(lowerCaseName.begin(), lowerCaseName.end(), text.begin(), [&](char a, char b) {
                return a == lower(b);
            }))
            continue;
        return text.substr(std::min(text.find_first_not_of(' ', colon + 1), text.size()));
    }
    return {};
}

asio::ip::tcp::endpoint endpointOf(std::string_view url)
{
    constexpr std::string_view scheme = "http://";
    const auto colon = url.rfind(':');
    if (!url.starts_with(scheme) || colon <= scheme.size())
        throw std::invalid_argument("expected http://ADDRESS:PORT");
    unsigned short port = 0;
    std::from_chars(url.data() + colon + 1, url.data() + url.size(), port);
    return {asio::ip::make_address(std::string(url.substr(scheme.size(), colon - scheme.size()))), port};
}

std::string postBytes(std::string_view path, std::string_view json, const std::vector<std::string> &headers)
{
    std::string bytes = "POST ";
    bytes.append(path).append(" HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n");
    for (const auto &line : headers)
        bytes.append(line).append("\r\n");
    bytes.append("Content-Length: ").append(std::to_string(json.size())).append("\r\n\r\n").append(json);
    return bytes;
}

double percentile(std::vector<double> &values, double share)
{
    if (values.empty())
        return 0;
    std::sort(values.begin(), values.end());
    return values.at(static_cast<std::size_t>(share * static_cast<double>(values.size() - 1)));
}

} // namespace passport::bench
