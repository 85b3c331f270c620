// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/web/smallpages.h"

#include "backend/account/users.h"
#include "backend/core/serverurls.h"
#include "backend/http/routes.h"
#include "backend/identity/cookies.h"
#include "backend/identity/sessions.h"
#include "backend/store/store.h"
#include "protocol/errorcodes.h"

#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;

namespace passport {
namespace {

struct StaticFile {
    QByteArrayView name;
    QByteArrayView type;
};
constexpr StaticFile files[]{
    {"page.css", "text/css; charset=utf-8"},        {"page.js", "text/javascript; charset=utf-8"},
    {"enter.js", "text/javascript; charset=utf-8"}, {"portal.js", "text/javascript; charset=utf-8"},
    {"view.js", "text/javascript; charset=utf-8"},  {"icon.svg", "image/svg+xml"},
};

constexpr auto viewPath = "/passport/view/";

/// What people type, and where it is.
struct ShortPath {
    const char *typed;
    const char *path;
};
constexpr ShortPath shortPaths[]{
    {"/", viewPath}, {"/passport", viewPath}, {"/passport/view", viewPath}, {"/auth", "/auth/"}};
constexpr int mostShown = 50; // messages of the outbox

/// Newest first, each already HTML.
QString messagesIn(const QString &folder, const WebPages &pages, PageLanguage language)
{
    QString items;
    const QFileInfoList infos = QDir(folder).entryInfoList({u"*.eml"_s, u"*.txt"_s}, QDir::Files, QDir::Time);
    for (const QFileInfo &info : infos.first(std::min<qsizetype>(infos.size(), mostShown))) {
        QFile message(info.filePath());
        if (message.open(QIODevice::ReadOnly))
            items += pages.templates().render(
                u"outboxitem"_s, language,
                {{u"name"_s, info.fileName()}, {u"text"_s, QString::fromUtf8(message.readAll())}});
    }
    return items;
}

} // namespace

void SmallPages::addTo(Routes &routes)
{
    routes.add("GET", "/web/{}", [this](const HttpRequest &request) { return file(request); });
    routes.add("GET", viewPath, [this](const HttpRequest &request) { return view(request); });
    routes.add("POST", viewPath, [this](const HttpRequest &request) { return signOut(request); });
    for (const ShortPath &place : shortPaths) {
        routes.add("GET", place.typed, [place](const HttpRequest &) -> boost::asio::awaitable<HttpResponse> {
            co_return HttpResponse::redirect(place.path);
        });
    }
    if (!m_.outboxFolder.isEmpty())
        routes.add("GET", "/outbox", [this](const HttpRequest &request) { return outbox(request); });
}

boost::asio::awaitable<HttpResponse> SmallPages::file(const HttpRequest &request)
{
    const QByteArray name = request.segment(1);
    const auto known = std::ranges::find_if(files, [&name](const StaticFile &file) { return file.name == name; });
    QFile resource(u":/passport/web/"_s + QString::fromLatin1(name));
    if (known == std::end(files) || !resource.open(QIODevice::ReadOnly))
        co_return HttpResponse::text(404, "Not found");
    HttpResponse response;
    response.contentType = known->type.toByteArray();
    response.body = resource.readAll();
    response.headers.push_back({"Cache-Control", "no-cache"}); // they change with the program, not with their name
    co_return response;
}

boost::asio::awaitable<HttpResponse> SmallPages::view(const HttpRequest &request)
{
    if (auto again = WebPages::lookedAtAgain(request))
        co_return std::move(*again);
    auto looking = m_.pages.visitorOf(request);
    const Visitor visitor = co_await std::move(looking);
    PageValues values{{u"server"_s, m_.urls.base()}};
    if (visitor.caller.isSignedIn()) {
        const auto job = [&](Db &db) { return userById(db, visitor.caller.user); };
        const std::optional<UserRow> user = co_await m_.store.read(job);
        values.insert(u"fullName"_s, user ? user->fullName() : QString());
    }
    co_return m_.pages.page(visitor, m_.pages.text(u"view.title"_s, visitor), u"view"_s, values, u"view.js"_s);
}

boost::asio::awaitable<HttpResponse> SmallPages::signOut(const HttpRequest &request)
{
    auto looking = m_.pages.visitorOf(request);
    Visitor visitor = co_await std::move(looking);
    auto reading = m_.pages.formOf(request, visitor);
    const Result<SentForm> form = co_await std::move(reading);
    if (!form && form.error().code != code::invalidCsrf)
        co_return HttpResponse::text(httpStatusOfCode(form.error().code), "Refused");
    if (form && form->what() == "signout"_L1 && visitor.caller.isSignedIn()) {
        auto ending = m_.sessions.endNow(visitor.caller.session, u"signed_out"_s);
        co_await std::move(ending);
        visitor.headers.push_back({"Set-Cookie", Cookies::clearCookie(request)});
    }
    co_return WebPages::seeOther(viewPath, visitor.headers);
}

boost::asio::awaitable<HttpResponse> SmallPages::outbox(const HttpRequest &request)
{
    auto looking = m_.pages.visitorOf(request);
    const Visitor visitor = co_await std::move(looking);
    // On a reader: the I/O thread does not wait for a disk.
    const auto job = [&](Db &) { return messagesIn(m_.outboxFolder, m_.pages, visitor.language); };
    const QString items = co_await m_.store.read(job);
    co_return m_.pages.page(visitor, m_.pages.text(u"outbox.title"_s, visitor), u"outbox"_s, {{u"items"_s, items}});
}

} // namespace passport
