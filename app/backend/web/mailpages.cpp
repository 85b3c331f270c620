// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/web/mailpages.h"

#include "backend/core/moments.h"
#include "backend/http/routes.h"
#include "backend/identity/cookies.h"
#include "backend/rest/parameters.h"

using namespace Qt::StringLiterals;

namespace passport {
namespace {

using State = ContactLinks::Link::State;

constexpr const char *path = "/mail/contact/";

/// The part of the names in texts.json.
QString wordOf(State state)
{
    switch (state) {
    case State::Waiting:
        return u"ask"_s;
    case State::Done:
        return u"done"_s;
    case State::Before:
        return u"again"_s;
    case State::Refused:
        return u"refused"_s;
    case State::Gone:
        break;
    }
    return u"gone"_s;
}

} // namespace

void MailPages::addTo(Routes &routes)
{
    routes.add("GET", path, [this](const HttpRequest &request) { return look(request); });
    routes.add("POST", path, [this](const HttpRequest &request) { return press(request); });
}

Visitor MailPages::readerOf(const HttpRequest &request)
{
    Visitor reader;
    reader.language = languageOf(request.header("accept-language"));
    reader.caller.sid = Cookies::newSid(); // never sent: the page has no session
    return reader;
}

HttpResponse MailPages::shown(const Visitor &reader, const ContactLinks::Link &link, const QString &token) const
{
    const QString what = wordOf(link.state);
    const bool waits = link.state == State::Waiting;
    const auto text = [&](const QString &part) { return m_.pages.text(u"mail."_s + what + part, reader); };
    return m_.pages.page(
        reader, text(u".title"_s), u"mail"_s,
        {{u"heading"_s, text(u".title"_s)},
         {u"text"_s, text(u".text"_s)},
         {u"value"_s, link.value},
         {u"person"_s, waits ? link.person : QString()},
         {u"time"_s, waits ? momentText(link.askedAt, reader.language) : QString()},
         {u"token"_s, waits ? token : QString()}});
}

boost::asio::awaitable<HttpResponse> MailPages::look(const HttpRequest &request)
{
    const QString token = QString::fromUtf8(request.queryItem("token").value_or(QByteArray()));
    auto asking = m_.links.lookAt(token);
    const ContactLinks::Link link = co_await std::move(asking);
    co_return shown(readerOf(request), link, token);
}

boost::asio::awaitable<HttpResponse> MailPages::press(const HttpRequest &request)
{
    const Result<QJsonObject> form = parametersOfForm(request.body);
    if (!form || Cookies::isCrossSite(request))
        co_return HttpResponse::text(403, "Refused");
    const QString token = form->value("token"_L1).toString();
    const QString what = form->value("do"_L1).toString();
    auto doing = what == "refuse"_L1 ? m_.links.refuse(token, request)
        : what == "confirm"_L1       ? m_.links.follow(token, request)
                                     : m_.links.lookAt(token);
    const ContactLinks::Link link = co_await std::move(doing);
    co_return shown(readerOf(request), link, token);
}

} // namespace passport
