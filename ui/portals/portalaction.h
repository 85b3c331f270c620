// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace passport {

/// What a person can do with one portal of the list.
enum class PortalAction {
    Open, ///< In the browser.
    MakeCurrent,
    Accept, ///< The invitation to it.
    Decline,
    Rename,
    Pin,
    Unpin,
    Mute, ///< Its figure does not count in the badge any more.
    Unmute,
    Connect,
    Disconnect,
    Leave, ///< For good.
};

} // namespace passport
