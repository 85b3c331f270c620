// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/http/requestcheck.h"

#include "backend/http/refusal.h"
#include "protocol/errorcodes.h"

#include <algorithm>
#include <boost/asio/ip/address.hpp>

namespace passport {
namespace {

namespace http = boost::beast::http;

template <typename View> QByteArray toBytes(const View &text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

/// "/path?query" of origin-form and absolute-form (RFC 9112 3.2); empty for every other form.
QByteArray originForm(const QByteArray &target)
{
    if (target.startsWith('/'))
        return target;
    for (const QByteArrayView scheme : {QByteArrayView("http://"), QByteArrayView("https://")}) {
        if (!target.startsWith(scheme))
            continue;
        const qsizetype slash = target.indexOf('/', scheme.size());
        return slash < 0 ? QByteArray("/") : target.sliced(slash);
    }
    return {};
}

bool hasControl(QByteArrayView text)
{
    return std::any_of(
        text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; });
}

bool isAmbiguous(const BeastRequest &message)
{
    const auto hosts = message.count(http::field::host);
    if (hosts > 1 || (hosts == 0 && message.version() >= 11) || message.count(http::field::authorization) > 1)
        return true;
    const auto coding = message.find(http::field::transfer_encoding);
    return coding != message.end()
        && (message.version() < 11 || message.count(http::field::transfer_encoding) > 1
            || message.count(http::field::content_length) > 0 || !boost::beast::iequals(coding->value(), "chunked"));
}

void readHeaders(const BeastRequest &message, HttpRequest &request)
{
    request.headers.reserve(16);
    for (const auto &field : message) {
        const auto name = field.name_string();
        request.headers.push_back({toBytes(name).toLower(), toBytes(field.value())});
    }
}

/// The last address of X-Forwarded-For: the one our own proxy has seen. Anything before it the client may have written.
void readForwarded(HttpRequest &request)
{
    const QByteArray last = request.header("x-forwarded-for").split(',').last().trimmed();
    boost::system::error_code ec;
    const auto address = boost::asio::ip::make_address(last.toStdString(), ec);
    if (!ec)
        request.remoteAddress = QByteArray::fromStdString(address.to_string());
    request.secure = request.header("x-forwarded-proto") == "https";
}

} // namespace

std::variant<HttpRequest, HttpResponse> checkedRequest(BeastRequest &message, const Peer &peer, Transport &transport)
{
    HttpRequest request;
    request.requestId = transport.nextRequestId();
    request.target = toBytes(message.target());
    const bool wholeServer = message.method() == http::verb::options && request.target == "*";
    if (isAmbiguous(message))
        return refusal(400, code::invalidRequest, request.requestId);
    if (message.method() == http::verb::unknown || message.method() == http::verb::connect
        || message.method() == http::verb::trace)
        return refusal(501, code::invalidRequest, request.requestId);
    const QByteArray target = wholeServer ? QByteArray("/*") : originForm(request.target);
    const qsizetype question = target.indexOf('?');
    const auto path = percentDecoded(target.first(question < 0 ? target.size() : question), Plus::IsPlus);
    request.query = question < 0 ? QByteArray() : target.sliced(question + 1);
    if (!path || path->isEmpty() || hasControl(*path) || !parseForm(request.query))
        return refusal(400, code::invalidRequest, request.requestId);
    request.method = toBytes(message.method_string());
    request.path = *path;
    readHeaders(message, request);
    request.body = toBytes(message.body());
    message.body().clear();
    request.remoteAddress = peer.address;
    request.secure = peer.secure;
    if (transport.behindProxy && peer.loopback)
        readForwarded(request);
    return request;
}

std::optional<HttpResponse> refusedUpgrade(const HttpRequest &request)
{
    if (request.header("sec-websocket-version") != "13") {
        HttpResponse response = refusal(426, code::invalidRequest, request.requestId);
        response.headers.push_back({"Upgrade", "websocket"});
        response.headers.push_back({"Sec-WebSocket-Version", "13"});
        return response;
    }
    const QByteArray text = request.header("sec-websocket-key");
    const auto key = QByteArray::fromBase64Encoding(text, QByteArray::AbortOnBase64DecodingErrors);
    constexpr qsizetype keyBytes = 16;
    if (!key || key.decoded.size() != keyBytes || key.decoded.toBase64() != text)
        return refusal(400, code::invalidRequest, request.requestId);
    return std::nullopt;
}

} // namespace passport
