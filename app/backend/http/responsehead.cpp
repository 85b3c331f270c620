// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/http/responsehead.h"

#include <algorithm>
#include <array>
#include <ctime>

namespace passport {
namespace {

struct Phrase {
    int status;
    const char *text;
};

constexpr std::array phrases{
    Phrase{200, "OK"},
    Phrase{204, "No Content"},
    Phrase{302, "Found"},
    Phrase{303, "See Other"},
    Phrase{304, "Not Modified"},
    Phrase{400, "Bad Request"},
    Phrase{401, "Unauthorized"},
    Phrase{403, "Forbidden"},
    Phrase{404, "Not Found"},
    Phrase{405, "Method Not Allowed"},
    Phrase{408, "Request Timeout"},
    Phrase{409, "Conflict"},
    Phrase{413, "Content Too Large"},
    Phrase{415, "Unsupported Media Type"},
    Phrase{422, "Unprocessable Content"},
    Phrase{426, "Upgrade Required"},
    Phrase{429, "Too Many Requests"},
    Phrase{431, "Request Header Fields Too Large"},
    Phrase{500, "Internal Server Error"},
    Phrase{501, "Not Implemented"},
    Phrase{503, "Service Unavailable"},
};

struct Header {
    const char *name;
    const char *value;
};

/// For answers that are data. Pages replace the policy by their own, still without inline (SR-42).
constexpr std::array defaults{
    Header{"Cache-Control", "no-store"},
    Header{"Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"},
    Header{"X-Content-Type-Options", "nosniff"},
    Header{"X-Frame-Options", "DENY"},
    Header{"Referrer-Policy", "no-referrer"},
    Header{"Cross-Origin-Resource-Policy", "same-origin"},
};

bool isSafe(const QByteArray &text)
{
    return std::ranges::none_of(text, [](char c) { return c == '\r' || c == '\n' || c == '\0'; });
}

bool isSet(const HttpResponse &response, const char *name)
{
    return std::ranges::any_of(response.headers, [name](const HttpHeader &header) {
        return header.name.compare(name, Qt::CaseInsensitive) == 0;
    });
}

void append(QByteArray &head, QByteArrayView name, QByteArrayView value)
{
    head.append(name).append(": ").append(value).append("\r\n");
}

} // namespace

QByteArray reasonPhrase(int status)
{
    const auto it = std::ranges::find_if(phrases, [status](const Phrase &phrase) { return phrase.status == status; });
    return it == phrases.end() ? QByteArray("Status") : QByteArray(it->text);
}

QByteArray httpDate()
{
    thread_local std::time_t lastSecond = -1;
    thread_local QByteArray lastText;
    const std::time_t now = std::time(nullptr);
    if (now != lastSecond) {
        std::tm parts{};
        gmtime_r(&now, &parts);
        std::array<char, 40> text{};
        const std::size_t size = std::strftime(text.data(), text.size(), "%a, %d %b %Y %H:%M:%S GMT", &parts);
        lastText = QByteArray(text.data(), static_cast<qsizetype>(size));
        lastSecond = now;
    }
    return lastText;
}

QByteArray responseHead(const HttpResponse &response, const AnswerForm &form, const QByteArray &requestId)
{
    QByteArray head;
    head.reserve(512);
    head.append(form.http10 ? "HTTP/1.0 " : "HTTP/1.1 ").append(QByteArray::number(response.status)).append(' ');
    head.append(reasonPhrase(response.status)).append("\r\n");
    append(head, "Date", httpDate());
    append(head, "Connection", form.keepAlive ? "keep-alive" : "close");
    if (response.status != 304 && response.status != 204)
        append(head, "Content-Length", QByteArray::number(response.body.size()));
    if (!response.contentType.isEmpty() && isSafe(response.contentType))
        append(head, "Content-Type", response.contentType);
    append(head, "X-Request-Id", requestId);
    for (const Header &header : defaults) {
        if (!isSet(response, header.name))
            append(head, header.name, header.value);
    }
    if (form.secure)
        append(head, "Strict-Transport-Security", "max-age=31536000");
    for (const HttpHeader &header : response.headers) {
        if (isSafe(header.name) && isSafe(header.value))
            append(head, header.name, header.value);
    }
    return head.append("\r\n");
}

} // namespace passport
