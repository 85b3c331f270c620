// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/qr/qrclaims.h"

#include "backend/account/secondsteps.h"
#include "backend/account/users.h"
#include "backend/core/crypto.h"
#include "backend/http/message.h"
#include "backend/identity/cookies.h"
#include "backend/identity/dpopcheck.h"
#include "backend/identity/sessions.h"
#include "backend/mail/readerlanguage.h"
#include "backend/qr/qraudit.h"
#include "backend/qr/statusview.h"
#include "protocol/base64url.h"
#include "protocol/errorcodes.h"
#include "protocol/qrproof.h"

using namespace Qt::StringLiterals;

namespace passport {
namespace {

constexpr qsizetype publicKeySize = 32;
constexpr qsizetype shortestKey = 16; // of an idempotencyKey (api.md 1)
constexpr qsizetype longestKey = 64;

Error invalid(QLatin1StringView key, const QString &reason)
{
    return Error::ofCode(code::invalidRequest, key, {{"key"_L1, QString(key)}, {"reason"_L1, reason}});
}

/// The key that the session's tokens shall be bound to; empty for bearer tokens and for a browser.
Result<QByteArray> sessionKey(const ClaimQrLogin &request)
{
    if (!request.key)
        return QByteArray();
    const auto key = fromBase64Url(request.key->toLatin1(), publicKeySize);
    if (!key || !crypto::isUsableEd25519(*key))
        return invalid("key"_L1, u"not a usable Ed25519 key"_s);
    return *key;
}

/// Not the token that came over the channel, opened. A browser has none, its cookie session is the proof.
bool hasWrongToken(const Ticket &ticket, const ClaimQrLogin &request)
{
    const QByteArray token = request.token.value_or(QString()).toLatin1();
    return !ticket.tokenHash.isEmpty() && !crypto::equal(ticket.tokenHash, crypto::sha256(token));
}

} // namespace

void QrClaims::addTo(MethodTable &methods)
{
    methods.add<ClaimQrLogin>(
        [this](const ClaimQrLogin &request, const Call &call) { return claim(request, call); }, Repeats::ByHandler);
}

boost::asio::awaitable<Result<ClaimedQrLogin>> QrClaims::claim(const ClaimQrLogin &request, const Call &call)
{
    if (request.idempotencyKey.size() < shortestKey || request.idempotencyKey.size() > longestKey)
        co_return invalid("idempotencyKey"_L1, u"16 to 64 characters"_s);
    const Result<QByteArray> key = sessionKey(request);
    if (!key)
        co_return key.error();
    const QString token = request.token.value_or(QString());
    AskingCall asked{
        .method = ClaimQrLogin::method,
        .ticketId = request.ticketId,
        .payload = claimPayload(token, request.key.value_or(QString()), request.idempotencyKey),
        .proof = request.proof,
        .token = token};
    Outcome outcome{.key = *key};
    const TicketDesk::Act act
        = [&](Db &db, Ticket &ticket, Clock::TimePoint) { return settle(db, ticket, request, call, outcome); };
    auto passing = m_desk.pass(std::move(asked), call, act);
    const Result<Ticket> ticket = co_await std::move(passing);
    if (!outcome.replaced.isEmpty())
        m_.sessions.ended(outcome.replaced, u"replaced"_s);
    if (!ticket)
        co_return ticket.error();
    if (!outcome.key.isEmpty()) // the next call need not ask for one: the portal list comes a round trip earlier
        call.headers.push_back({"DPoP-Nonce", m_dpop.freshNonce()});
    if (!outcome.sid.isEmpty())
        call.headers.push_back({"Set-Cookie", Cookies::setCookie(outcome.sid, call.http, ticket->remember)});
    m_desk.bell().newSignIn(ticket->person, ticket->session, ticket->undoLeft(m_.clock.now()));
    co_return std::move(outcome.answer);
}

Result<Done>
QrClaims::settle(Db &db, Ticket &ticket, const ClaimQrLogin &request, const Call &call, Outcome &outcome) const
{
    if (hasWrongToken(ticket, request))
        return Error::ofCode(code::invalidProof);
    const Result<ClaimKind> kind = claimWith(ticket, request.idempotencyKey, m_.clock.now());
    if (!kind)
        return kind.error();
    if (*kind == ClaimKind::Again && !ticket.session.isEmpty()) {
        m_.sessions.end(db, ticket.session, u"replaced"_s);
        outcome.replaced = std::exchange(ticket.session, SessionId());
    }
    const Result<Done> begun = begin(db, ticket, call, outcome);
    const bool secondStep = !begun && begun.error().code == code::otpRequired;
    m_.audit.record(
        db,
        from(
            call,
            qrEntry(
                audit::qrClaimed, ticket, {{"again"_L1, *kind == ClaimKind::Again}, {"secondStep"_L1, secondStep}})));
    return begun;
}

Result<Done> QrClaims::begin(Db &db, Ticket &ticket, const Call &call, Outcome &outcome) const
{
    const auto user = userById(db, ticket.person);
    if (!user || user->blocked)
        return Error::ofCode(code::ticketGone);
    const NewSession session{
        .user = user->id,
        .key = outcome.key,
        .remember = ticket.remember,
        .device = ticket.device,
        .method = u"qr"_s,
        .address = QString::fromLatin1(call.http.remoteAddress)};
    if (SecondSteps::isNeeded(*user)) {
        const QByteArray sid = ticket.isBrowser() ? call.caller.sid : QByteArray();
        return m_secondSteps.begin(db, {.session = session, .portal = ticket.portal, .sid = sid});
    }
    ticket.session = m_.sessions.begin(db, session);
    rememberLanguage(db, user->id, call.http.header("accept-language"));
    m_.audit.record(
        db,
        from(
            call,
            {.event = audit::signedIn,
             .actor = user->id,
             .session = ticket.session.toString(),
             .data = {{"method"_L1, u"qr"_s}}}));
    const auto portal = ticket.portal.isEmpty() ? std::nullopt : portalById(db, ticket.portal);
    if (ticket.isBrowser()) {
        outcome.sid = m_.sessions.issueCookie(db, ticket.session);
        outcome.answer.redirectUrl = portal ? u"/p/%1/"_s.arg(portal->address) : u"/passport/view/"_s;
    } else {
        outcome.answer.tokens = m_.sessions.issue(db, ticket.session);
    }
    outcome.answer.person = Person{.name = user->fullName(), .avatarUrl = profileOf(*user, m_.urls).photoUrl};
    if (portal)
        outcome.answer.portal = portal->name();
    return Done{};
}

} // namespace passport
