// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/accountapi.h"

#include <QString>
#include <vector>

namespace passport {

/// What became of a change in the portals.
struct OutcomeWords {
    QString sentence;
    QString failed; ///< The portals that did not take it over; empty if all did.
};

[[nodiscard]] OutcomeWords outcomeWords(const std::vector<PortalOutcome> &portals);
/// One line a portal, by their names.
[[nodiscard]] QString outcomeDetails(const std::vector<PortalOutcome> &portals);

/// "«Ромашка», «Склад», «Лён» and 3 more": at most three names.
[[nodiscard]] QString namedPortals(const QStringList &titles);

} // namespace passport
