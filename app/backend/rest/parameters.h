// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/result.h"

#include <QByteArrayView>
#include <QJsonObject>

namespace passport {

struct HttpRequest;

/// What a call was given: a JSON object, or a form whose names may nest ("cmd[first]=…", "ids[]=1"); of a GET its
/// query. Unknown query parameters of a POST are nobody's business (wire.md 2.14). Errors: Malformed naming the body.
[[nodiscard]] Result<QJsonObject> parametersOf(const HttpRequest &request);

/// The query of a call whose body is a file: texts, and `true` and `false` as what they say.
[[nodiscard]] Result<QJsonObject> parametersOfQuery(const HttpRequest &request);

/// A query or form as nested objects and lists of texts. Malformed if an escape is broken, it nests deeper than 16 or
/// has more than 1,000 fields.
[[nodiscard]] Result<QJsonObject> parametersOfForm(QByteArrayView form);

} // namespace passport
