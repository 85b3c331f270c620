// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "client/stepupgate.h"

#include "client/logging.h"

#include <array>

namespace passport {
namespace {

constexpr std::array stateNames{"Idle", "Needed", "Checking"};
static_assert(stateNames.size() == std::variant_size_v<StepUpGate::State>);

} // namespace

StepUpGate::StepUpGate(ApiClient &api, QObject *parent)
    : QObject(parent)
    , m_api(api)
{
}

void StepUpGate::wait(const Error &why, std::function<void(bool)> go)
{
    m_waiting.push_back(std::move(go));
    if (std::holds_alternative<stepup::Idle>(m_state))
        setState(stepup::Needed{StepUp::methodsOf(why)});
}

void StepUpGate::provePassword(const QString &password)
{
    StepUp proof;
    proof.password = password;
    prove(proof);
}

void StepUpGate::proveCode(const QString &code)
{
    StepUp proof;
    proof.code = code.simplified();
    prove(proof);
}

void StepUpGate::prove(const StepUp &proof)
{
    const auto *needed = std::get_if<stepup::Needed>(&m_state);
    if (!needed)
        return;
    m_request = m_api.send(proof, this, [this](const Result<SteppedUp> &answer) {
        m_request = nullptr;
        if (answer)
            return end(true);
        const QStringList methods = std::get<stepup::Checking>(m_state).methods; // all others take the request back
        setState(stepup::Needed{methods, answer.error()});
    });
    setState(stepup::Checking{needed->methods});
}

void StepUpGate::cancel()
{
    if (m_request)
        m_request->abort();
    m_request = nullptr;
    end(false);
}

void StepUpGate::end(bool proven)
{
    const auto waiting = std::exchange(m_waiting, {});
    if (!std::holds_alternative<stepup::Idle>(m_state))
        setState(stepup::Idle{});
    for (const auto &go : waiting)
        go(proven);
}

void StepUpGate::setState(State state)
{
    if (state.index() != m_state.index())
        qCInfo(sessionLog, "StepUpGate: %s → %s", stateNames[m_state.index()], stateNames[state.index()]);
    m_state = std::move(state);
    Q_EMIT stateChanged();
}

} // namespace passport
