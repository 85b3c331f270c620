// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/portals/portaladdress.h"

#include "backend/core/crypto.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace passport {
namespace {

constexpr qsizetype shortest = 3; // wire.md 4.1
constexpr qsizetype longest = 60;
constexpr qsizetype generatedLetters = 6;

/// Names of services and of ourselves, under which somebody could pretend to be the operator.
constexpr std::array reserved{
    "about"_L1,    "abuse"_L1,       "account"_L1, "accounts"_L1, "admin"_L1,     "administrator"_L1, "api"_L1,
    "app"_L1,      "apps"_L1,        "auth"_L1,    "auth2"_L1,    "b24"_L1,       "billing"_L1,       "bitrix"_L1,
    "bitrix24"_L1, "blog"_L1,        "cdn"_L1,     "cloud"_L1,    "dev"_L1,       "disk"_L1,          "dns"_L1,
    "docs"_L1,     "download"_L1,    "email"_L1,   "enter"_L1,    "forum"_L1,     "ftp"_L1,           "help"_L1,
    "helpdesk"_L1, "home"_L1,        "imap"_L1,    "info"_L1,     "localhost"_L1, "login"_L1,         "logout"_L1,
    "mail"_L1,     "marketplace"_L1, "mobile"_L1,  "network"_L1,  "news"_L1,      "no-reply"_L1,      "noreply"_L1,
    "ns1"_L1,      "ns2"_L1,         "oauth"_L1,   "outbox"_L1,   "partner"_L1,   "partners"_L1,      "passport"_L1,
    "password"_L1, "pay"_L1,         "payment"_L1, "pop"_L1,      "pop3"_L1,      "portal"_L1,        "postmaster"_L1,
    "profile"_L1,  "push"_L1,        "rest"_L1,    "root"_L1,     "security"_L1,  "shop"_L1,          "signin"_L1,
    "signup"_L1,   "sites"_L1,       "smtp"_L1,    "sso"_L1,      "static"_L1,    "status"_L1,        "store"_L1,
    "support"_L1,  "system"_L1,      "test"_L1,    "training"_L1, "update"_L1,    "vpn"_L1,           "webmaster"_L1,
    "wiki"_L1,     "www"_L1};

bool isInside(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'-';
}

} // namespace

QString foldedAddress(const QString &text)
{
    return text.trimmed().toLower();
}

std::optional<AddressCheck::Reason> problemOfAddress(const QString &address)
{
    using Reason = AddressCheck::Reason;
    if (address.size() < shortest || address.size() > longest)
        return Reason::Length;
    if (!std::ranges::all_of(address, isInside) || address.startsWith(u'-') || address.endsWith(u'-'))
        return Reason::Characters;
    if (address.contains("--"_L1))
        return Reason::Hyphens;
    if (std::ranges::find(reserved, address) != reserved.end())
        return Reason::Taken;
    return std::nullopt;
}

QString generatedAddress()
{
    constexpr QLatin1StringView letters("abcdefghijklmnopqrstuvwxyz0123456789");
    QString address = u"b24-"_s;
    for (qsizetype i = 0; i < generatedLetters; ++i)
        address.append(letters.at(crypto::randomBelow(static_cast<quint32>(letters.size()))));
    return address;
}

} // namespace passport
