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
    setState(signin::CheckingCode{state->signInId, state->methods, state->pending, state->sms});
}

void SignIn::sendSms()
{
    const auto *state = std::get_if<signin::CodeNeeded>(&m_state);
    if (!state || state->sms.asking)
        return;
    m_api.send(SendSignInSms{state->signInId}, this, [this, id = state->signInId](const Result<SmsSent> &answer) {
        smsAnswered(id, answer);
    });
    signin::CodeNeeded asking = *state;
    asking.error.reset();
    asking.sms.asking = true;
    setState(std::move(asking));
}

void SignIn::smsAnswered(const SignInId &id, const Result<SmsSent> &answer)
{
    if (const auto *needed = std::get_if<signin::CodeNeeded>(&m_state); needed && needed->signInId == id) {
        if (!answer && endsSecondStep(answer.error()))
            return setState(signin::Editing{answer.error(), {}});
        signin::CodeNeeded next = *needed;
        next.error = smsTrouble(needed->sms, answer);
        next.sms = afterAnswer(needed->sms, answer);
        setState(std::move(next));
    } else if (const auto *checking = std::get_if<signin::CheckingCode>(&m_state);
               checking && checking->signInId == id) {
        signin::CheckingCode next = *checking; // the answer to the code will say more
        next.sms = afterAnswer(checking->sms, answer);
        setState(std::move(next));
    }
}

void SignIn::codeChecked(const Result<SessionTokens> &tokens)
{
    const auto &[signInId, methods, pending, sms] = std::get<signin::CheckingCode>(m_state);
    if (tokens)
        return setState(signin::Finished{{.tokens = *tokens, .key = pending.key, .remember = pending.remember}});
    const Error &error = tokens.error();
    if (endsSecondStep(error))
        return setState(signin::Editing{error, {}});
    setState(signin::CodeNeeded{signInId, methods, error, busyUntil(error), pending, sms});
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
