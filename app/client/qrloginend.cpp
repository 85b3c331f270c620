// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
// How an approval becomes a session: what QrLogin does from Claiming on. The way there is in qrlogin.cpp.
#include "client/qrlogin.h"

#include "client/apiclient.h"
#include "client/qrobstacle.h"
#include "client/signinrefusal.h"
#include "protocol/errorcodes.h"

using namespace Qt::StringLiterals;

namespace passport {

/// The public wire alone: the plain token becomes a cookie session, and that becomes ours.
void QrLogin::redeem(const QString &token)
{
    QrTransaction &shown = *m_rotation.shown();
    const QDeadlineTimer until = shown.expires();
    shown.handOver();
    reset();
    m_basic.start(token, m_remember, until);
    setState(qrlogin::Claiming{.line = {}, .level = QrLevel::Basic});
}

void QrLogin::redeemFailed(const Error &error)
{
    if (error.code == code::ticketGone)
        return leave(qrlogin::Expired{});
    refused(error);
}

void QrLogin::basicCodeNeeded(const std::optional<Error> &why)
{
    if (why && endsSecondStep(*why))
        return leave(qrlogin::Expired{});
    const SecondStep step{.signInId = {}, .methods = {u"totp"_s}};
    setState(qrlogin::CodeNeeded{step, why, why ? busyUntil(*why) : std::nullopt, {}});
}

void QrLogin::claimFailed(const Error &error, const std::shared_ptr<const DeviceKey> &key)
{
    if (const auto step = SecondStep::fromError(error))
        return leave(qrlogin::CodeNeeded{.step = *step, .error = {}, .busyUntil = {}, .key = key});
    if (error.code == code::used)
        return leave(qrlogin::Used{});
    if (error.code == code::ticketGone)
        return leave(qrlogin::Expired{});
    refused(error);
}

void QrLogin::submitCode(const QString &method, const QString &code)
{
    const auto *state = std::get_if<qrlogin::CodeNeeded>(&m_state);
    if (!state)
        return;
    if (m_basic.isAwaitingCode()) {
        m_basic.submitCode(code.simplified());
        return setState(qrlogin::CheckingCode{state->step, {}});
    }
    const SubmitSignInCode request{.signInId = state->step.signInId, .kind = method, .code = code.simplified()};
    m_call = m_api.send(request, this, &QrLogin::codeChecked);
    setState(qrlogin::CheckingCode{state->step, state->key, state->sms});
}

void QrLogin::sendSms()
{
    const auto *state = std::get_if<qrlogin::CodeNeeded>(&m_state);
    if (!state || m_basic.isAwaitingCode() || state->sms.asking)
        return;
    const SignInId id = state->step.signInId;
    m_api.send(SendSignInSms{id}, this, [this, id](const Result<SmsSent> &answer) { smsAnswered(id, answer); });
    qrlogin::CodeNeeded asking = *state;
    asking.error.reset();
    asking.sms.asking = true;
    setState(std::move(asking));
}

void QrLogin::smsAnswered(const SignInId &id, const Result<SmsSent> &answer)
{
    if (const auto *needed = std::get_if<qrlogin::CodeNeeded>(&m_state); needed && needed->step.signInId == id) {
        if (!answer && endsSecondStep(answer.error()))
            return leave(qrlogin::Expired{});
        qrlogin::CodeNeeded next = *needed;
        next.error = smsTrouble(needed->sms, answer);
        next.sms = afterAnswer(needed->sms, answer);
        setState(std::move(next));
    } else if (const auto *checking = std::get_if<qrlogin::CheckingCode>(&m_state);
               checking && checking->step.signInId == id) {
        qrlogin::CheckingCode next = *checking; // the answer to the code will say more
        next.sms = afterAnswer(checking->sms, answer);
        setState(std::move(next));
    }
}

void QrLogin::codeChecked(const Result<SessionTokens> &tokens)
{
    m_call = nullptr;
    const qrlogin::CheckingCode checking = std::get<qrlogin::CheckingCode>(m_state); // others take the request back
    if (tokens)
        return leave(qrlogin::Finished{{*tokens, checking.key, m_remember}, {}, {}});
    const Error &error = tokens.error();
    if (endsSecondStep(error))
        return leave(qrlogin::Expired{});
    setState(qrlogin::CodeNeeded{checking.step, error, busyUntil(error), checking.key, checking.sms});
}

} // namespace passport
