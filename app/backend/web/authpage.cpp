// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/web/authpage.h"

#include "backend/core/crypto.h"
#include "backend/core/serverurls.h"
#include "backend/http/routes.h"
#include "backend/qr/qrasking.h"
#include "backend/qr/qrclaims.h"
#include "backend/qr/ticketstore.h"
#include "backend/store/store.h"
#include "backend/web/qrsvg.h"
#include "protocol/errorcodes.h"
#include "protocol/qrlink.h"
#include "qr/qrcode.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace passport {
namespace {

constexpr auto path = "/auth/";
constexpr auto home = "/passport/view/";
constexpr auto renewBefore = 10s; // api.md 5
constexpr int mostRenewals = 5; // QR-8: then somebody has to ask for a code
const QString yes = u"1"_s;

/// The page of a portal from which somebody was sent here to sign in; empty: none. Whoever makes a link may name
/// anything there, so that this form is the only one to which we lead back.
QByteArray backOf(const HttpRequest &request)
{
    static const QRegularExpression portal(QRegularExpression::anchoredPattern(u"/p/[a-z0-9-]{3,60}/"_s));
    const QByteArray back = request.queryItem("back").value_or(QByteArray());
    return portal.match(QString::fromUtf8(back)).hasMatch() ? back : QByteArray();
}

/// Where somebody goes who is signed in now.
QByteArray homeOf(const HttpRequest &request)
{
    const QByteArray back = backOf(request);
    return back.isEmpty() ? QByteArray(home) : back;
}

/// Of the forms of this page: they keep in mind where to return.
QString actionOf(const HttpRequest &request)
{
    const QByteArray back = backOf(request);
    return QString::fromLatin1(back.isEmpty() ? QByteArray(path) : path + ("?back=" + back));
}

/// What qr.html shows of a ticket, state by state.
PageValues valuesOf(const QrStatus &status)
{
    PageValues values{
        {u"rev"_s, QString::number(status.rev)},
        {u"secondsLeft"_s, QString::number(status.secondsLeft.count())},
        {u"timeLeft"_s, pageTime(status.secondsLeft)},
        {u"live"_s, yes}};
    switch (status.state) {
    case QrState::Waiting:
        values.insert(u"waiting"_s, yes);
        break;
    case QrState::Scanned:
        values.insert(u"scanned"_s, yes);
        values.insert(u"who.name"_s, status.person ? status.person->name : QString());
        values.insert(u"who.initials"_s, status.person ? status.person->initials : QString());
        values.insert(u"who.phone"_s, status.phone.value_or(QString()));
        break;
    case QrState::NumberOk:
        values.insert(u"awaiting"_s, yes);
        break;
    case QrState::Approved:
        values.insert(u"approved"_s, yes);
        values.remove(u"live"_s);
        break;
    case QrState::Claimed:
    case QrState::Declined:
    case QrState::Expired:
    case QrState::Cancelled:
    case QrState::Disabled:
        break;
    }
    return values;
}

} // namespace

struct AuthPage::Seen {
    const HttpRequest &request;
    Visitor &visitor;
    const SentForm &form;
    [[nodiscard]] Call call() const { return {.caller = visitor.caller, .http = request, .headers = visitor.headers}; }
    [[nodiscard]] TicketId ticket() const { return TicketId(form.field("ticketId"_L1)); }
    [[nodiscard]] TicketId previous() const { return TicketId(form.field("previousId"_L1)); }
    [[nodiscard]] int renewals() const { return form.field("renewals"_L1).toInt(); }
};

void AuthPage::addTo(Routes &routes)
{
    routes.add("GET", path, [this](const HttpRequest &request) { return shown(request); });
    routes.add("POST", path, [this](const HttpRequest &request) { return submitted(request); });
    routes.add("GET", "/auth/qr.svg", [this](const HttpRequest &request) { return picture(request); });
}

SignInForms::Place AuthPage::place(const Visitor &visitor, const HttpRequest &request) const
{
    return {
        .action = actionOf(request),
        .heading = m_.pages.text(u"signin.title"_s, visitor),
        .text = {},
        .offersQr = true};
}

boost::asio::awaitable<HttpResponse> AuthPage::shown(const HttpRequest &request)
{
    if (auto again = WebPages::lookedAtAgain(request))
        co_return std::move(*again);
    auto looking = m_.pages.visitorOf(request);
    const Visitor visitor = co_await std::move(looking);
    if (visitor.caller.isSignedIn())
        co_return WebPages::seeOther(homeOf(request), visitor.headers);
    co_return m_.signIn.passwordForm(visitor, place(visitor, request));
}

boost::asio::awaitable<HttpResponse> AuthPage::submitted(const HttpRequest &request)
{
    auto looking = m_.pages.visitorOf(request);
    Visitor visitor = co_await std::move(looking);
    auto reading = m_.pages.formOf(request, visitor);
    const Result<SentForm> form = co_await std::move(reading);
    if (!form && form.error().code == code::invalidCsrf)
        co_return m_.signIn.passwordForm(visitor, place(visitor, request));
    if (!form)
        co_return HttpResponse::text(httpStatusOfCode(form.error().code), "Refused");
    if (SignInForms::isTheirs(*form)) {
        auto signingIn = m_.signIn.submitted(*form, request, visitor, place(visitor, request));
        std::optional<HttpResponse> again = co_await std::move(signingIn);
        co_return again ? std::move(*again) : WebPages::seeOther(homeOf(request), visitor.headers);
    }
    const Seen seen{.request = request, .visitor = visitor, .form = *form};
    const QString what = form->what();
    auto answering = what == "qr"_L1 ? open(seen, 0, {})
        : what == "number"_L1        ? number(seen)
        : what == "claim"_L1         ? claim(seen)
                                     : look(seen);
    co_return co_await std::move(answering);
}

boost::asio::awaitable<HttpResponse> AuthPage::open(const Seen &seen, int renewals, TicketId previous)
{
    const OpenQrLogin request{
        .key = std::nullopt,
        .device = browserOf(seen.request),
        .remember = false,
        .portal = std::nullopt,
        .idempotencyKey = std::nullopt};
    const Call call = seen.call();
    auto opening = m_.asking.open(request, call);
    const Result<QrTicket> ticket = co_await std::move(opening);
    if (!ticket && ticket.error().code == code::qrDisabled)
        co_return m_.signIn.passwordForm(
            seen.visitor, place(seen.visitor, seen.request), {}, m_.pages.text(u"qr.disabled"_s, seen.visitor));
    if (!ticket && ticket.error().retryAfter)
        co_return m_.signIn.passwordForm(
            seen.visitor, place(seen.visitor, seen.request), {},
            u"%1 %2"_s.arg(m_.pages.text(u"signin.wait"_s, seen.visitor)).arg(ticket.error().retryAfter->count()));
    if (!ticket)
        co_return m_.signIn.passwordForm(seen.visitor, place(seen.visitor, seen.request));
    QrStatus status;
    status.rev = 1;
    status.secondsLeft = ticket->secondsLeft;
    PageValues values = valuesOf(status);
    values.insert(u"ticketId"_s, ticket->ticketId.toString());
    values.insert(u"typedCode"_s, shownTypedCode(ticket->typedCode));
    values.insert(u"previousId"_s, previous.toString());
    values.insert(u"renewals"_s, QString::number(renewals));
    co_return qrPage(seen, std::move(values));
}

/// Of the code that is shown and the one before it, whichever was scanned; the other one is of no more use then.
boost::asio::awaitable<TicketId> AuthPage::watched(const Seen &seen)
{
    if (seen.previous().isEmpty())
        co_return seen.ticket();
    const Call call = seen.call();
    const GetQrStatus request{.ticketId = seen.previous(), .proof = std::nullopt};
    auto looking = m_.asking.status(request, call);
    const Result<QrStatus> before = co_await std::move(looking);
    const bool taken = before
        && (before->state == QrState::Scanned || before->state == QrState::NumberOk
            || before->state == QrState::Approved);
    if (!taken)
        co_return seen.ticket();
    const CancelQrLogin unused{.ticketId = seen.ticket(), .proof = std::nullopt};
    auto cancelling = m_.asking.cancel(unused, call);
    co_await std::move(cancelling);
    co_return seen.previous();
}

boost::asio::awaitable<HttpResponse> AuthPage::look(const Seen &seen, QString problem)
{
    auto choosing = watched(seen);
    const TicketId ticket = co_await std::move(choosing);
    const GetQrStatus request{.ticketId = ticket, .proof = std::nullopt};
    const Call call = seen.call();
    auto looking = m_.asking.status(request, call);
    const Result<QrStatus> status = co_await std::move(looking);
    const bool ending = status
        && (status->state == QrState::Expired
            || (status->state == QrState::Waiting && status->secondsLeft <= renewBefore));
    if (ending && seen.form.what() == "look"_L1 && seen.renewals() < mostRenewals) {
        auto renewing = open(seen, seen.renewals() + 1, ticket);
        co_return co_await std::move(renewing);
    }
    if (!status || status->state == QrState::Expired || status->state == QrState::Cancelled)
        co_return over(seen, u"qr.expired"_s);
    if (status->state == QrState::Declined)
        co_return over(seen, u"qr.declined"_s);
    if (status->state == QrState::Disabled)
        co_return over(seen, u"qr.disabled"_s);
    if (status->state == QrState::Claimed)
        co_return WebPages::seeOther(homeOf(seen.request), seen.visitor.headers);
    PageValues values = valuesOf(*status);
    values.insert(u"ticketId"_s, ticket.toString());
    if (ticket == seen.ticket())
        values.insert(u"previousId"_s, seen.previous().toString());
    values.insert(u"renewals"_s, QString::number(seen.renewals()));
    values.insert(u"problem"_s, problem);
    const Result<QString> typed = parseTypedCode(seen.form.field("typedCode"_L1));
    values.insert(u"typedCode"_s, typed ? shownTypedCode(*typed) : QString());
    co_return qrPage(seen, std::move(values));
}

boost::asio::awaitable<HttpResponse> AuthPage::number(const Seen &seen)
{
    const SendQrNumber request{
        .ticketId = seen.ticket(), .number = seen.form.field("number"_L1), .proof = std::nullopt};
    const Call call = seen.call();
    auto typing = m_.asking.number(request, call);
    const Result<QrProgress> typed = co_await std::move(typing);
    QString problem;
    if (!typed && typed.error().code == code::numberMismatch)
        problem
            = u"%1 %2"_s.arg(m_.pages.text(u"qr.mismatch"_s, seen.visitor)).arg(typed.error().triesLeft().value_or(0));
    auto looking = look(seen, problem);
    co_return co_await std::move(looking);
}

boost::asio::awaitable<HttpResponse> AuthPage::claim(const Seen &seen)
{
    // The ticket's own id: pressing twice is the same claim.
    const ClaimQrLogin request{
        .ticketId = seen.ticket(),
        .token = std::nullopt,
        .key = std::nullopt,
        .idempotencyKey = seen.ticket().toString(),
        .proof = std::nullopt};
    const Call call = seen.call();
    auto claiming = m_.claims.claim(request, call);
    const Result<ClaimedQrLogin> claimed = co_await std::move(claiming);
    if (claimed)
        co_return WebPages::seeOther(homeOf(seen.request), seen.visitor.headers);
    if (claimed.error().code == code::otpRequired)
        co_return m_.signIn.codeForm(seen.visitor, place(seen.visitor, seen.request));
    auto looking = look(seen);
    co_return co_await std::move(looking);
}

HttpResponse AuthPage::qrPage(const Seen &seen, PageValues values) const
{
    values.insert(u"action"_s, actionOf(seen.request));
    return m_.pages.page(seen.visitor, m_.pages.text(u"qr.title"_s, seen.visitor), u"qr"_s, std::move(values));
}

HttpResponse AuthPage::over(const Seen &seen, const QString &key) const
{
    return qrPage(seen, {{u"ended"_s, m_.pages.text(key, seen.visitor)}, {u"rev"_s, key}});
}

boost::asio::awaitable<HttpResponse> AuthPage::picture(const HttpRequest &request)
{
    auto looking = m_.pages.visitorOf(request);
    const Visitor visitor = co_await std::move(looking);
    const QByteArray cookie = crypto::sha256(visitor.caller.sid);
    const auto job = [&](Db &db) { return openTicketOfCookie(db, cookie, m_.clock.now()); };
    const std::optional<Ticket> ticket = co_await m_.store.read(job);
    if (!ticket)
        co_return HttpResponse::text(404, "No code");
    const QrLink link{
        .origin = m_.urls.base(), .siteId = u"s1"_s, .uniqueId = ticket->uniqueId, .channelTag = ticket->channelTag};
    const Result<QrCode> modules = QrCode::fromText(link.toString());
    if (!modules)
        co_return HttpResponse::text(500, "No code");
    HttpResponse response;
    response.contentType = "image/svg+xml";
    response.body = svgOf(*modules);
    response.headers = pageHeaders();
    co_return response;
}

} // namespace passport
