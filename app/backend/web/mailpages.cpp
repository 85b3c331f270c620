// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/web/mailpages.h"

#include "backend/account/contactmethods.h"
#include "backend/http/routes.h"

using namespace Qt::StringLiterals;

namespace passport {
namespace {

using State = ContactMethods::Link::State;

constexpr const char *path = "/mail/contact/";

} // namespace

void MailPages::addTo(Routes &routes)
{
    routes.add("GET", path, [this](const HttpRequest &request) { return look(request); });
    routes.add("POST", path, [this](const HttpRequest &request) { return follow(request); });
}

HttpResponse MailPages::told(const Visitor &visitor, const QString &what, const QString &value) const
{
    const auto text = [&](const QString &part) { return m_.pages.text(u"mail."_s + what + part, visitor); };
    return m_.pages.page(
        visitor, text(u".title"_s), u"mail"_s,
        {{u"heading"_s, text(u".title"_s)}, {u"text"_s, text(u".text"_s)}, {u"value"_s, value}});
}

boost::asio::awaitable<HttpResponse> MailPages::look(const HttpRequest &request)
{
    auto looking = m_.pages.visitorOf(request);
    const Visitor visitor = co_await std::move(looking);
    const QString token = QString::fromUtf8(request.queryItem("token").value_or(QByteArray()));
    auto asking = m_.contacts.lookAt(token);
    const ContactMethods::Link link = co_await std::move(asking);
    if (link.state != State::Waiting)
        co_return told(visitor, link.state == State::Done ? u"again"_s : u"gone"_s, link.value);
    const QString title = m_.pages.text(u"mail.ask.title"_s, visitor);
    co_return m_.pages.page(
        visitor, title, u"mail"_s,
        {{u"heading"_s, title},
         {u"text"_s, m_.pages.text(u"mail.ask.text"_s, visitor)},
         {u"value"_s, link.value},
         {u"token"_s, token}});
}

boost::asio::awaitable<HttpResponse> MailPages::follow(const HttpRequest &request)
{
    auto looking = m_.pages.visitorOf(request);
    Visitor visitor = co_await std::move(looking);
    auto reading = m_.pages.formOf(request, visitor);
    const Result<SentForm> form = co_await std::move(reading);
    if (!form)
        co_return HttpResponse::text(403, "Refused");
    const QString token = form->field("token"_L1);
    auto following = m_.contacts.follow(token, request);
    const ContactMethods::Link link = co_await std::move(following);
    co_return told(visitor, link.state == State::Done ? u"done"_s : u"gone"_s, link.value);
}

} // namespace passport
