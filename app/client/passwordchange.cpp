// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "client/passwordchange.h"

#include "client/apiclient.h"
#include "client/logging.h"
#include "client/stepupgate.h"

#include <array>

namespace passport {
namespace {

constexpr std::array stateNames{"Editing", "Saving", "Changed"};
static_assert(stateNames.size() == std::variant_size_v<PasswordChange::State>);

} // namespace

PasswordChange::PasswordChange(ApiClient &api, StepUpGate &gate, QObject *parent)
    : QObject(parent)
    , m_api(api)
    , m_gate(gate)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(pause);
    connect(&m_pause, &QTimer::timeout, this, &PasswordChange::ask);
}

void PasswordChange::type(const QString &password)
{
    if (std::holds_alternative<passwordchange::Saving>(m_state))
        return;
    if (m_question)
        m_question->abort();
    m_typed = password;
    if (password.isEmpty())
        m_pause.stop();
    else
        m_pause.start();
    // What was said of another password is not true of this one.
    setState(passwordchange::Editing{.judging = !password.isEmpty()});
}

void PasswordChange::ask()
{
    const CheckPassword question{std::exchange(m_typed, {})};
    m_question = m_api.send(question, this, [this](const Result<PasswordStrength> &answer) {
        if (std::holds_alternative<passwordchange::Editing>(m_state))
            setState(passwordchange::Editing{.strength = answer ? std::optional(*answer) : std::nullopt});
    });
}

void PasswordChange::change(const QString &current, const QString &password, bool signOutOthers)
{
    if (std::holds_alternative<passwordchange::Saving>(m_state))
        return;
    m_pause.stop();
    ChangePassword request;
    request.current = current;
    request.newPassword = password;
    request.signOutOthers = signOutOthers;
    m_gate.send(request, this, [this, attempt = ++m_attempt](const Result<Done> &answer) {
        if (attempt == m_attempt)
            answered(answer);
    });
    setState(passwordchange::Saving{});
}

void PasswordChange::answered(const Result<Done> &answer)
{
    if (answer)
        return setState(passwordchange::Changed{});
    setState(passwordchange::Editing{{}, unlessGivenUp(answer.error())});
}

void PasswordChange::reset()
{
    ++m_attempt;
    m_pause.stop();
    m_typed.clear();
    if (m_question)
        m_question->abort();
    setState(passwordchange::Editing{});
}

void PasswordChange::setState(State state)
{
    if (state.index() != m_state.index())
        qCInfo(sessionLog, "PasswordChange: %s → %s", stateNames[m_state.index()], stateNames[state.index()]);
    m_state = std::move(state);
    Q_EMIT stateChanged();
}

} // namespace passport
