// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/web/webpages.h"

#include "backend/account/mask.h"
#include "backend/account/users.h"
#include "backend/identity/cookies.h"
#include "backend/identity/sessions.h"
#include "backend/rest/parameters.h"
#include "backend/store/store.h"

using namespace Qt::StringLiterals;

namespace passport {

ExtraHeaders pageHeaders()
{
    return {
        {"Content-Security-Policy",
         "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
         "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"},
        {"Referrer-Policy", "no-referrer"},
        {"X-Frame-Options", "DENY"},
        {"Cache-Control", "no-store"},
    };
}

QString pageTime(std::chrono::seconds left)
{
    const qint64 seconds = left.count();
    return u"%1:%2"_s.arg(seconds / 60).arg(seconds % 60, 2, 10, QChar(u'0'));
}

WebPages::WebPages(const Parts &parts)
    : m_(parts)
    , m_authenticator(parts.sessions, parts.dpop, parts.cookies)
{
}

std::optional<HttpResponse> WebPages::lookedAtAgain(const HttpRequest &request)
{
    if (!Cookies::isCrossSite(request) || Cookies::sidOf(request))
        return std::nullopt;
    HttpResponse response;
    response.contentType = "text/html; charset=utf-8";
    response.body = R"(<!doctype html><html><head><title></title><link rel="icon" href="/web/icon.svg">)"
                    R"(<meta http-equiv="refresh" content="0"></head></html>)";
    response.headers = pageHeaders();
    return response;
}

boost::asio::awaitable<Visitor> WebPages::visitorOf(const HttpRequest &request)
{
    Visitor visitor;
    visitor.language = languageOf(request.header("accept-language"));
    const auto sid = Cookies::sidOf(request);
    visitor.caller.sid = sid ? *sid : Cookies::newSid();
    if (!sid) {
        visitor.headers.push_back({"Set-Cookie", Cookies::setCookie(visitor.caller.sid, request, false)});
        co_return visitor;
    }
    auto finding = m_.sessions.find(Sessions::Kind::Cookie, *sid);
    const Result<Credential> found = co_await std::move(finding);
    if (!found)
        co_return visitor;
    visitor.caller.kind = Caller::Kind::Cookie;
    visitor.caller.user = found->user;
    visitor.caller.session = found->session;
    const auto job = [&](Db &db) { return userById(db, found->user); };
    const std::optional<UserRow> user = co_await m_.store.read(job);
    if (user) {
        const MaskedPerson person = masked(user->firstName, user->lastName);
        visitor.name = person.name;
        visitor.initials = person.initials;
    }
    co_return visitor;
}

boost::asio::awaitable<Result<SentForm>> WebPages::formOf(const HttpRequest &request, Visitor &visitor)
{
    Result<QJsonObject> fields = parametersOfForm(request.body);
    if (!fields)
        co_return fields.error();
    auto asking = m_authenticator.callerOf(request, Auth::Cookie, *fields, visitor.headers);
    Result<Caller> caller = co_await std::move(asking);
    if (!caller)
        co_return caller.error();
    visitor.caller = std::move(*caller);
    co_return SentForm{.fields = std::move(*fields)};
}

HttpResponse WebPages::page(
    const Visitor &visitor, const QString &title, const QString &main, PageValues values, const QString &script) const
{
    values.insert(u"csrf"_s, csrfOf(visitor));
    const QString inner = m_templates.render(main, visitor.language, values);
    const PageValues frame{
        {u"lang"_s, visitor.language == PageLanguage::Russian ? u"ru"_s : u"en"_s},
        {u"title"_s, title},
        {u"script"_s, script},
        {u"person"_s, visitor.name.value_or(QString())},
        {u"initials"_s, visitor.initials},
        {u"main"_s, inner}};
    HttpResponse response;
    response.contentType = "text/html; charset=utf-8";
    response.body = m_templates.render(u"layout"_s, visitor.language, frame).toUtf8();
    response.headers = pageHeaders();
    response.headers.insert(response.headers.end(), visitor.headers.begin(), visitor.headers.end());
    return response;
}

HttpResponse WebPages::seeOther(const QByteArray &path, const ExtraHeaders &headers)
{
    HttpResponse response;
    response.status = 303;
    response.headers = headers;
    response.headers.push_back({"Location", path});
    response.headers.push_back({"Cache-Control", "no-store"});
    return response;
}

QString WebPages::csrfOf(const Visitor &visitor) const
{
    return QString::fromLatin1(m_.cookies.csrfOf(visitor.caller.sid));
}

} // namespace passport
