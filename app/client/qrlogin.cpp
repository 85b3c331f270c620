// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "client/qrlogin.h"

#include "client/apiclient.h"
#include "client/logging.h"
#include "client/qrobstacle.h"
#include "client/qrsnapshot.h"
#include "protocol/errorcodes.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace passport {
namespace {

constexpr auto longestProbePause = 8s; // SR-23

constexpr std::array stateNames{"Idle",          "Opening",          "Waiting",  "Paused",     "Scanned",
                                "SendingNumber", "AwaitingApproval", "Claiming", "CodeNeeded", "CheckingCode",
                                "Finished",      "Declined",         "Expired",  "Used",       "Unavailable",
                                "TooMany",       "Stopped"};
static_assert(stateNames.size() == std::variant_size_v<QrLogin::State>);

bool isTwoDigits(const QString &number)
{
    return number.size() == 2 && std::ranges::all_of(number, [](QChar c) { return c >= u'0' && c <= u'9'; });
}

} // namespace

QrLogin::QrLogin(
    ApiClient &api, NetworkAccess &network, Reachability &reachability, Device device, Timing timing, QObject *parent)
    : QObject(parent)
    , m_api(api)
    , m_device(std::move(device))
    , m_timing(timing)
    , m_rotation(api, network, reachability, timing.rotation)
    , m_basic(api, m_device, timing.rotation.transaction.push.waitFactor)
    , m_presence(timing.unattended)
    , m_probeRetry(BackoffPlan::Watched, timing.rotation.transaction.push.waitFactor)
{
    for (QTimer *timer : {&m_slow, &m_lonely, &m_busy})
        timer->setSingleShot(true);
    connect(&m_slow, &QTimer::timeout, this, &QrLogin::followRotation);
    connect(&m_lonely, &QTimer::timeout, this, &QrLogin::followRotation);
    connect(&m_busy, &QTimer::timeout, this, &QrLogin::openCode);
    connect(&m_probeRetry, &RetryTimer::due, this, &QrLogin::probe);
    connect(&m_presence, &QrPresence::seenChanged, this, &QrLogin::seenChanged);
    connect(&m_presence, &QrPresence::focused, &m_rotation, &QrRotation::resetRenewals);
    connect(&m_presence, &QrPresence::unattended, this, [this] { pause(qrlogin::Paused::Reason::Unattended); });
    connect(&m_rotation, &QrRotation::exhausted, this, [this] { pause(qrlogin::Paused::Reason::Unattended); });
    connect(&m_rotation, &QrRotation::changed, this, &QrLogin::followRotation);
    connect(&m_rotation, &QrRotation::refused, this, &QrLogin::refused);
    connect(&m_rotation, &QrRotation::taken, this, &QrLogin::taken);
    connect(&m_rotation, &QrRotation::statusRead, this, &QrLogin::statusRead);
    connect(&m_basic, &BasicSignIn::codeNeeded, this, &QrLogin::basicCodeNeeded);
    connect(&m_basic, &BasicSignIn::failed, this, &QrLogin::redeemFailed);
    connect(&m_basic, &BasicSignIn::signedIn, this, [this](const Credentials &credentials) {
        leave(qrlogin::Finished{credentials, {}, {}, QrLevel::Basic});
    });
}

void QrLogin::start()
{
    reset();
    m_presence.restart();
    if (!m_policy.qrAllowed)
        return setState(qrlogin::Unavailable{qrlogin::Unavailable::Reason::Disabled, {}});
    if (!m_presence.isSeen())
        return setState(qrlogin::Paused{qrlogin::Paused::Reason::Hidden});
    m_slow.start(m_timing.slow);
    probe();
    setState(qrlogin::Opening{});
}

void QrLogin::cancel()
{
    leave(qrlogin::Idle{});
}

void QrLogin::setPolicy(const Policy &policy)
{
    m_policy = policy;
    if (!isIn<qrlogin::Idle>() && !isIn<qrlogin::Finished>() && !policy.qrAllowed)
        start();
}

void QrLogin::setRemember(bool remember)
{
    if (m_remember == remember)
        return;
    m_remember = remember;
    if (isIn<qrlogin::Opening>() || isIn<qrlogin::Waiting>())
        start();
}

void QrLogin::setPortal(const std::optional<QString> &portal)
{
    if (m_portal == portal)
        return;
    m_portal = portal;
    if (!isIn<qrlogin::Idle>() && !isIn<qrlogin::Finished>())
        start();
}

void QrLogin::showCode()
{
    if (isIn<qrlogin::Paused>())
        start();
}

void QrLogin::notMe()
{
    if (isIn<qrlogin::Scanned>() || isIn<qrlogin::SendingNumber>() || isIn<qrlogin::AwaitingApproval>())
        start();
}

void QrLogin::retryNow()
{
    m_probeRetry.hurry();
    m_rotation.retryNow();
}

/// Nothing goes on after this; who calls it says what the state is.
void QrLogin::reset()
{
    if (m_call)
        m_call->abort();
    m_call = nullptr;
    m_rotation.drop();
    m_basic.cancel();
    m_probeRetry.succeeded();
    for (QTimer *timer : {&m_slow, &m_lonely, &m_busy})
        timer->stop();
    m_confirmed = false;
}

void QrLogin::leave(State state)
{
    reset();
    setState(std::move(state));
}

void QrLogin::pause(qrlogin::Paused::Reason reason)
{
    if (isIn<qrlogin::Opening>() || isIn<qrlogin::Waiting>() || isIn<qrlogin::TooMany>())
        leave(qrlogin::Paused{reason});
}

void QrLogin::seenChanged()
{
    const auto *paused = std::get_if<qrlogin::Paused>(&m_state);
    if (!m_presence.isSeen())
        pause(qrlogin::Paused::Reason::Hidden);
    else if (paused && paused->reason == qrlogin::Paused::Reason::Hidden)
        start();
}

void QrLogin::probe()
{
    m_call = m_api.send(GetCapabilities{m_portal}, this, &QrLogin::capabilitiesReceived);
}

void QrLogin::capabilitiesReceived(const Result<Capabilities> &answer)
{
    m_call = nullptr;
    if (!answer && isWorthRepeating(answer.error(), m_probeRetry.failures())) {
        m_probeRetry.failed(answer.error(), longestProbePause);
        return followRotation();
    }
    if (!answer)
        return refused(answer.error());
    m_capabilities = *answer;
    m_probeRetry.succeeded();
    if (const auto obstacle = obstacleOf(*answer, m_policy))
        return leave(*obstacle);
    openCode();
}

void QrLogin::openCode()
{
    reset();
    if (!m_presence.isSeen())
        return setState(qrlogin::Paused{qrlogin::Paused::Reason::Hidden});
    m_slow.start(m_timing.slow);
    m_lonely.start(m_timing.lonely);
    const QrLevel level = m_capabilities && !m_capabilities->qrHardened ? QrLevel::Basic : QrLevel::Hardened;
    m_rotation.open({.device = m_device, .remember = m_remember, .portal = m_portal, .level = level});
    setState(qrlogin::Opening{});
}

void QrLogin::refused(const Error &error)
{
    State state = stateOfRefusal(error);
    reset();
    if (const auto *tooMany = std::get_if<qrlogin::TooMany>(&state))
        m_busy.start(std::chrono::milliseconds(tooMany->until.remainingTime()));
    setState(std::move(state));
}

/// Opening and Waiting show what the rotation has; later states have their own reasons to change.
void QrLogin::followRotation()
{
    if (m_rotation.isTaken()) {
        if (auto state = qrlogin::withLine(m_state, m_rotation.shown()->line()))
            setState(std::move(*state));
        return;
    }
    if (!isIn<qrlogin::Opening>() && !isIn<qrlogin::Waiting>())
        return;
    if (m_rotation.shown() && isBelowPolicy(m_rotation.level()))
        return refuseLevel();
    if (m_rotation.shown())
        return setState(qrlogin::waitingFor(m_rotation, !m_lonely.isActive()));
    qrlogin::Opening opening{.slow = !m_slow.isActive(), .outage = {}};
    if (m_rotation.next())
        opening.outage = m_rotation.next()->line().outage;
    else if (m_probeRetry.why())
        opening.outage = qrlogin::Outage{m_api.server().host(), m_probeRetry.next(), *m_probeRetry.why()};
    setState(std::move(opening));
}

void QrLogin::taken()
{
    const QrTransaction *scanned = m_rotation.shown();
    connect(scanned, &QrTransaction::numberAnswered, this, &QrLogin::numberAnswered);
    connect(scanned, &QrTransaction::claimFailed, this, &QrLogin::claimFailed);
    connect(
        scanned, &QrTransaction::claimed, this, [this](const ClaimedQrLogin &login, const Credentials &credentials) {
            leave(qrlogin::Finished{credentials, login.person, login.portal, m_rotation.level()});
        });
}

/// A server may let a phone of the public wire answer a hardened code, too; what this computer allows decides (api.md
/// 6).
bool QrLogin::isBelowPolicy(QrLevel level) const
{
    return level == QrLevel::Basic && !m_policy.qrBasicAllowed;
}

void QrLogin::refuseLevel()
{
    leave(basicRefusedBy(m_policy)); // the ticket is cancelled with it
}

void QrLogin::statusRead(const QrStatus &status)
{
    const bool goesOn
        = status.state == QrState::Scanned || status.state == QrState::NumberOk || status.state == QrState::Approved;
    if (goesOn && isBelowPolicy(status.level))
        return refuseLevel();
    switch (status.state) {
    case QrState::Waiting:
        return; // the rotation's business
    case QrState::Scanned:
        return scanned(status);
    case QrState::NumberOk:
        return setState(qrlogin::AwaitingApproval{qrlogin::scanOf(*m_rotation.shown(), status)});
    case QrState::Approved:
        return approved(status);
    case QrState::Claimed:
        return leave(qrlogin::Used{});
    case QrState::Declined:
        return leave(qrlogin::Declined{status.reason, status.phone.value_or(QString())});
    case QrState::Expired:
    case QrState::Cancelled:
        return openCode();
    case QrState::Disabled:
        return leave(qrlogin::Unavailable{qrlogin::Unavailable::Reason::Disabled, {}});
    }
}

void QrLogin::scanned(const QrStatus &status)
{
    if (m_rotation.shown()->isNumberDue())
        return; // the answer to the number says more than a status that was read before it
    qrlogin::Scanned next{
        .scan = qrlogin::scanOf(*m_rotation.shown(), status),
        .triesLeft = status.triesLeft.value_or(3),
        .mismatch = {},
        .replaces = {}};
    if (const auto *before = std::get_if<qrlogin::Scanned>(&m_state))
        next.mismatch = before->mismatch || next.triesLeft < before->triesLeft;
    else if (const auto *sending = std::get_if<qrlogin::SendingNumber>(&m_state))
        next.mismatch = next.triesLeft < sending->triesLeft;
    if (!m_confirmed)
        next.replaces = m_signedIn; // SR-13
    setState(std::move(next));
}

void QrLogin::confirmPerson()
{
    const auto *scanned = std::get_if<qrlogin::Scanned>(&m_state);
    if (!scanned || !scanned->replaces)
        return;
    m_confirmed = true;
    qrlogin::Scanned next = *scanned;
    next.replaces.reset();
    m_rotation.shown()->readStatus(); // an approval may have come meanwhile
    setState(std::move(next));
}

void QrLogin::submitNumber(const QString &number)
{
    const auto *scanned = std::get_if<qrlogin::Scanned>(&m_state);
    if (!scanned || scanned->replaces || !isTwoDigits(number))
        return;
    m_rotation.shown()->sendNumber(number);
    setState(qrlogin::SendingNumber{scanned->scan, scanned->triesLeft});
}

void QrLogin::numberAnswered(const Result<QrProgress> &answer)
{
    const auto *sending = std::get_if<qrlogin::SendingNumber>(&m_state);
    if (!sending)
        return;
    if (answer)
        return setState(qrlogin::AwaitingApproval{sending->scan});
    const Error &error = answer.error();
    const int left = error.triesLeft().value_or(sending->triesLeft);
    if (error.code == code::numberMismatch && left > 0)
        return setState(qrlogin::Scanned{sending->scan, left, true, {}});
    if (error.code == code::numberMismatch)
        return leave(qrlogin::Declined{QrStatus::Reason::Number, sending->scan.phone});
    // ticket_gone, not_scanned …: the status that is read next says what became of it.
}

/// Straight from Waiting when the phone speaks the public wire alone: there a scan is an approval (api.md 6).
void QrLogin::approved(const QrStatus &status)
{
    if (m_signedIn && !m_confirmed) // SR-13: not without asking, however fast the phone was
        return setState(qrlogin::Scanned{.scan = qrlogin::scanOf(*m_rotation.shown(), status), .replaces = m_signedIn});
    const QString token = status.token.value_or(QString());
    if (m_rotation.shown()->ticket().level == QrLevel::Basic)
        return redeem(token);
    if (!m_rotation.shown()->claim(token))
        return leave(qrlogin::Stopped{Error::malformed(u"token: not sealed for the key of this ticket"_s)});
    setState(qrlogin::Claiming{m_rotation.shown()->line(), status.level});
}

void QrLogin::setState(State state)
{
    if (state.index() != m_state.index())
        qCInfo(qrLog, "QrLogin: %s → %s", stateNames[m_state.index()], stateNames[state.index()]);
    m_state = std::move(state);
    Q_EMIT stateChanged();
}

} // namespace passport
