// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/guard/audit.h"
#include "backend/rest/method.h"

namespace passport {

/// The audit's line about a change by the caller (SR-41).
[[nodiscard]] AuditEntry auditEntry(QLatin1StringView event, const Call &call, const QJsonObject &data = {});

} // namespace passport
