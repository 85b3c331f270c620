// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0

// Every request that the backend reads and every answer that the client reads.

#include "protocol/accountapi.h"
#include "protocol/capabilitiesapi.h"
#include "protocol/json.h"
#include "protocol/portalsapi.h"
#include "protocol/pullapi.h"
#include "protocol/qrapprovalapi.h"
#include "protocol/qrloginapi.h"
#include "protocol/signinapi.h"

using namespace passport;

namespace {

/// What is understood must be understood again after it was written.
template <typename T> void roundTrip(const QJsonObject &json)
{
    const Result<T> value = T::fromJson(json);
    if (value && !T::fromJson(value->toJson()))
        __builtin_trap();
}

template <Endpoint... E> void all(const QJsonObject &json)
{
    (roundTrip<E>(json), ...);
    (roundTrip<typename E::Response>(json), ...);
}

void endpoints(const QJsonObject &json)
{
    all<GetCapabilities, SignInByPassword, SubmitSignInCode, IssueTokens, GetProfile, GetPullConfig, ListPortals,
        SwitchPortal, OpenPortalLink, GetCounters, OpenQrLogin, GetQrStatus, SendQrNumber, ClaimQrLogin, CancelQrLogin,
        ScanQr, GetQrApproval, ApproveQr, UndoQr>(json);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    const auto json = parseJsonObject(QByteArray(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size)));
    if (!json)
        return 0;
    endpoints(*json);
    for (const auto part : {"request", "response"}) // the seeds are wire files with both
        endpoints(json->value(QLatin1StringView(part)).toObject());
    return 0;
}
