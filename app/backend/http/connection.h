// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/http/callerline.h"
#include "backend/http/dispatch.h"
#include "backend/http/refusal.h"
#include "backend/http/requestcheck.h"
#include "backend/http/responsehead.h"
#include "backend/http/websocketsession.h"
#include "protocol/errorcodes.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/websocket/rfc6455.hpp>
#include <netinet/in.h>
#include <netinet/tcp.h>

namespace passport {

/// One HTTP/1.x connection: a coroutine that reads, checks, answers, in order, until one side has enough; or hands its
/// stream over to a WebSocketSession. `Wire` says what TCP and TLS do differently:
///   Wire::Stream                        what HTTP is read from and written to
///   Wire::Next                          what a websocket goes on with
///   Wire::handshake(Stream &)           awaitable<bool>
///   Wire::finish(Stream &)              awaitable<void>, the polite end
///   Wire::release(Stream &)             Next
template <typename Wire>
class Connection final : public OpenConnection, public std::enable_shared_from_this<Connection<Wire>> {
public:
    using Stream = typename Wire::Stream;
    using Session = WebSocketSession<typename Wire::Next>;
    template <typename T> using Awaitable = boost::asio::awaitable<T>;

    Connection(Stream stream, Peer peer, Transport &transport)
        : m_stream(std::move(stream))
        , m_peer(std::move(peer))
        , m_transport(transport)
        , m_buffer(transport.limits.headBytes + firstRead)
        , m_line(std::make_shared<CallerLine>(lowest().socket().native_handle()))
    {
        m_buffer.reserve(firstRead);
        transport.open.push_back(*this);
    }

    ~Connection() override { m_line->cut(); }

    Awaitable<void> run()
    {
        const auto self = this->shared_from_this();
        lowest().expires_after(m_transport.limits.read);
        bool more = co_await Wire::handshake(m_stream);
        while (more && !m_transport.stopping)
            more = co_await serveNext();
        m_line->cut();
        if (m_handedOver)
            co_return;
        lowest().expires_after(m_transport.limits.closing);
        co_await Wire::finish(m_stream);
        co_await drain();
        lowest().close();
    }

    void shutDown() override
    {
        if (m_waiting)
            lowest().cancel();
    }
    void cut() override
    {
        m_line->cut();
        lowest().close();
    }

private:
    using Parser = boost::beast::http::request_parser<boost::beast::http::string_body>;
    /// One more while it lives.
    class Counted {
    public:
        explicit Counted(int &count)
            : m_count(count)
        {
            ++m_count;
        }
        Counted(const Counted &) = delete;
        Counted &operator=(const Counted &) = delete;
        ~Counted() { --m_count; }

    private:
        int &m_count;
    };
    static constexpr std::size_t firstRead = 4096; ///< Most requests in one read.
    static constexpr auto result = boost::asio::as_tuple(boost::asio::use_awaitable);

    auto &lowest() { return boost::beast::get_lowest_layer(m_stream); }

    /// One request and its answer. False: that was the last one.
    Awaitable<bool> serveNext()
    {
        if (m_answered > 0 && m_buffer.size() == 0 && !co_await awaitFirstBytes())
            co_return false;
        Parser parser;
        parser.header_limit(m_transport.limits.headBytes);
        parser.body_limit(std::max(m_transport.limits.bodyBytes, m_transport.routes.largestUpload()));
        lowest().expires_after(m_transport.limits.read);
        const boost::system::error_code headError = co_await readHead(parser);
        if (headError)
            co_return co_await refuse(headError);
        if (boost::beast::websocket::is_upgrade(parser.get()))
            co_return co_await upgrade(parser);
        if (!isBodyAllowed(parser))
            co_return co_await refuse(make_error_code(boost::beast::http::error::body_limit));
        if (m_upload && m_transport.uploads >= m_transport.limits.uploads)
            co_return co_await refuseWith(503, code::overloaded);
        if (!co_await continueIfAsked(parser))
            co_return false;
        const boost::system::error_code bodyError = co_await readBody(parser);
        if (bodyError)
            co_return co_await refuse(bodyError);
        co_return co_await answer(parser);
    }

    /// The parser's own limit counts only what it has not yet parsed, so an endless row of short headers passes it.
    Awaitable<boost::system::error_code> readHead(Parser &parser)
    {
        std::size_t taken = 0;
        while (!parser.is_header_done()) {
            const auto [ec, size] = co_await boost::beast::http::async_read_some(m_stream, m_buffer, parser, result);
            if (ec)
                co_return ec;
            taken += size;
            if (taken > m_transport.limits.headBytes)
                co_return make_error_code(boost::beast::http::error::header_limit);
        }
        co_return boost::system::error_code{};
    }

    /// The parser judged Content-Length by the largest limit there is; now that the target is known, by its own.
    bool isBodyAllowed(Parser &parser)
    {
        const auto &head = parser.get();
        const auto target = head.target();
        const std::uint64_t upload
            = m_transport.routes.uploadBytes({target.data(), static_cast<qsizetype>(target.size())});
        const bool mayUpload = upload > 0 && head.find(boost::beast::http::field::authorization) != head.end();
        const std::uint64_t most = mayUpload ? upload : m_transport.limits.bodyBytes;
        const std::uint64_t announced = parser.content_length().value_or(0);
        parser.body_limit(most); // of a chunked body
        m_upload = mayUpload && (parser.chunked() || announced > m_transport.limits.bodyBytes);
        return announced <= most;
    }

    /// A file may take longer than a body, as long as it moves.
    Awaitable<boost::system::error_code> readBody(Parser &parser)
    {
        if (!m_upload) {
            const auto [ec, size] = co_await boost::beast::http::async_read(m_stream, m_buffer, parser, result);
            co_return ec;
        }
        const Counted counted(m_transport.uploads);
        const auto end = std::chrono::steady_clock::now() + m_transport.limits.upload;
        while (!parser.is_done()) {
            lowest().expires_at(std::min(end, std::chrono::steady_clock::now() + m_transport.limits.read));
            const auto [ec, size] = co_await boost::beast::http::async_read_some(m_stream, m_buffer, parser, result);
            if (ec)
                co_return ec;
        }
        co_return boost::system::error_code{};
    }

    /// Between requests a connection may rest longer than a head may take.
    Awaitable<bool> awaitFirstBytes()
    {
        m_waiting = true;
        lowest().expires_after(m_transport.limits.keepAlive);
        const auto [ec, size] = co_await m_stream.async_read_some(m_buffer.prepare(firstRead), result);
        m_waiting = false;
        m_buffer.commit(size);
        co_return !ec;
    }

    Awaitable<bool> continueIfAsked(Parser &parser)
    {
        if (!boost::beast::iequals(parser.get()[boost::beast::http::field::expect], "100-continue"))
            co_return true;
        static constexpr std::string_view goOn = "HTTP/1.1 100 Continue\r\n\r\n";
        const auto [ec, size] = co_await boost::asio::async_write(m_stream, boost::asio::buffer(goOn), result);
        co_return !ec;
    }

    /// What could not be read is answered if that makes sense; the connection ends in any case, for nobody knows where
    /// the next request would begin.
    Awaitable<bool> refuse(boost::system::error_code ec)
    {
        namespace http = boost::beast::http;
        const bool isHttp = ec.category() == http::make_error_code(http::error::bad_method).category();
        if (!isHttp || ec == http::error::end_of_stream || ec == http::error::partial_message)
            co_return false; // gone, silent or too slow
        const bool longHead = ec == http::error::header_limit || ec == http::error::buffer_overflow;
        const int status = longHead ? 431 : ec == http::error::body_limit ? 413 : 400;
        co_return co_await refuseWith(status, status == 413 ? code::tooLarge : code::invalidRequest);
    }

    Awaitable<bool> refuseWith(int status, QLatin1StringView code)
    {
        const QByteArray requestId = m_transport.nextRequestId();
        logLine("(unreadable)", status, requestId);
        const HttpResponse response = refusal(status, code, requestId);
        co_await write(response, {.keepAlive = false, .secure = m_peer.secure}, requestId);
        co_return false;
    }

    Awaitable<bool> answer(Parser &parser)
    {
        const AnswerForm asked{
            .keepAlive = parser.get().keep_alive(),
            .http10 = parser.get().version() < 11,
            .headOnly = parser.get().method() == boost::beast::http::verb::head,
            .secure = m_peer.secure};
        m_started = std::chrono::steady_clock::now();
        auto checked = checkedRequest(parser.get(), m_peer, m_transport);
        if (const auto *refused = std::get_if<HttpResponse>(&checked)) {
            logLine("(refused)", refused->status, {});
            AnswerForm last = asked;
            last.keepAlive = false;
            co_await write(*refused, last, m_transport.nextRequestId());
            co_return false;
        }
        auto &request = std::get<HttpRequest>(checked);
        request.line = m_line;
        co_return co_await answerChecked(request, asked);
    }

    Awaitable<bool> answerChecked(const HttpRequest &request, AnswerForm form)
    {
        lowest().expires_never();
        const Answer answer = co_await dispatch(m_transport, request);
        const std::optional<Faults::Kind> kind = answer.fault ? std::optional(answer.fault->kind) : std::nullopt;
        if (kind == Faults::Kind::DropBefore)
            co_return false;
        form.secure = request.secure;
        form.keepAlive = form.keepAlive && !m_transport.stopping;
        logLine(request.method + ' ' + maskedTarget(request.target), answer.response.status, request.requestId);
        if (kind == Faults::Kind::DropAfter)
            co_return false;
        if (kind == Faults::Kind::DropMidBody || kind == Faults::Kind::Garble)
            co_return co_await writeSpoilt(answer.response, form, request.requestId, *kind);
        co_return (co_await write(answer.response, form, request.requestId)) && form.keepAlive;
    }

    Awaitable<bool> write(const HttpResponse &response, AnswerForm form, const QByteArray &requestId)
    {
        const QByteArray head = responseHead(response, form, requestId);
        const bool bare = form.headOnly || response.status == 304 || response.status == 204;
        const std::array<boost::asio::const_buffer, 2> parts{
            boost::asio::const_buffer(head.constData(), static_cast<std::size_t>(head.size())),
            boost::asio::const_buffer(
                response.body.constData(), bare ? 0 : static_cast<std::size_t>(response.body.size()))};
        lowest().expires_after(m_transport.limits.write);
        const auto [ec, size] = co_await boost::asio::async_write(m_stream, parts, result);
        ++m_answered;
        ++m_transport.answersByClass.at(static_cast<std::size_t>(response.status / 100) % 6);
        co_return !ec;
    }

    /// A test wants the answer cut in half or garbled.
    Awaitable<bool> writeSpoilt(HttpResponse response, AnswerForm form, const QByteArray &requestId, Faults::Kind kind)
    {
        const qsizetype half = response.body.size() / 2;
        if (kind == Faults::Kind::Garble) {
            response.body.replace(half, response.body.size() - half, QByteArray(response.body.size() - half, '\xff'));
            co_return (co_await write(response, form, requestId)) && form.keepAlive;
        }
        QByteArray text = responseHead(response, form, requestId) + response.body.first(half);
        const boost::asio::const_buffer part(text.constData(), static_cast<std::size_t>(text.size()));
        co_await boost::asio::async_write(m_stream, part, result);
        co_return false;
    }

    /// True: the upgrade was refused and the connection goes on.
    Awaitable<bool> upgrade(Parser &parser)
    {
        m_started = std::chrono::steady_clock::now();
        BeastRequest message = parser.release();
        auto checked = checkedRequest(message, m_peer, m_transport);
        if (const auto *refused = std::get_if<HttpResponse>(&checked)) {
            co_await write(*refused, {.keepAlive = false, .secure = m_peer.secure}, m_transport.nextRequestId());
            co_return false;
        }
        const auto &request = std::get<HttpRequest>(checked);
        const WebSocketHandler *handler = m_transport.routes.findWebSocket(request.path);
        if (!handler)
            co_return co_await answerChecked(request, {.keepAlive = false, .secure = m_peer.secure});
        if (const std::optional<HttpResponse> unfit = refusedUpgrade(request)) {
            logLine(request.method + ' ' + maskedTarget(request.target), unfit->status, request.requestId);
            co_await write(*unfit, {.keepAlive = false, .secure = request.secure}, request.requestId);
            co_return false;
        }
        lowest().expires_never();
        WebSocketAnswer decision = co_await dispatchUpgrade(m_transport, *handler, request);
        const auto *refused = std::get_if<HttpResponse>(&decision);
        if (refused) {
            logLine(request.method + ' ' + maskedTarget(request.target), refused->status, request.requestId);
            co_await write(*refused, {.keepAlive = false, .secure = request.secure}, request.requestId);
            co_return false;
        }
        if (co_await handOver(message, std::move(std::get<0>(decision))))
            logLine(request.method + ' ' + maskedTarget(request.target), 101, request.requestId);
        co_return false;
    }

    /// False: the other side went before the handshake was done.
    Awaitable<bool> handOver(const BeastRequest &message, std::unique_ptr<WebSocketListener> listener)
    {
        namespace websocket = boost::beast::websocket;
        m_handedOver = true;
        lowest().expires_never();
        typename Session::Stream socket(Wire::release(m_stream));
        prepare(socket);
        const auto [ec] = co_await socket.async_accept(message, result);
        if (ec)
            co_return false;
        const auto session
            = std::make_shared<Session>(std::move(socket), std::move(listener), std::move(m_peer.slot), m_transport);
        boost::asio::co_spawn(session->executor(), session->run(), boost::asio::detached);
        co_return true;
    }

    void prepare(typename Session::Stream &socket)
    {
        namespace websocket = boost::beast::websocket;
        websocket::stream_base::timeout times{};
        times.handshake_timeout = m_transport.limits.closing;
        times.idle_timeout = websocket::stream_base::none();
        times.keep_alive_pings = false;
        socket.set_option(times);
        socket.read_message_max(m_transport.limits.messageBytes);
        socket.auto_fragment(false);
        // The kernel gives up a peer that takes nothing for 30 s: three pings unanswered at the TCP level. Costs no
        // timer.
        const int patience = 30'000;
        ::setsockopt(tcpOf(socket).native_handle(), IPPROTO_TCP, TCP_USER_TIMEOUT, &patience, sizeof patience);
    }

    /// Reads on a little after our last word, so that the other side gets it and not a reset.
    Awaitable<void> drain()
    {
        std::size_t left = 256 * 1024;
        std::array<char, 4096> nowhere{};
        while (left > nowhere.size()) {
            const auto [ec, size] = co_await lowest().async_read_some(boost::asio::buffer(nowhere), result);
            if (ec)
                co_return;
            left -= size;
        }
    }

    void logLine(const QByteArray &what, int status, const QByteArray &requestId)
    {
        logAccess(m_transport, m_peer.address, what, status, m_started, requestId);
    }

    Stream m_stream;
    Peer m_peer;
    Transport &m_transport;
    boost::beast::flat_buffer m_buffer;
    const std::shared_ptr<CallerLine> m_line;
    std::chrono::steady_clock::time_point m_started = std::chrono::steady_clock::now();
    quint64 m_answered = 0;
    bool m_waiting = false;
    bool m_upload = false; ///< The body under way is a file.
    bool m_handedOver = false;
};

} // namespace passport
