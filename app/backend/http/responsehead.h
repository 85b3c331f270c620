// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/http/message.h"

namespace passport {

/// What the request decides about its answer's form.
struct AnswerForm {
    bool keepAlive = true;
    bool http10 = false;
    bool headOnly = false; ///< HEAD: the length is told, the body is not sent.
    bool secure = false; ///< Strict-Transport-Security only over TLS.
};

/// The head of an answer, to be sent before `response.body`: status line, length, connection, date, request id, the
/// security headers that the response has not set itself. A header with a line break in it is left out.
[[nodiscard]] QByteArray
responseHead(const HttpResponse &response, const AnswerForm &form, const QByteArray &requestId);

[[nodiscard]] QByteArray reasonPhrase(int status);

/// `Sat, 21 Nov 2026 21:40:00 GMT` (RFC 9110 5.6.7), of this second.
[[nodiscard]] QByteArray httpDate();

} // namespace passport
