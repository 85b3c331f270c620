// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "client/qrtransaction.h"

#include "client/apiclient.h"
#include "client/logging.h"
#include "client/qrobstacle.h"
#include "protocol/base64url.h"
#include "protocol/errorcodes.h"
#include "protocol/pullevent.h"
#include "protocol/qrproof.h"

#include <QUuid>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace passport {
namespace {

constexpr auto configPause = 1s;

using Kind = Error::Kind;

QString freshIdempotencyKey()
{
    return QUuid::createUuid().toString(QUuid::Id128); // 32 characters of the 16…64 allowed; no secret
}

bool isUnreachable(const Error &error)
{
    return error.kind == Kind::Offline || error.kind == Kind::Timeout || error.kind == Kind::Insecure
        || error.kind == Kind::ProxyAuth;
}

/// Whether a call about an open ticket may be repeated: nothing was decided by this answer.
bool mayPass(const Error &error)
{
    const bool garbled = error.kind == Kind::Malformed && error.code != code::invalidRequest;
    return isUnreachable(error) || error.kind == Kind::Busy || garbled
        || error.code == code::replayed; // somebody between repeated our call; ours has been taken
}

bool isFinal(QrState state)
{
    return state == QrState::Claimed || state == QrState::Declined || state == QrState::Expired
        || state == QrState::Cancelled || state == QrState::Disabled;
}

} // namespace

QrTransaction::Handle QrTransaction::create(
    ApiClient &api, NetworkAccess &network, Reachability &reachability, Wish wish, const Timing &timing)
{
    return Handle(new QrTransaction(api, network, reachability, std::move(wish), timing));
}

QrTransaction::QrTransaction(
    ApiClient &api, NetworkAccess &network, Reachability &reachability, Wish wish, const Timing &timing)
    : QObject(&api) // discarded ones finish their last words there
    , m_api(api)
    , m_wish(std::move(wish))
    , m_timing(timing)
    , m_key(api.origin())
    , m_push(network, reachability, timing.push)
    , m_retry(BackoffPlan::Watched, timing.push.waitFactor)
    , m_openKey(freshIdempotencyKey())
{
    m_poll.setSingleShot(true);
    m_end.setSingleShot(true);
    connect(&m_retry, &RetryTimer::due, this, &QrTransaction::pump);
    connect(&m_poll, &QTimer::timeout, this, &QrTransaction::readStatus);
    connect(&m_end, &QTimer::timeout, this, &QrTransaction::endReached);
    connect(&m_push, &PushConnection::connected, this, &QrTransaction::channelConnected);
    connect(&m_push, &PushConnection::stateChanged, this, &QrTransaction::channelChanged);
    connect(&m_push, &PushConnection::eventReceived, this, [this](const PullEvent &event) {
        const auto ring = QrRing::fromEvent(event);
        if (ring && ring->ticketId == m_ticket.ticketId)
            readStatus();
    });
    // A guest's config outlives its ticket (api.md 4), and there is no other one.
    connect(&m_push, &PushConnection::configNeeded, this, [this] {
        QTimer::singleShot(configPause, this, [this] { m_push.renew(m_ticket.pull); });
        readStatus();
    });
}

void QrTransaction::discard()
{
    disconnect(this, nullptr, nullptr, nullptr);
    m_discarded = true;
    m_retry.stop();
    m_poll.stop();
    m_end.stop();
    m_push.stop();
    if (m_ticket.ticketId.isEmpty() && m_call) {
        // opened() goes on: the ticket that is being made must not stay open. Or the server changes, and no answer
        // comes.
        connect(m_call, &QObject::destroyed, this, &QObject::deleteLater);
        return;
    }
    if (m_call)
        m_call->abort();
    if (!m_ticket.ticketId.isEmpty() && !isFinal(m_state))
        m_api.post(CancelQrLogin{m_ticket.ticketId, proofFor(CancelQrLogin::method)});
    deleteLater();
}

void QrTransaction::open()
{
    pump();
}

/// Sends the call that matters most, unless one is in flight or due later.
void QrTransaction::pump()
{
    if (m_call || m_discarded || m_retry.isWaiting())
        return;
    if (m_ticket.ticketId.isEmpty())
        sendOpen();
    else if (m_claim)
        sendClaim();
    else if (m_number)
        sendNumberCall();
    else if (m_statusWanted)
        sendStatus();
}

void QrTransaction::sendOpen()
{
    const OpenQrLogin request{
        .key = m_wish.level == QrLevel::Hardened ? std::optional(m_key.publicKey()) : std::nullopt,
        .device = m_wish.device,
        .remember = m_wish.remember,
        .portal = m_wish.portal,
        .idempotencyKey = m_openKey};
    m_call = m_api.send(request, this, &QrTransaction::opened);
}

void QrTransaction::opened(const Result<QrTicket> &answer)
{
    m_call = nullptr;
    if (!answer && !m_discarded) {
        const Error &error = answer.error();
        if (isWorthRepeating(error, m_retry.failures()))
            return tryLater(error);
        Q_EMIT refused(error);
        return;
    }
    if (answer && answer->level != m_wish.level && !m_discarded) { // never less than was agreed
        Q_EMIT refused(Error::ofCode(code::basicRefused));
        return;
    }
    if (answer) {
        m_ticket = *answer;
        m_key.bind(m_ticket.ticketId, m_ticket.nonce);
    }
    if (m_discarded)
        return discard();
    m_retry.succeeded();
    m_expires = QDeadlineTimer(m_ticket.secondsLeft);
    m_end.start(m_ticket.secondsLeft + m_timing.endGrace);
    m_push.start(
        m_ticket.pull, m_api.server()); // first the channel, then the status, then the code: no gap between them
    Q_EMIT lineChanged();
}

void QrTransaction::channelConnected()
{
    if (m_call && m_repeatable) {
        m_call->abort(); // it may hang on a way that is gone
        m_call = nullptr;
    }
    m_retry.hurry();
    readStatus();
}

void QrTransaction::channelChanged()
{
    if (const auto *waiting = std::get_if<push::Waiting>(&m_push.state()))
        m_channelTrouble = waiting->why;
    if (!m_discarded)
        Q_EMIT lineChanged();
}

void QrTransaction::readStatus()
{
    m_statusWanted = true;
    pump();
}

void QrTransaction::sendStatus()
{
    m_statusWanted = false;
    m_repeatable = true;
    const GetQrStatus request{m_ticket.ticketId, proofFor(GetQrStatus::method)};
    m_call = m_api.send(request, this, &QrTransaction::statusReceived);
}

void QrTransaction::statusReceived(const Result<QrStatus> &answer)
{
    m_call = nullptr;
    if (!answer)
        return statusFailed(answer.error());
    noteStatus(*answer);
    if (!m_ready && m_push.isOnline()) {
        m_ready = true;
        Q_EMIT ready();
    }
    if (!m_discarded)
        Q_EMIT lineChanged();
    if ((m_ready || isFinal(m_state)) && !m_discarded)
        Q_EMIT statusRead(*answer);
    pump();
}

void QrTransaction::noteStatus(const QrStatus &status)
{
    m_retry.succeeded();
    if (m_push.isOnline())
        m_channelTrouble.reset();
    // The same revision says the same time again, only rounded once more.
    if (status.rev != m_rev || isOver()) {
        m_expires = QDeadlineTimer(status.secondsLeft);
        m_end.start(status.secondsLeft + m_timing.endGrace);
    }
    m_rev = status.rev;
    m_state = status.state;
    if (isFinal(m_state))
        m_end.stop();
    else
        m_poll.start(pollInterval());
}

void QrTransaction::statusFailed(const Error &error)
{
    if (mayPass(error) && isOver())
        return end(QrState::Expired);
    if (mayPass(error)) {
        m_statusWanted = true;
        return tryLater(error);
    }
    if (error.code == code::qrDisabled)
        end(QrState::Disabled);
    else if (m_rev < 0)
        Q_EMIT refused(error); // a ticket that was never known: asking for another one would end the same way
    else
        end(QrState::Expired);
}

void QrTransaction::sendNumber(const QString &number)
{
    m_number = SecretText(number);
    pump();
}

void QrTransaction::sendNumberCall()
{
    m_repeatable = false;
    const QString &number = m_number->text();
    const QrProof proof = m_key.prove(SendQrNumber::method, number);
    m_call = m_api.send(SendQrNumber{m_ticket.ticketId, number, proof}, this, &QrTransaction::numberReceived);
}

void QrTransaction::numberReceived(const Result<QrProgress> &answer)
{
    m_call = nullptr;
    m_number.reset();
    if (!answer && mayPass(answer.error())) {
        m_statusWanted = true; // whether it was taken only the status can tell: a number is never sent twice
        return tryLater(answer.error());
    }
    m_retry.succeeded();
    Q_EMIT numberAnswered(answer);
    readStatus();
}

bool QrTransaction::claim(const QString &sealedToken)
{
    if (m_claim)
        return true;
    std::optional<QString> token = m_key.open(sealedToken);
    if (!token)
        return false;
    // Not the ticket's key: nothing made before the approval may live on in the session (SR-12).
    m_claim
        = Claim{SecretText(*token), std::make_shared<const DeviceKey>(DeviceKey::generate()), freshIdempotencyKey()};
    wipe(*token);
    m_poll.stop();
    pump();
    return true;
}

void QrTransaction::handOver()
{
    m_state = QrState::Claimed;
    m_statusWanted = false;
    m_retry.stop();
    m_poll.stop();
    m_end.stop();
}

std::optional<QrProof> QrTransaction::proofFor(QLatin1StringView method)
{
    return m_wish.level == QrLevel::Hardened ? std::optional(m_key.prove(method)) : std::nullopt;
}

void QrTransaction::sendClaim()
{
    const QString key = QString::fromLatin1(toBase64Url(m_claim->key->publicKey()));
    QString payload = claimPayload(m_claim->token.text(), key, m_claim->idempotencyKey);
    const ClaimQrLogin request{
        .ticketId = m_ticket.ticketId,
        .token = m_claim->token.text(),
        .key = key,
        .idempotencyKey = m_claim->idempotencyKey,
        .proof = m_key.prove(ClaimQrLogin::method, payload)};
    wipe(payload);
    m_repeatable = true; // by its idempotency key
    m_call = m_api.send(request, this, &QrTransaction::claimReceived);
}

void QrTransaction::claimReceived(const Result<ClaimedQrLogin> &answer)
{
    m_call = nullptr;
    if (!answer && mayPass(answer.error()) && !isOver())
        return tryLater(answer.error());
    const std::shared_ptr<const DeviceKey> key = m_claim->key;
    m_claim.reset();
    m_end.stop();
    m_state = QrState::Claimed;
    if (!answer)
        Q_EMIT claimFailed(mayPass(answer.error()) ? Error::ofCode(code::ticketGone) : answer.error(), key);
    else if (!answer->tokens)
        Q_EMIT claimFailed(Error::malformed(u"tokens: expected in the answer to a program"_s), key);
    else
        Q_EMIT claimed(*answer, {.tokens = *answer->tokens, .key = key, .remember = m_wish.remember});
}

/// The time is over by our own count; the server may know better (a scan in the last second), if it can be asked.
void QrTransaction::endReached()
{
    m_retry.hurry();
    if (!m_claim)
        readStatus();
}

/// What the server's refusal, or its silence, says of the ticket.
void QrTransaction::end(QrState state)
{
    m_state = state;
    m_poll.stop();
    m_end.stop();
    QrStatus status;
    status.state = state;
    Q_EMIT statusRead(status);
}

void QrTransaction::tryLater(const Error &error)
{
    qCInfo(qrLog) << "the call did not get through:" << error.code << error.detail;
    m_retry.failed(error, pollInterval());
    Q_EMIT lineChanged();
}

void QrTransaction::retryNow()
{
    m_push.retryNow();
    m_retry.hurry();
}

qrlogin::Line QrTransaction::line() const
{
    qrlogin::Line line;
    if (const auto *online = std::get_if<push::Online>(&m_push.state()))
        line.limited = online->limited;
    // One odd answer is no outage yet.
    const std::optional<Error> &why = m_retry.why();
    if (why && (isUnreachable(*why) || m_retry.failures() > 1))
        line.outage = qrlogin::Outage{host(), m_retry.next(), *why};
    else if (const auto *waiting = std::get_if<push::Waiting>(&m_push.state()))
        line.outage = qrlogin::Outage{host(), waiting->next, waiting->why};
    else if (m_channelTrouble)
        line.outage = qrlogin::Outage{host(), QDeadlineTimer(), *m_channelTrouble};
    return line;
}

QString QrTransaction::host() const
{
    return m_api.server().host();
}

std::chrono::milliseconds QrTransaction::pollInterval() const
{
    return m_state == QrState::Waiting ? m_timing.pollWaiting : m_timing.pollScanned;
}

} // namespace passport
