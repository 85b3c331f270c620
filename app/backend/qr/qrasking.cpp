// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/qr/qrasking.h"

#include "backend/core/crypto.h"
#include "backend/core/serverurls.h"
#include "backend/guard/ratelimit.h"
#include "backend/http/message.h"
#include "backend/portals/portalstore.h"
#include "backend/push/pullconfigs.h"
#include "backend/qr/qraudit.h"
#include "backend/qr/statusview.h"
#include "backend/qr/ticketrules.h"
#include "backend/qr/ticketstore.h"
#include "backend/store/serversettings.h"
#include "backend/store/store.h"
#include "protocol/base64url.h"
#include "protocol/errorcodes.h"
#include "protocol/qrlink.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace passport {
namespace {

constexpr auto opensWindow = 10min; // api.md 8
constexpr qsizetype publicKeySize = 32;
constexpr qsizetype nonceSize = 16;
constexpr qsizetype channelTagSize = 32; // wire.md 1.3

QString freshTypedCode(Db &db)
{
    for (;;) {
        QString code;
        for (int i = 0; i < typedCodeLength; ++i)
            code.append(typedCodeAlphabet.at(crypto::randomBelow(static_cast<quint32>(typedCodeAlphabet.size()))));
        if (!isTypedCodeTaken(db, code))
            return code;
    }
}

Error badKey(const QString &reason)
{
    return Error::ofCode(code::invalidRequest, u"key"_s, {{"key"_L1, u"key"_s}, {"reason"_L1, reason}});
}

} // namespace

void QrAsking::addTo(MethodTable &methods)
{
    methods.add<OpenQrLogin>(
        [this](const OpenQrLogin &request, const Call &call) { return open(request, call); }, Repeats::InMemory);
    methods.add<GetQrStatus>(
        [this](const GetQrStatus &request, const Call &call) { return status(request, call); }, Repeats::ByHandler);
    methods.add<SendQrNumber>(
        [this](const SendQrNumber &request, const Call &call) { return number(request, call); }, Repeats::ByHandler);
    methods.add<CancelQrLogin>(
        [this](const CancelQrLogin &request, const Call &call) { return cancel(request, call); }, Repeats::ByHandler);
}

boost::asio::awaitable<Result<QrTicket>> QrAsking::open(const OpenQrLogin &request, const Call &call)
{
    const QString address = limitedAddress(QString::fromLatin1(call.http.remoteAddress));
    if (const auto wait
        = m_.limits.use(u"qr.open/"_s + address, m_.settings.integer(setting::opensPerAddress), opensWindow))
        co_return tooMany(*wait);
    std::optional<PortalRow> portal;
    if (request.portal) {
        const auto job = [&](Db &db) { return portalCalled(db, *request.portal, m_.urls.domain()); };
        portal = co_await m_.store.read(job);
        if (!portal)
            co_return Error::ofCode(code::notFound);
    }
    Result<Ticket> ticket = drafted(request, call, portal ? portal->id : PortalId());
    if (!ticket)
        co_return ticket.error();
    ticket->uniqueId = portal ? portal->uniqueId : m_.uniqueId;
    const auto job = [&](Db &db) { return store(db, *ticket, call); };
    const Result<Done> stored = co_await m_.store.write(job);
    if (!stored)
        co_return stored.error();
    co_return openedView(*ticket, portal, m_);
}

Result<Ticket> QrAsking::drafted(const OpenQrLogin &request, const Call &call, const PortalId &portal) const
{
    if (!m_.settings.isOn(setting::qrAllowed, portal))
        return Error::ofCode(code::qrDisabled);
    Ticket ticket{
        .id = TicketId(crypto::randomId()),
        .portal = portal,
        .device = request.device,
        .remember = request.remember,
        .address = QString::fromLatin1(call.http.remoteAddress),
        .openedAt = m_.clock.now()};
    ticket.endsAt = ticket.openedAt + qrlife::waiting;
    ticket.addressBlock = limitedAddress(ticket.address);
    ticket.channelTag = crypto::randomAlphanumeric(channelTagSize);
    if (request.key && !m_.settings.isOn(setting::qrHardened))
        return badKey(u"this server has the basic exchange alone"_s);
    if (request.key) {
        const auto key = fromBase64Url(request.key->toLatin1(), publicKeySize);
        if (!key || !crypto::isUsableEd25519(*key))
            return badKey(u"not a usable Ed25519 key"_s);
        ticket.key = *key;
        ticket.nonce = QString::fromLatin1(toBase64Url(crypto::randomBytes(nonceSize)));
    } else if (!call.caller.sid.isEmpty()) {
        ticket.cookie = crypto::sha256(call.caller.sid);
    } else if (m_.settings.isOn(setting::qrBasic, portal)) {
        ticket.level = QrLevel::Basic;
    } else {
        return Error::ofCode(code::basicRefused);
    }
    return ticket;
}

Result<Done> QrAsking::store(Db &db, Ticket &ticket, const Call &call) const
{
    // Switched off since drafted(): the writer that ends the open tickets (SR-48) may have passed before this one is
    // in.
    if (!m_.settings.isOn(setting::qrAllowed, ticket.portal))
        return Error::ofCode(code::qrDisabled);
    if (countOpenTickets(db, ticket.openedAt) >= m_.settings.integer(setting::openTickets)) {
        Error error = Error::ofCode(code::overloaded);
        error.retryAfter = qrlife::waiting;
        return error;
    }
    if (countOpenTicketsOf(db, ticket.addressBlock, ticket.openedAt)
        >= m_.settings.integer(setting::openTicketsPerAddress))
        return tooMany(qrlife::waiting);
    ticket.typedCode = freshTypedCode(db);
    insertTicket(db, ticket);
    m_.audit.record(db, from(call, qrEntry(audit::qrOpened, ticket, {{"level"_L1, wordOf(ticket.level)}})));
    return Done{};
}

boost::asio::awaitable<Result<QrStatus>> QrAsking::status(const GetQrStatus &request, const Call &call)
{
    AskingCall asked{.method = GetQrStatus::method, .ticketId = request.ticketId, .proof = request.proof};
    std::optional<QrStatus> view;
    const TicketDesk::Act look = [&](Db &db, Ticket &ticket, Clock::TimePoint now) -> Result<Done> {
        if (expireIfOver(ticket, now))
            m_.audit.record(db, from(call, qrEntry(audit::qrExpired, ticket)));
        view = statusView(db, ticket, now);
        return Done{};
    };
    auto passing = m_desk.pass(std::move(asked), call, look);
    const Result<Ticket> ticket = co_await std::move(passing);
    if (!ticket)
        co_return ticket.error();
    co_return *view;
}

boost::asio::awaitable<Result<QrProgress>> QrAsking::number(const SendQrNumber &request, const Call &call)
{
    AskingCall asked{
        .method = SendQrNumber::method,
        .ticketId = request.ticketId,
        .payload = request.number,
        .proof = request.proof};
    const TicketDesk::Act type = [&](Db &db, Ticket &ticket, Clock::TimePoint now) {
        const qint64 rev = ticket.rev;
        Result<Done> typed = typeNumber(ticket, request.number, now);
        if (ticket.rev != rev)
            m_.audit.record(db, from(call, qrEntry(audit::qrNumber, ticket, {{"right"_L1, typed.has_value()}})));
        return typed;
    };
    auto passing = m_desk.pass(std::move(asked), call, type);
    const Result<Ticket> ticket = co_await std::move(passing);
    if (!ticket)
        co_return ticket.error();
    co_return QrProgress{.state = ticket->state, .rev = ticket->rev, .secondsLeft = ticket->left(m_.clock.now())};
}

boost::asio::awaitable<Result<Done>> QrAsking::cancel(const CancelQrLogin &request, const Call &call)
{
    AskingCall asked{.method = CancelQrLogin::method, .ticketId = request.ticketId, .proof = request.proof};
    const TicketDesk::Act stop = [&](Db &db, Ticket &ticket, Clock::TimePoint now) -> Result<Done> {
        if (end(ticket, QrState::Cancelled, now))
            m_.audit.record(db, from(call, qrEntry(audit::qrCancelled, ticket)));
        return Done{};
    };
    auto passing = m_desk.pass(std::move(asked), call, stop);
    const Result<Ticket> ticket = co_await std::move(passing);
    if (!ticket)
        co_return ticket.error();
    co_return Done{};
}

} // namespace passport
