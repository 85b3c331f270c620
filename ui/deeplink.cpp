// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/deeplink.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace passport {

std::optional<DeepLink> DeepLink::parse(QStringView text)
{
    // One pattern for the whole text: no decoding, so there is nothing to be decoded twice.
    static const QRegularExpression form(
        u"\\Apassport:(?://)?(?:(?<page>qr|settings)/?|portals(?:/(?<portal>[0-9a-f]{32}))?/?)?\\z"_s);
    const auto match = form.match(text.toString());
    if (!match.hasMatch())
        return {};
    const auto page = match.captured(u"page"_s);
    if (page == "qr"_L1)
        return DeepLink{Page::QrSignIn, {}};
    if (page == "settings"_L1)
        return DeepLink{Page::Settings, {}};
    const auto portal = match.captured(u"portal"_s);
    return DeepLink{Page::Portals, portal.isEmpty() ? std::nullopt : std::optional(PortalId(portal))};
}

} // namespace passport
