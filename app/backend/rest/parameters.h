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

/// What a name of a form is a path of: "cmd[first][x]" is cmd, first, x, and "ids[]" is ids and an empty part, the next
/// free number. A name without well-formed brackets is one part.
[[nodiscard]] QStringList formPathOf(const QString &name);

/// Whether the body is JSON: by its first character rather than by Content-Type alone, as `curl -d '{…}'` calls JSON a
/// form. Cookies are safe all the same, a page of another site cannot know the CSRF token.
[[nodiscard]] bool hasJsonBody(const HttpRequest &request);

} // namespace passport
