// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "client/session.h"

#include "client/apiclient.h"
#include "client/backoff.h"
#include "client/clientcodes.h"
#include "client/logging.h"
#include "client/reachability.h"
#include "client/secretstore.h"
#include "protocol/accountapi.h"
#include "protocol/errorcodes.h"
#include "protocol/portalsapi.h"
#include "protocol/signinapi.h"

#include <QRandomGenerator>
#include <array>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace passport {
namespace {

constexpr auto signOutLimit = 5s; // the person has left; the server's answer is best effort

constexpr std::array stateNames{"Restoring", "RestoreBlocked", "SignedOut", "Saving",    "SaveBlocked",
                                "Loading",   "LoadingFailed",  "SignedIn",  "SigningOut"};
static_assert(stateNames.size() == std::variant_size_v<Session::State>);

bool passesByItself(Error::Kind kind)
{
    return kind == Error::Kind::Offline || kind == Error::Kind::Timeout || kind == Error::Kind::Busy;
}

} // namespace

Session::Session(ApiClient &api, SecretStore &secrets, Settings &settings, Reachability &reachability, QObject *parent)
    : QObject(parent)
    , m_api(api)
    , m_keptSession(api, secrets, settings)
{
    m_retry.setSingleShot(true);
    m_retry.setTimerType(Qt::CoarseTimer);
    connect(&m_retry, &QTimer::timeout, this, [this] {
        if (std::holds_alternative<session::SigningOut>(m_state))
            signedOut();
        else
            tryAgain();
    });
    connect(&api, &ApiClient::sessionEnded, this, &Session::ended);
    connect(&secrets, &SecretStore::becameAvailable, this, &Session::secretsAvailable);
    connect(&reachability, &Reachability::becameReachable, this, [this] {
        if (std::holds_alternative<session::LoadingFailed>(m_state))
            load();
    });
    api.setKeepTokens([this](const Credentials &rotated, const auto &kept) { keepRotated(rotated, kept); });
}

Session::~Session()
{
    m_api.setKeepTokens({});
}

const QUrl &Session::server() const
{
    return m_api.server();
}

void Session::restore()
{
    m_kept = false;
    m_keepError.reset();
    m_keptSession.eraseIfDue();
    if (!m_keptSession.isExpected())
        return setState(session::SignedOut{});
    m_keptSession.read([this](const KeptSession::Found &found) { restored(found); });
    setState(session::Restoring{});
}

void Session::restored(const KeptSession::Found &found)
{
    if (!std::holds_alternative<session::Restoring>(m_state))
        return; // left meanwhile
    if (!found)
        return setState(session::RestoreBlocked{found.error()});
    if (!*found)
        return setState(session::SignedOut{});
    m_kept = true;
    use(**found);
}

void Session::begin(const Credentials &credentials)
{
    if (!std::holds_alternative<session::SignedOut>(m_state))
        return;
    m_kept = false;
    m_keepError.reset();
    m_saidEnd.clear();
    if (credentials.remember)
        save(credentials);
    else
        use(credentials);
}

void Session::save(const Credentials &credentials)
{
    m_keptSession.write(credentials, [this](const Result<Done> &done) { saved(done); });
    setState(session::Saving{credentials});
}

void Session::saved(const Result<Done> &done)
{
    const auto *saving = std::get_if<session::Saving>(&m_state);
    if (!saving)
        return; // signed out meanwhile
    setKept(done);
    const Credentials credentials = saving->credentials;
    if (done)
        use(credentials);
    else
        setState(session::SaveBlocked{done.error(), credentials});
}

void Session::use(const Credentials &credentials)
{
    m_api.setCredentials(credentials);
    m_attempt = 0;
    load();
}

void Session::load()
{
    m_retry.stop();
    m_api.send(ListPortals{.query = {}, .limit = ListPortals::maxLimit, .cursor = {}}, this, &Session::portalsReceived);
    readProfile();
    setState(session::Loading{});
}

void Session::portalsReceived(const Result<PortalList> &portals)
{
    if (!std::holds_alternative<session::Loading>(m_state))
        return;
    if (!portals)
        return loadingFailed(portals.error());
    m_attempt = 0;
    setState(session::SignedIn{*portals, m_kept, m_keepError});
}

void Session::loadingFailed(const Error &error)
{
    if (error.code == code::invalidToken)
        return; // ended() follows
    const bool again = passesByItself(error.kind);
    if (again) {
        const auto delay
            = backoffDelay(BackoffPlan::Background, ++m_attempt, QRandomGenerator::global()->generateDouble());
        m_retry.start(std::max<std::chrono::milliseconds>(delay, error.retryAfter.value_or(0s)));
    }
    setState(session::LoadingFailed{error, again});
}

void Session::readProfile()
{
    m_api.send(GetProfile{}, this, [this](const Result<Profile> &profile) {
        if (!profile || !m_api.credentials())
            return; // the name stays unknown or old until the next time; nothing depends on it
        m_profile = *profile;
        Q_EMIT profileChanged();
    });
}

void Session::verify(const QString &why)
{
    m_saidEnd = why;
    readProfile();
}

void Session::retry()
{
    const auto *restoring = std::get_if<session::RestoreBlocked>(&m_state);
    const auto *saving = std::get_if<session::SaveBlocked>(&m_state);
    const Error *problem = restoring ? &restoring->error : saving ? &saving->error : nullptr;
    if (problem && problem->code == code::keyringLocked)
        m_keptSession.askToUnlock();
    tryAgain();
}

void Session::tryAgain()
{
    if (std::holds_alternative<session::RestoreBlocked>(m_state))
        restore();
    else if (const auto *blocked = std::get_if<session::SaveBlocked>(&m_state))
        save(Credentials(blocked->credentials));
    else if (std::holds_alternative<session::LoadingFailed>(m_state))
        load();
}

void Session::withoutKeychain()
{
    if (std::holds_alternative<session::RestoreBlocked>(m_state)) {
        setState(session::SignedOut{});
    } else if (const auto *blocked = std::get_if<session::SaveBlocked>(&m_state)) {
        Credentials credentials = blocked->credentials;
        credentials.remember = false;
        use(credentials);
    }
}

void Session::keepRotated(const Credentials &rotated, const std::function<void()> &kept)
{
    if (!rotated.remember || std::holds_alternative<session::SigningOut>(m_state))
        return kept();
    m_keptSession.write(rotated, [this, kept](const Result<Done> &done) {
        kept();
        setKept(done);
        const auto *signedIn = std::get_if<session::SignedIn>(&m_state);
        if (signedIn && (signedIn->kept != m_kept || signedIn->keepError != m_keepError))
            setState(session::SignedIn{signedIn->portals, m_kept, m_keepError});
    });
}

void Session::setKept(const Result<Done> &done)
{
    const auto *out = std::get_if<session::SignedOut>(&m_state);
    if (out && out->reason == session::EndReason::None)
        return; // left while the write was under way: it stays
    if (out || std::holds_alternative<session::SigningOut>(m_state))
        return m_keptSession.erase(); // the write was under way when the session ended
    m_kept = done.has_value();
    m_keepError = done ? std::nullopt : std::optional(done.error());
}

void Session::secretsAvailable()
{
    const bool blocked = std::holds_alternative<session::RestoreBlocked>(m_state)
        || std::holds_alternative<session::SaveBlocked>(m_state);
    if (blocked)
        return tryAgain();
    const auto &credentials = m_api.credentials();
    if (std::holds_alternative<session::SignedIn>(m_state) && credentials && credentials->remember && !m_kept)
        keepRotated(*credentials, [] {});
    else
        m_keptSession.eraseIfDue();
}

void Session::signOut()
{
    if (const auto *blocked = std::get_if<session::SaveBlocked>(&m_state))
        m_api.setCredentials(blocked->credentials);
    if (const auto *saving = std::get_if<session::Saving>(&m_state))
        m_api.setCredentials(saving->credentials);
    if (!m_api.credentials() || std::holds_alternative<session::SigningOut>(m_state))
        return;
    m_keptSession.erase();
    m_retry.start(signOutLimit);
    m_api.send(SignOut{}, this, [this](const Result<Done> &) { signedOut(); });
    setState(session::SigningOut{});
}

void Session::leaveDeleted()
{
    signOut();
    if (std::holds_alternative<session::SigningOut>(m_state))
        m_reason = session::EndReason::Deleted;
}

bool Session::isKept() const
{
    return m_kept || std::holds_alternative<session::Restoring>(m_state)
        || std::holds_alternative<session::RestoreBlocked>(m_state);
}

void Session::leave()
{
    if (!isKept())
        return signOut();
    m_retry.stop();
    m_profile.reset();
    m_api.clearCredentials();
    setState(session::SignedOut{});
}

void Session::signedOut()
{
    if (!std::holds_alternative<session::SigningOut>(m_state))
        return;
    m_retry.stop();
    m_profile.reset();
    m_api.clearCredentials();
    setState(session::SignedOut{std::exchange(m_reason, session::EndReason::Asked), {}});
}

void Session::ended(const Error &why)
{
    if (std::holds_alternative<session::SigningOut>(m_state))
        return signedOut();
    m_retry.stop();
    m_profile.reset();
    m_keptSession.erase();
    QString word = std::exchange(m_saidEnd, {});
    if (word.isEmpty())
        word = why.details.value("reason"_L1).toString();
    setState(session::SignedOut{session::EndReason::Expired, why, word});
}

void Session::setState(State state)
{
    qCInfo(sessionLog, "Session: %s → %s", stateNames[m_state.index()], stateNames[state.index()]);
    m_state = std::move(state);
    Q_EMIT stateChanged();
}

} // namespace passport
