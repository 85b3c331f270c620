// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>
#include <QStringView>

namespace passport {

struct HttpRequest;

/// The names of the members of the object `name` among a request's parameters, in the order in which its body, or its
/// query, has them: QJsonObject sorts its members. Each once. Empty if there is no such object.
[[nodiscard]] QStringList memberOrder(const HttpRequest &request, QStringView name);

} // namespace passport
