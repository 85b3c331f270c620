// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "client/qrobstacle.h"

#include "protocol/errorcodes.h"

using namespace std::chrono_literals;

namespace passport {
namespace {

using qrlogin::Unavailable;

constexpr auto busyPause = 10s; // where the server does not say how long
constexpr int oddAnswers = 3;

Unavailable::Reason reasonOf(Capabilities::QrRefusal refusal)
{
    switch (refusal) {
    case Capabilities::QrRefusal::NoPush:
        return Unavailable::Reason::NoPush;
    case Capabilities::QrRefusal::Modules:
        return Unavailable::Reason::Modules;
    case Capabilities::QrRefusal::None:
    case Capabilities::QrRefusal::Disabled:
        break;
    }
    return Unavailable::Reason::Disabled;
}

} // namespace

std::optional<Unavailable> obstacleOf(const Capabilities &capabilities, const Policy &policy)
{
    if (!capabilities.qrAllowed)
        return Unavailable{reasonOf(capabilities.qrRefusal), capabilities.qrMissing};
    if (capabilities.qrHardened || (capabilities.qrBasic && policy.qrBasicAllowed))
        return std::nullopt;
    return capabilities.qrBasic ? basicRefusedBy(policy) : Unavailable{Unavailable::Reason::NotOffered, {}};
}

Unavailable basicRefusedBy(const Policy &policy)
{
    return Unavailable{policy.qrBasicDecided ? Unavailable::Reason::Policy : Unavailable::Reason::Default, {}};
}

qrlogin::State stateOfRefusal(const Error &error)
{
    if (error.code == code::qrDisabled)
        return Unavailable{Unavailable::Reason::Disabled, {}};
    if (error.code == code::pushUnavailable)
        return Unavailable{Unavailable::Reason::NoPush, {}};
    if (error.code == code::methodNotFound || error.code == code::basicRefused)
        return Unavailable{Unavailable::Reason::NotOffered, {}};
    if (error.kind == Error::Kind::Busy)
        return qrlogin::TooMany{QDeadlineTimer(error.retryAfter.value_or(busyPause))};
    return qrlogin::Stopped{error};
}

bool isWorthRepeating(const Error &error, int failures)
{
    if (error.kind == Error::Kind::Malformed)
        return failures < oddAnswers;
    return error.kind == Error::Kind::Offline || error.kind == Error::Kind::Timeout;
}

} // namespace passport
