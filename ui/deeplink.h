// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/ids.h"

#include <QStringView>
#include <optional>

namespace passport {

/// Where a `passport:` link leads. Links come from web pages, so one can only show something: it names a page and at
/// most a portal, and can neither sign in, approve, switch nor carry a token (SR-26).
struct DeepLink {
    enum class Page { Portals, QrSignIn, Settings };

    Page page = Page::Portals;
    std::optional<PortalId> portal; ///< Only with Portals: the row to show.

    /// Accepts `passport:`, `passport:portals`, `passport:qr`, `passport:settings` and `passport:portals/<memberId>`,
    /// with `//` after the colon or without. Everything else is no link of ours: none.
    [[nodiscard]] static std::optional<DeepLink> parse(QStringView text);

    bool operator==(const DeepLink &) const = default;
};

} // namespace passport
