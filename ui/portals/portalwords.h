// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/portal.h"

#include <QCoreApplication>

namespace passport {

/// What a portal's values are called; for rows, menus and speech alike.
class PortalWords {
    Q_DECLARE_TR_FUNCTIONS(PortalWords)
public:
    /// "Administrator"; empty for a role this version does not know.
    [[nodiscard]] static QString role(Portal::Role role);
    /// "Invitation"; empty for an active portal.
    [[nodiscard]] static QString state(Portal::State state);
    /// Why such a portal cannot be entered; empty if it can.
    [[nodiscard]] static QString whyNotEnterable(Portal::State state);
};

} // namespace passport
