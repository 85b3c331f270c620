// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "client/addresstyping.h"

#include "client/apiclient.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace passport {

using namespace addresscheck;

namespace {

constexpr std::array endings{"-company"_L1, "-team"_L1}; // of what is proposed instead of a taken address

} // namespace

AddressTyping::AddressTyping(ApiClient &api, QString own, QObject *parent)
    : QObject(parent)
    , m_api(api)
    , m_own(std::move(own))
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(pause);
    connect(&m_pause, &QTimer::timeout, this, &AddressTyping::ask);
}

std::optional<AddressCheck::Reason> AddressTyping::brokenRule(const QString &address)
{
    const auto allowed = [](QChar sign) {
        return (sign >= u'a' && sign <= u'z') || (sign >= u'A' && sign <= u'Z') || (sign >= u'0' && sign <= u'9')
            || sign == u'-';
    };
    if (!std::ranges::all_of(address, allowed) || address.startsWith(u'-') || address.endsWith(u'-'))
        return AddressCheck::Reason::Characters;
    if (address.contains("--"_L1))
        return AddressCheck::Reason::Hyphens;
    if (address.size() < shortest || address.size() > longest)
        return AddressCheck::Reason::Length;
    return {};
}

bool AddressTyping::isUsable() const
{
    return !std::holds_alternative<Empty>(m_state) && !std::holds_alternative<Refused>(m_state);
}

void AddressTyping::type(const QString &text)
{
    const QString address = text.trimmed().toLower();
    if (m_request)
        m_request->abort();
    m_request = nullptr;
    m_pause.stop();
    m_address = address;
    if (address.isEmpty() || address == m_own)
        return setState(Empty{});
    if (const auto rule = brokenRule(address))
        return setState(Refused{*rule});
    m_pause.start();
    setState(Typing{});
}

void AddressTyping::ask()
{
    m_request = m_api.send(CheckPortalAddress{.address = m_address}, this, &AddressTyping::answered);
    setState(Asking{});
}

void AddressTyping::answered(const Result<AddressCheck> &answer)
{
    m_request = nullptr;
    if (!answer)
        return setState(Failed{answer.error()});
    if (answer->free)
        return setState(Free{});
    setState(Refused{answer->reason.value_or(AddressCheck::Reason::Unknown)});
    if (answer->reason == AddressCheck::Reason::Taken)
        propose(0);
}

void AddressTyping::propose(std::size_t which)
{
    if (which == endings.size())
        return;
    const QString like = m_address + endings.at(which);
    if (like == m_own || brokenRule(like))
        return propose(which + 1);
    m_request = m_api.send(
        CheckPortalAddress{.address = like}, this, [this, like, which](const Result<AddressCheck> &answer) {
            m_request = nullptr;
            auto refused = std::get<Refused>(m_state); // typing takes the request back
            if (!answer)
                return; // then without proposals
            propose(which + 1);
            if (answer->free) {
                refused.proposals += like;
                setState(refused);
            }
        });
}

void AddressTyping::setState(State state)
{
    m_state = std::move(state);
    Q_EMIT stateChanged();
}

} // namespace passport
