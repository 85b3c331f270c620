// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <memory>
#include <optional>
#include <vector>

namespace passport {

class CallerLine;

struct HttpHeader {
    QByteArray name; ///< Lower case in requests.
    QByteArray value;
};

/// One request as the controllers see it: checked, decoded, independent of the library that read it.
struct HttpRequest {
    QByteArray method; ///< "GET", upper case.
    QByteArray path; ///< Percent-decoded: "/rest/passport.qr.open". Begins with '/'.
    QByteArray query; ///< As sent, without '?'.
    QByteArray target; ///< As sent: path and query. For DPoP's htu and for redirects; never logged as it is (SR-22).
    std::vector<HttpHeader> headers;
    QByteArray body;
    QByteArray remoteAddress; ///< Of the client as text; behind a proxy what the proxy says (--behind-proxy).
    bool secure = false; ///< TLS here or at the proxy: cookies get `Secure`.
    QByteArray requestId; ///< Also in the answer's X-Request-Id and in the access log (SR-47).
    std::shared_ptr<const CallerLine> line = {}; ///< On which the answer is awaited; null: nobody can say.

    /// The first header of that lower-case name; empty if there is none.
    [[nodiscard]] QByteArray header(QByteArrayView lowerCaseName) const;
    /// A cookie's value; nothing if the request has none of that name.
    [[nodiscard]] std::optional<QByteArray> cookie(QByteArrayView name) const;
    /// The first query parameter of that name, percent-decoded ('+' is a space); nothing if absent.
    [[nodiscard]] std::optional<QByteArray> queryItem(QByteArrayView name) const;
    /// The n-th non-empty part of the path: of "/p/romashka/rest/x" number 1 is "romashka". Empty past the end.
    [[nodiscard]] QByteArray segment(int index) const;
};

/// An answer. Content-Length, Date, Connection and the security headers are added by the transport; a header set
/// here (Cache-Control, Content-Security-Policy, …) replaces the transport's own.
struct HttpResponse {
    int status = 200;
    QByteArray contentType; ///< Empty: no Content-Type.
    QByteArray body;
    std::vector<HttpHeader> headers;

    static HttpResponse text(int status, const QByteArray &line); ///< text/plain, UTF-8.
    static HttpResponse redirect(const QByteArray &location); ///< 302
};

enum class Plus { IsSpace, IsPlus };
/// Undoes %XX. Nothing if an escape is broken.
[[nodiscard]] std::optional<QByteArray> percentDecoded(QByteArrayView text, Plus plus);

/// Pairs of `name=value&…`, percent-decoded, in order: a query or an application/x-www-form-urlencoded body.
/// Nothing if an escape is broken.
[[nodiscard]] std::optional<std::vector<HttpHeader>> parseForm(QByteArrayView text);

} // namespace passport
