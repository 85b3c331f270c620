// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/qr/approvinglimits.h"
#include "backend/qr/qrbell.h"
#include "backend/qr/qrparts.h"
#include "backend/rest/method.h"

namespace passport {

class Db;
class SecondSteps;

/// QR sign-in over the public wire alone (wire.md 1.6, api.md 6): `main.qrcodeauth.pushToken` and `.authenticate`,
/// where `qr.basic` is Y. I/O thread.
class QrBasic {
public:
    QrBasic(const QrParts &parts, const SecondSteps &secondSteps)
        : m_(parts)
        , m_bell(parts.hub)
        , m_limits(m_)
        , m_secondSteps(secondSteps)
    {
    }

    void addTo(ActionTable &actions);

    /// Errors, in the documented order: ERR_PARAMS, ERR_UNIQUE_ID, ERR_OPTION, ERR_GET_TOKEN; too_many.
    boost::asio::awaitable<Result<QJsonValue>> pushToken(const QJsonObject &parameters, const Call &call);
    /// Errors: ERR_PARAMS, ERR_AUTH, ERR_OTP_REQUIRED.
    boost::asio::awaitable<Result<QJsonValue>> authenticate(const QJsonObject &parameters, const Call &call);

private:
    struct Change;
    Result<Done> push(Db &db, const QJsonObject &parameters, const Call &call, Change &change) const;
    [[nodiscard]] Result<PortalId> portalOf(Db &db, const QString &uniqueId, const Call &call) const;
    Result<QByteArray> signIn(Db &db, const QString &token, bool remember, const Call &call, Change &change) const;

    const QrParts m_;
    const QrBell m_bell;
    const ApprovingLimits m_limits;
    const SecondSteps &m_secondSteps;
};

} // namespace passport
