// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "client/twostep.h"

#include "client/apiclient.h"
#include "client/logging.h"
#include "client/session.h"
#include "client/stepupgate.h"
#include "protocol/errorcodes.h"

#include <array>

namespace passport {
namespace {

constexpr std::array stateNames{"Loading", "Failed", "Known", "SettingUp", "ShowingCodes"};
static_assert(stateNames.size() == std::variant_size_v<TwoStep::State>);

} // namespace

TwoStep::TwoStep(ApiClient &api, StepUpGate &gate, Session &session, QObject *parent)
    : QObject(parent)
    , m_api(api)
    , m_gate(gate)
    , m_session(session)
{
    connect(&session, &Session::stateChanged, this, [this] {
        if (std::holds_alternative<session::SignedOut>(m_session.state()))
            clear();
    });
}

void TwoStep::refresh()
{
    if (m_reading)
        m_reading->abort();
    m_reading = m_api.send(GetSecurity{}, this, &TwoStep::known);
    if (std::holds_alternative<twostep::Failed>(m_state))
        setState(twostep::Loading{});
}

void TwoStep::ring()
{
    const bool shown
        = std::holds_alternative<twostep::Known>(m_state) || std::holds_alternative<twostep::Failed>(m_state);
    if (m_reading || shown)
        refresh();
}

void TwoStep::known(const Result<SecuritySummary> &answer)
{
    m_reading = nullptr;
    const auto *before = std::get_if<twostep::Known>(&m_state);
    const bool open = before || std::holds_alternative<twostep::Loading>(m_state);
    if (!open)
        return; // something is being set up; it is read again afterwards
    if (answer)
        setState(twostep::Known{*answer, before ? before->error : std::nullopt, before && before->working});
    else if (!before)
        setState(twostep::Failed{answer.error()});
}

/// A gesture begins; false if there is none to begin with.
bool TwoStep::begin()
{
    const auto *known = std::get_if<twostep::Known>(&m_state);
    if (!known || known->working)
        return false;
    ++m_gesture;
    setState(twostep::Known{known->summary, {}, true});
    return true;
}

void TwoStep::failed(const Error &error)
{
    const auto *known = std::get_if<twostep::Known>(&m_state);
    if (!known)
        return;
    setState(twostep::Known{known->summary, unlessGivenUp(error), false});
}

void TwoStep::setUp()
{
    if (!begin())
        return;
    m_gate.send(SetUpOtp{}, this, [this, gesture = m_gesture](const Result<OtpSecret> &answer) {
        if (gesture != m_gesture)
            return;
        if (answer)
            setState(twostep::SettingUp{*answer});
        else
            failed(answer.error());
    });
}

void TwoStep::enable(const QString &code)
{
    const auto *setup = std::get_if<twostep::SettingUp>(&m_state);
    if (!setup || setup->checking)
        return;
    m_gate.send(EnableOtp{code}, this, [this, gesture = ++m_gesture](const Result<RecoveryCodes> &answer) {
        if (gesture == m_gesture)
            codesReceived(answer);
    });
    setState(twostep::SettingUp{setup->secret, {}, true});
}

void TwoStep::newCodes()
{
    if (!begin())
        return;
    m_gate.send(CreateRecoveryCodes{}, this, [this, gesture = m_gesture](const Result<RecoveryCodes> &answer) {
        if (gesture == m_gesture)
            codesReceived(answer);
    });
}

void TwoStep::codesReceived(const Result<RecoveryCodes> &answer)
{
    if (answer)
        return setState(twostep::ShowingCodes{answer->recoveryCodes});
    const auto *setup = std::get_if<twostep::SettingUp>(&m_state);
    if (!setup)
        return failed(answer.error());
    if (answer.error().code == code::ticketGone)
        return lookWhetherOn(answer.error());
    setState(twostep::SettingUp{setup->secret, answer.error(), false});
}

/// Perhaps it was turned on and the answer got lost, or by another program.
void TwoStep::lookWhetherOn(const Error &error)
{
    m_api.send(GetSecurity{}, this, [this, error, gesture = m_gesture](const Result<SecuritySummary> &answer) {
        const auto *setup = std::get_if<twostep::SettingUp>(&m_state);
        if (gesture != m_gesture || !setup)
            return;
        if (answer && answer->twoStep)
            setState(twostep::Known{*answer, error});
        else
            setState(twostep::SettingUp{setup->secret, error, false});
    });
}

void TwoStep::disable()
{
    if (!begin())
        return;
    m_gate.send(DisableOtp{}, this, [this, gesture = m_gesture](const Result<Done> &answer) {
        if (gesture != m_gesture)
            return;
        if (!answer)
            return failed(answer.error());
        setState(twostep::Loading{});
        refresh();
    });
}

void TwoStep::leave()
{
    const bool inside
        = std::holds_alternative<twostep::SettingUp>(m_state) || std::holds_alternative<twostep::ShowingCodes>(m_state);
    if (!inside)
        return;
    ++m_gesture;
    setState(twostep::Loading{});
    refresh();
}

void TwoStep::clear()
{
    ++m_gesture;
    if (m_reading)
        m_reading->abort();
    setState(twostep::Loading{});
}

void TwoStep::setState(State state)
{
    if (state.index() != m_state.index())
        qCInfo(sessionLog, "TwoStep: %s → %s", stateNames[m_state.index()], stateNames[state.index()]);
    m_state = std::move(state);
    Q_EMIT stateChanged();
}

} // namespace passport
