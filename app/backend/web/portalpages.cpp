// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/web/portalpages.h"

#include "backend/account/portalpersons.h"
#include "backend/core/serverurls.h"
#include "backend/http/routes.h"
#include "backend/identity/cookies.h"
#include "backend/portals/entrystore.h"
#include "backend/portals/membership.h"
#include "backend/portals/portalbell.h"
#include "backend/portals/portalstore.h"
#include "backend/store/store.h"
#include "protocol/initials.h"

using namespace Qt::StringLiterals;

namespace passport {
namespace {

constexpr auto cookieName = "PORTAL_VISIT";

QString addressIn(const HttpRequest &request)
{
    return QString::fromUtf8(request.segment(1));
}

HttpResponse notFound()
{
    return HttpResponse::text(404, "Not found");
}

/// Sent back to this portal alone.
QByteArray visitCookie(const QByteArray &value, const QString &address, const HttpRequest &request)
{
    return QByteArray(cookieName) + '=' + value + "; Path=/p/" + address.toLatin1() + "/; HttpOnly; SameSite=Strict"
        + (request.secure ? "; Secure" : "");
}

/// Who looks at a portal, and as what.
struct Inside {
    std::optional<PortalRow> portal;
    std::optional<PortalPerson> user; ///< As the portal has him; nobody: he is not in it.
    Portal::Role role = Portal::Role::Unknown;
    Portal::State state = Portal::State::Unknown; ///< Of somebody who is not in it (yet).
    bool isUse = false; ///< To be noted: a portal that is visited is not idle.
};

Inside insideOf(Db &db, const QString &address, UserId cookieUser, const QByteArray &visit, Clock::TimePoint now)
{
    Inside inside{.portal = portalByAddress(db, address), .user = std::nullopt};
    if (!inside.portal)
        return inside;
    UserId user = visit.isEmpty() ? 0 : visitorOf(db, visit, inside.portal->id, now);
    if (user == 0)
        user = cookieUser;
    const std::optional<Membership> member = membershipOf(db, user, inside.portal->id);
    if (!member)
        return inside;
    inside.state = member->state;
    if (inside.state != Portal::State::Active)
        return inside;
    inside.role = member->role;
    inside.user = personInPortal(db, user, inside.portal->id);
    inside.isUse = isUseWorthNoting(db, inside.portal->id, now);
    return inside;
}

} // namespace

void PortalPages::addTo(Routes &routes)
{
    routes.add("GET", "/p/{}/enter/", [this](const HttpRequest &request) { return entering(request); });
    routes.add("POST", "/p/{}/enter/", [this](const HttpRequest &request) { return enter(request); });
    routes.add("GET", "/p/{}", [](const HttpRequest &request) -> boost::asio::awaitable<HttpResponse> {
        co_return HttpResponse::redirect(request.target.split('?').first() + '/');
    });
    routes.add("GET", "/p/{}/", [this](const HttpRequest &request) { return portal(request); });
}

boost::asio::awaitable<HttpResponse> PortalPages::entering(const HttpRequest &request)
{
    Visitor visitor; // nobody: the code in the fragment says who it is, and only to the POST
    visitor.language = languageOf(request.header("accept-language"));
    visitor.caller.sid = Cookies::newSid();
    const QString target = u"/p/%1/"_s.arg(addressIn(request));
    co_return m_.pages.page(
        visitor, m_.pages.text(u"enter.title"_s, visitor), u"enter"_s, {{u"target"_s, target}}, u"enter.js"_s);
}

boost::asio::awaitable<HttpResponse> PortalPages::enter(const HttpRequest &request)
{
    const auto form = parseForm(request.body);
    if (!form || form->size() != 1 || form->front().name != "code" || Cookies::isCrossSite(request))
        co_return HttpResponse::text(403, "Refused");
    const QString code = QString::fromUtf8(form->front().value);
    const QString address = addressIn(request);
    const auto job = [&](Db &db) -> QByteArray {
        const auto portal = portalByAddress(db, address);
        const auto entry = portal ? takeEntry(db, code, portal->id, m_.clock.now()) : std::nullopt;
        return entry ? addVisit(db, *entry, m_.clock.now()) : QByteArray();
    };
    const QByteArray visit = co_await m_.store.write(job);
    if (visit.isEmpty())
        co_return HttpResponse::text(404, "Gone");
    HttpResponse response = HttpResponse::text(200, "Welcome");
    response.headers.push_back({"Set-Cookie", visitCookie(visit, address, request)});
    response.headers.push_back({"Cache-Control", "no-store"});
    co_return response;
}

/// The person's picture if it lies here: nothing of others is asked for (SR-42).
QString PortalPages::ownPicture(const std::optional<QString> &url) const
{
    const bool isOurs = url && (url->startsWith(u'/') || url->startsWith(m_.urls.base() + u'/'));
    return isOurs ? *url : QString();
}

boost::asio::awaitable<HttpResponse> PortalPages::portal(const HttpRequest &request)
{
    if (auto again = WebPages::lookedAtAgain(request))
        co_return std::move(*again);
    auto looking = m_.pages.visitorOf(request);
    const Visitor visitor = co_await std::move(looking);
    const QByteArray visit = request.cookie(cookieName).value_or(QByteArray());
    const auto job
        = [&](Db &db) { return insideOf(db, addressIn(request), visitor.caller.user, visit, m_.clock.now()); };
    const Inside inside = co_await m_.store.read(job);
    if (!inside.portal)
        co_return notFound();
    if (inside.isUse) {
        const PortalId id = inside.portal->id;
        const auto noting = [&](Db &db) { return PortalBell::noteUse(db, id, m_.clock.now()); };
        const PortalBell::Revisions told = co_await m_.store.write(noting);
        m_.bell.ring(told);
    }
    const QString address = inside.portal->address;
    const QString url = m_.urls.portal(address);
    // What a portal is called is told to those alone who have it in their list.
    const bool isKnown = inside.state != Portal::State::Unknown;
    const QString title = isKnown ? inside.portal->title : address;
    PageValues values{{u"name"_s, title}, {u"shown"_s, url.mid(url.indexOf("://"_L1) + 3)}};
    if (inside.user) {
        values.insert(u"fullName"_s, inside.user->fullName());
        values.insert(u"role"_s, wordOf(inside.role));
        values.insert(u"shownRole"_s, m_.pages.text(u"portal.role."_s + wordOf(inside.role), visitor));
        values.insert(u"myInitials"_s, initialsOf(inside.user->firstName, inside.user->lastName));
        values.insert(u"photo"_s, ownPicture(inside.user->photo));
    } else if (visitor.caller.isSignedIn()) {
        const QString key = isKnown ? wordOf(inside.state) : u"stranger"_s;
        values.insert(u"outside"_s, m_.pages.text(u"portal.outside."_s + key, visitor));
    } else {
        values.insert(u"signIn"_s, u"/auth/?back=/p/%1/"_s.arg(address));
    }
    co_return m_.pages.page(visitor, title, u"portal"_s, values, u"portal.js"_s);
}

} // namespace passport
