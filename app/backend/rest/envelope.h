// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/http/message.h"
#include "protocol/error.h"

#include <QJsonObject>
#include <QJsonValue>
#include <chrono>

namespace passport {

/// When a call began; the answer's `time` (wire.md 3.5) is computed from it. Real time: not the movable clock.
struct CallTime {
    std::chrono::system_clock::time_point start = std::chrono::system_clock::now();
};

/// The `time` of a part of a batch; of a whole answer it is written by restSuccess().
[[nodiscard]] QJsonObject timeObject(const CallTime &time);

/// Any JSON value as compact text.
[[nodiscard]] QByteArray toJsonText(const QJsonValue &value);

/// `{"result":…,"time":{…}}`
[[nodiscard]] HttpResponse restSuccess(const QJsonValue &result, const CallTime &time);

/// `{"error","error_description","details":{…,"requestId"}}` with the status of errorcodes.h and `Retry-After`. Says
/// nothing about causes (SR-47): a `detail` stays in our log, except of a malformed request, where it names the key.
[[nodiscard]] HttpResponse restFailure(const Error &error, const QByteArray &requestId);

/// The error as a part of a batch has it: `{error, error_description}`.
[[nodiscard]] QJsonObject errorObject(const Error &error);

/// The envelope of AJAX actions (wire.md 1.6); HTTP 200, or 401 for `invalid_authentication`.
[[nodiscard]] HttpResponse ajaxSuccess(const QJsonValue &data);
[[nodiscard]] HttpResponse ajaxFailure(const Error &error, const QByteArray &requestId);

/// A Malformed error of JsonReader ("login: expected string") as `invalid_request {key, reason}`; others unchanged.
[[nodiscard]] Error asWireError(const Error &error);

} // namespace passport
