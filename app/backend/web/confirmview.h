// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/web/webpages.h"
#include "protocol/qrapprovalapi.h"

namespace passport {

class ServerUrls;

/// What confirm-ask.html shows of an approval: facts, number, time left.
[[nodiscard]] PageValues
approvalValues(const WebPages &pages, const Visitor &visitor, const QrApproval &approval, const ServerUrls &urls);

} // namespace passport
