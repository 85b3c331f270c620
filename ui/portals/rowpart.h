// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace passport {

/// What of a row in the list of portals the keyboard is at: Tab goes from one to the next (see PortalView).
enum class RowPart { Row, Accept, Decline, Menu };

} // namespace passport
