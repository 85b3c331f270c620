// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/httpexchange.h"
#include "protocol/result.h"

#include <QJsonObject>

namespace passport {

/// The one table from what happened on the wire to what it asks of us (architecture.md 4.6). Nothing if the server
/// answered at all, whatever it said. Details {host}, and {proxy} of a ProxyAuth.
[[nodiscard]] std::optional<Error> transportError(const HttpAnswer &answer);

/// Why a certificate was refused, with details {host, reason, issuer}. `reason` is one of "expired", "not_yet_valid",
/// "wrong_host", "self_signed", "unknown_issuer", "revoked", "other".
[[nodiscard]] Error tlsError(const QString &host, const std::optional<QSslError> &error, const QString &reason);

/// The object of a JSON answer: {"result": {…}} taken out of its envelope, or the error it names.
[[nodiscard]] Result<QJsonObject> restResult(const HttpAnswer &answer);

/// The `data` of an AJAX action's answer (wire.md 1.6), or the first error it names, with its customData as details.
[[nodiscard]] Result<QJsonObject> actionResult(const HttpAnswer &answer);

/// The same for answers without an envelope, as /oauth/token/ gives them.
[[nodiscard]] Result<QJsonObject> plainResult(const HttpAnswer &answer);

} // namespace passport
