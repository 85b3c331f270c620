// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "client/signin.h"

#include "client/apiclient.h"
#include "client/logging.h"
#include "client/signinrefusal.h"
#include "protocol/base64url.h"
#include "protocol/errorcodes.h"
#include "protocol/signinapi.h"

#include <array>

using namespace Qt::StringLiterals;

namespace passport {
namespace {

constexpr std::array stateNames{"Editing", "Checking", "CodeNeeded", "CheckingCode", "Finished"};
static_assert(stateNames.size() == std::variant_size_v<SignIn::State>);

} // namespace

SignIn::SignIn(ApiClient &api, Device device, QObject *parent)
    : QObject(parent)
    , m_api(api)
    , m_device(std::move(device))
{
}

void SignIn::signIn(const QString &login, const QString &password, bool remember)
{
    if (!std::holds_alternative<signin::Editing>(m_state))
        return;
    const signin::Pending pending{
        .key = std::make_shared<const DeviceKey>(DeviceKey::generate()), .remember = remember};
    const SignInByPassword request{
        .login = login.trimmed(),
        .password = password,
        .remember = remember,
        .device = m_device,
        .key = QString::fromLatin1(toBase64Url(pending.key->publicKey()))};
    m_request = m_api.send(request, this, &SignIn::passwordChecked);
    setState(signin::Checking{pending});
}

void SignIn::passwordChecked(const Result<SessionTokens> &tokens)
{
    const auto &[pending] = std::get<signin::Checking>(m_state); // reset() takes the request back
    if (tokens)
        return setState(signin::Finished{{.tokens = *tokens, .key = pending.key, .remember = pending.remember}});
    const Error &error = tokens.error();
    if (const auto step = SecondStep::fromError(error)) {
        return setState(signin::CodeNeeded{
            .signInId = step->signInId, .methods = step->methods, .error = {}, .busyUntil = {}, .pending = pending});
    }
    setState(signin::Editing{error, busyUntil(error)});
}

void SignIn::submitCode(const QString &method, const QString &code)
{
    const auto *state = std::get_if<signin::CodeNeeded>(&m_state);
    if (!state)
        return;
    const SubmitSignInCode request{.signInId = state->signInId, .kind = method, .code = code.simplified()};
    m_request = m_api.send(request, this, &SignIn::codeChecked);
    setState(signin::CheckingCode{state->signInId, state->methods, state->pending});
}

void SignIn::sendSms()
{
    const auto *state = std::get_if<signin::CodeNeeded>(&m_state);
    if (!state)
        return;
    m_api.send(SendSignInSms{state->signInId}, this, [this](const Result<SmsSent> &sent) {
        const auto *needed = std::get_if<signin::CodeNeeded>(&m_state);
        if (sent || !needed || sent.error().code == code::tooMany) // then one was sent less than a minute ago
            return;
        if (endsSecondStep(sent.error()))
            return setState(signin::Editing{sent.error(), {}});
        const signin::CodeNeeded before = *needed;
        setState(signin::CodeNeeded{before.signInId, before.methods, sent.error(), {}, before.pending});
    });
}

void SignIn::codeChecked(const Result<SessionTokens> &tokens)
{
    const auto &[signInId, methods, pending] = std::get<signin::CheckingCode>(m_state);
    if (tokens)
        return setState(signin::Finished{{.tokens = *tokens, .key = pending.key, .remember = pending.remember}});
    const Error &error = tokens.error();
    if (endsSecondStep(error))
        return setState(signin::Editing{error, {}});
    setState(signin::CodeNeeded{signInId, methods, error, busyUntil(error), pending});
}

void SignIn::reset()
{
    if (m_request)
        m_request->abort();
    setState(signin::Editing{});
}

void SignIn::setState(State state)
{
    qCInfo(sessionLog, "SignIn: %s → %s", stateNames[m_state.index()], stateNames[state.index()]);
    m_state = std::move(state);
    Q_EMIT stateChanged();
}

} // namespace passport
