// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/qr/qrbasic.h"

#include "backend/account/secondsteps.h"
#include "backend/account/users.h"
#include "backend/core/crypto.h"
#include "backend/http/message.h"
#include "backend/identity/cookies.h"
#include "backend/identity/sessions.h"
#include "backend/mail/readerlanguage.h"
#include "backend/portals/portalstore.h"
#include "backend/qr/qrapproving.h"
#include "backend/qr/qraudit.h"
#include "backend/qr/ticketdesk.h"
#include "backend/store/serversettings.h"
#include "backend/store/store.h"
#include "protocol/errorcodes.h"
#include "protocol/qrbasicapi.h"

using namespace Qt::StringLiterals;

namespace passport {
namespace {

Error refused(QLatin1StringView code)
{
    Error error = Error::ofCode(code);
    error.kind = Error::Kind::Refused;
    return error;
}

constexpr auto badParameters = "ERR_PARAMS"_L1;
constexpr auto otherPortal = "ERR_UNIQUE_ID"_L1;
constexpr auto switchedOff = "ERR_OPTION"_L1;
constexpr auto noToken = "ERR_GET_TOKEN"_L1;

/// "1", 1 and true: a form has texts, JSON has types.
bool isTrue(const QJsonValue &value)
{
    return value.toBool() || value.toInt() == 1 || value.toString() == "1"_L1;
}

} // namespace

struct QrBasic::Change {
    std::optional<Ticket> before = std::nullopt;
    std::optional<Ticket> after = std::nullopt;
};

void QrBasic::addTo(ActionTable &actions)
{
    actions.add(
        "main.qrcodeauth.pushToken"_L1,
        {.signedIn = true,
         .handler = [this](const QJsonObject &parameters, const Call &call) { return pushToken(parameters, call); }});
    actions.add(
        "main.qrcodeauth.authenticate"_L1,
        {.signedIn = false, .handler = [this](const QJsonObject &parameters, const Call &call) {
             return authenticate(parameters, call);
         }});
}

boost::asio::awaitable<Result<QJsonValue>> QrBasic::pushToken(const QJsonObject &parameters, const Call &call)
{
    for (const QLatin1StringView key : {"siteId"_L1, "uniqueId"_L1, "channelTag"_L1}) {
        if (parameters.value(key).toString().isEmpty())
            co_return refused(badParameters);
    }
    if (auto tooOften = m_limits.useScan(call))
        co_return std::move(*tooOften);
    Change change;
    const auto job = [&](Db &db) { return push(db, parameters, call, change); };
    const Result<Done> pushed = co_await m_.store.write(job);
    if (!pushed && pushed.error().code == noToken)
        m_limits.countWrong(call);
    if (!pushed)
        co_return pushed.error();
    m_bell.ring(*change.before, *change.after);
    co_return QJsonValue(QJsonValue::Null);
}

Result<PortalId> QrBasic::portalOf(Db &db, const QString &uniqueId, const Call &call) const
{
    // Below /p/<address>/ only that portal's codes; at the Passport its own and those of the person's portals, which
    // the phone of the public system would have sent there through Network (wire.md 3.6).
    const bool atPortal = call.http.segment(0) == "p";
    if (!atPortal && uniqueId == m_.uniqueId)
        return PortalId();
    const auto portal = portalByUniqueId(db, uniqueId);
    const QString address = QString::fromUtf8(call.http.segment(1));
    if (!portal || (atPortal && portal->address != address) || !isActiveMember(db, call.caller.user, portal->id))
        return refused(otherPortal);
    return portal->id;
}

Result<Done> QrBasic::push(Db &db, const QJsonObject &parameters, const Call &call, Change &change) const
{
    const SoughtTicket sought{
        .uniqueId = parameters.value("uniqueId"_L1).toString(),
        .channelTag = parameters.value("channelTag"_L1).toString(),
        .typedCode = {}};
    const Result<PortalId> portal = portalOf(db, sought.uniqueId, call);
    if (!portal)
        return portal.error();
    if (!m_.settings.isOn(setting::qrAllowed, *portal) || !m_.settings.isOn(setting::qrBasic, *portal))
        return refused(switchedOff);
    const Clock::TimePoint now = m_.clock.now();
    change.before = openTicket(db, sought, call.caller.user, now);
    if (!change.before)
        return refused(noToken);
    change.after = change.before;
    Ticket &ticket = *change.after;
    if (!approveBasic(ticket, approverOf(db, call, ticket.address, m_.places), freshToken(ticket), now))
        return refused(noToken);
    saveTicket(db, ticket);
    m_.audit.record(db, from(call, qrEntry(audit::qrApproved, ticket, {{"level"_L1, wordOf(ticket.level)}})));
    return Done{};
}

boost::asio::awaitable<Result<QJsonValue>> QrBasic::authenticate(const QJsonObject &parameters, const Call &call)
{
    const QString token = parameters.value("token"_L1).toString();
    if (token.isEmpty())
        co_return refused(badParameters);
    const bool remember = isTrue(parameters.value("remember"_L1));
    Change change;
    const auto job = [&](Db &db) { return signIn(db, token, remember, call, change); };
    const Result<QByteArray> sid = co_await m_.store.write(job);
    if (!sid)
        co_return sid.error();
    call.headers.push_back({"Set-Cookie", Cookies::setCookie(*sid, call.http, remember)});
    m_bell.ring(*change.before, *change.after);
    m_bell.newSignIn(change.after->person, change.after->session, change.after->undoLeft(m_.clock.now()));
    co_return QJsonValue(true);
}

Result<QByteArray> QrBasic::signIn(Db &db, const QString &token, bool remember, const Call &call, Change &change) const
{
    const Clock::TimePoint now = m_.clock.now();
    change.before = ticketOfToken(db, crypto::sha256(token.toLatin1()));
    // A ticket with a key or of a browser is claimed with its proof, whatever its level has become (api.md 6).
    if (!change.before || change.before->isBound() || change.before->isBrowser()
        || !m_.settings.isOn(setting::qrBasic, change.before->portal))
        return refused(publicwire::notSignedIn);
    change.after = change.before;
    Ticket &ticket = *change.after;
    const Result<ClaimKind> claimed = claimWith(ticket, QString(), now);
    const auto user = userById(db, ticket.person);
    if (!claimed || *claimed != ClaimKind::First || !user || user->blocked)
        return refused(publicwire::notSignedIn);
    const NewSession session{
        .user = user->id,
        .key = {},
        .remember = remember,
        .device = ticket.device,
        .method = u"qr"_s,
        .address = QString::fromLatin1(call.http.remoteAddress)};
    const bool secondStep = SecondSteps::isNeeded(*user);
    if (!secondStep) {
        ticket.session = m_.sessions.begin(db, session);
        rememberLanguage(db, user->id, call.http.header("accept-language"));
    }
    saveTicket(db, ticket);
    m_.audit.record(db, from(call, qrEntry(audit::qrClaimed, ticket, {{"secondStep"_L1, secondStep}})));
    if (!secondStep)
        return m_.sessions.issueCookie(db, ticket.session);
    (void)m_secondSteps.begin(db, {.session = session, .portal = ticket.portal, .sid = call.caller.sid});
    return refused(publicwire::otpRequired);
}

} // namespace passport
