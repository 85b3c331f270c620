// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/admin/usercommands.h"

namespace passport {

/// `portal list|rename|member|sweep`: what support and the administrators inside a portal do, for a server that has no
/// portals of its own to do it in.
Output runPortal(Foundation &foundation, const Subcommand &command);

} // namespace passport
