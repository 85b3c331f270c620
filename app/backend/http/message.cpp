// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/http/message.h"

#include <QByteArrayList>
#include <algorithm>

namespace passport {
namespace {

int hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

QByteArrayView trimmed(QByteArrayView text)
{
    while (!text.isEmpty() && (text.front() == ' ' || text.front() == '\t'))
        text = text.sliced(1);
    while (!text.isEmpty() && (text.back() == ' ' || text.back() == '\t'))
        text.chop(1);
    return text;
}

} // namespace

std::optional<QByteArray> percentDecoded(QByteArrayView text, Plus plus)
{
    QByteArray decoded;
    decoded.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '+' && plus == Plus::IsSpace) {
            decoded.append(' ');
        } else if (c != '%') {
            decoded.append(c);
        } else {
            const int high = i + 2 < text.size() ? hexDigit(text[i + 1]) : -1;
            const int low = i + 2 < text.size() ? hexDigit(text[i + 2]) : -1;
            if (high < 0 || low < 0)
                return std::nullopt;
            decoded.append(static_cast<char>(high * 16 + low));
            i += 2;
        }
    }
    return decoded;
}

QByteArray HttpRequest::header(QByteArrayView lowerCaseName) const
{
    for (const HttpHeader &header : headers) {
        if (header.name == lowerCaseName)
            return header.value;
    }
    return {};
}

std::optional<QByteArray> HttpRequest::cookie(QByteArrayView name) const
{
    for (const HttpHeader &header : headers) {
        if (header.name != "cookie")
            continue;
        for (const QByteArray &pair : header.value.split(';')) {
            const qsizetype equals = pair.indexOf('=');
            if (equals > 0 && trimmed(QByteArrayView(pair).first(equals)) == name)
                return trimmed(QByteArrayView(pair).sliced(equals + 1)).toByteArray();
        }
    }
    return std::nullopt;
}

std::optional<QByteArray> HttpRequest::queryItem(QByteArrayView name) const
{
    const auto items = parseForm(query);
    if (!items)
        return std::nullopt;
    for (const HttpHeader &item : *items) {
        if (item.name == name)
            return item.value;
    }
    return std::nullopt;
}

QByteArray HttpRequest::segment(int index) const
{
    for (const QByteArray &part : path.split('/')) {
        if (!part.isEmpty() && index-- == 0)
            return part;
    }
    return {};
}

HttpResponse HttpResponse::text(int status, const QByteArray &line)
{
    return {.status = status, .contentType = "text/plain; charset=utf-8", .body = line, .headers = {}};
}

HttpResponse HttpResponse::redirect(const QByteArray &location)
{
    return {.status = 302, .contentType = {}, .body = {}, .headers = {{"Location", location}}};
}

std::optional<std::vector<HttpHeader>> parseForm(QByteArrayView text)
{
    std::vector<HttpHeader> items;
    while (!text.isEmpty()) {
        const qsizetype end = text.indexOf('&') < 0 ? text.size() : text.indexOf('&');
        const QByteArrayView pair = text.first(end);
        text = text.sliced(std::min(end + 1, text.size()));
        if (pair.isEmpty())
            continue;
        const qsizetype equals = pair.indexOf('=') < 0 ? pair.size() : pair.indexOf('=');
        auto name = percentDecoded(pair.first(equals), Plus::IsSpace);
        auto value = percentDecoded(pair.sliced(std::min(equals + 1, pair.size())), Plus::IsSpace);
        if (!name || !value)
            return std::nullopt;
        items.push_back({std::move(*name), std::move(*value)});
    }
    return items;
}

} // namespace passport
