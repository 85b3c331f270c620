// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "client/basicsignin.h"

#include "client/apiclient.h"
#include "client/devicekey.h"
#include "protocol/base64url.h"
#include "protocol/errorcodes.h"
#include "protocol/qrbasicapi.h"
#include "protocol/signinapi.h"

using namespace std::chrono_literals;

namespace passport {
namespace {

constexpr auto longestPause = 8s; // SR-23

} // namespace

BasicSignIn::BasicSignIn(ApiClient &api, Device device, double waitFactor, QObject *parent)
    : QObject(parent)
    , m_api(api)
    , m_device(std::move(device))
    , m_retry(BackoffPlan::Watched, waitFactor)
{
    connect(&m_retry, &RetryTimer::due, this, [this] { (this->*m_step)(); });
}

void BasicSignIn::start(const QString &token, bool remember, QDeadlineTimer until)
{
    cancel();
    m_token = token;
    m_remember = remember;
    m_until = until;
    take(&BasicSignIn::authenticate);
}

void BasicSignIn::cancel()
{
    if (m_call)
        m_call->abort();
    m_call = nullptr;
    m_retry.succeeded();
    m_retry.stop();
    m_token.clear();
    m_awaitingCode = false;
}

void BasicSignIn::take(Step step)
{
    m_retry.succeeded();
    m_step = step;
    (this->*m_step)();
}

void BasicSignIn::authenticate()
{
    m_call = m_api.send(AuthenticateQr{m_token, m_remember}, this, &BasicSignIn::authenticated);
}

void BasicSignIn::authenticated(const Result<Done> &answer)
{
    m_call = nullptr;
    if (answer)
        return take(&BasicSignIn::issueTokens);
    const Error &error = answer.error();
    if (repeats(error))
        return;
    if (error.code == publicwire::otpRequired) {
        m_awaitingCode = true;
        Q_EMIT codeNeeded({});
    } else if (error.code == publicwire::notSignedIn) {
        Q_EMIT failed(Error::ofCode(code::ticketGone));
    } else {
        Q_EMIT failed(error);
    }
}

void BasicSignIn::submitCode(const QString &code)
{
    m_call = m_api.send(SubmitOtp{code}, this, &BasicSignIn::codeChecked);
}

/// A code is never sent twice: it is good once, and the person can type the next.
void BasicSignIn::codeChecked(const Result<Done> &answer)
{
    m_call = nullptr;
    if (answer) {
        m_awaitingCode = false;
        m_until = QDeadlineTimer(QDeadlineTimer::Forever); // the cookie session lives by itself
        return take(&BasicSignIn::issueTokens);
    }
    Error error = answer.error();
    if (error.code == publicwire::wrongOtp)
        error = Error::ofCode(code::wrongCode, error.detail, error.details);
    Q_EMIT codeNeeded(error);
}

void BasicSignIn::issueTokens()
{
    m_key = std::make_shared<const DeviceKey>(DeviceKey::generate());
    const IssueTokens request{
        .remember = m_remember, .device = m_device, .key = QString::fromLatin1(toBase64Url(m_key->publicKey()))};
    m_call = m_api.send(request, this, &BasicSignIn::tokensIssued);
}

void BasicSignIn::tokensIssued(const Result<SessionTokens> &tokens)
{
    m_call = nullptr;
    if (tokens)
        Q_EMIT signedIn({.tokens = *tokens, .key = m_key, .remember = m_remember});
    else if (!repeats(tokens.error()))
        Q_EMIT failed(tokens.error());
}

/// Whether the step under way comes again by itself.
bool BasicSignIn::repeats(const Error &error)
{
    const bool passes = error.kind == Error::Kind::Offline || error.kind == Error::Kind::Timeout;
    if (!passes || m_until.hasExpired())
        return false;
    m_retry.failed(error, longestPause);
    return true;
}

} // namespace passport
