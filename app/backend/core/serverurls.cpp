// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/core/serverurls.h"

#include "protocol/qrlink.h"

#include <array>

using namespace Qt::StringLiterals;

namespace passport {
namespace {

constexpr std::array loopback{"127.0.0.1"_L1, "localhost"_L1, "[::1]"_L1};

/// The url's host in each of the names that loopback has; other hosts have one.
QStringList originsOf(const QUrl &url)
{
    const QString origin = originOf(url);
    for (const QLatin1StringView name : loopback) {
        const QString start = url.scheme().toLower() + u"://"_s + name;
        if (origin != start && !origin.startsWith(start + u':'))
            continue;
        QStringList origins;
        for (const QLatin1StringView other : loopback)
            origins.append(url.scheme().toLower() + u"://"_s + other + origin.mid(start.size()));
        return origins;
    }
    return {origin};
}

} // namespace

void ServerUrls::set(const QUrl &base, const QList<QUrl> &audiences)
{
    m_base = base.adjusted(QUrl::RemoveQuery | QUrl::RemoveFragment).toString(QUrl::FullyEncoded);
    while (m_base.endsWith(u'/')) // QUrl's own stripping keeps the one of the root
        m_base.chop(1);
    const QString origin = originOf(base);
    m_domain = origin.mid(origin.indexOf("://"_L1) + 3);
    m_origins = originsOf(base);
    for (const QUrl &audience : audiences)
        m_origins += originsOf(audience);
}

QString ServerUrls::portal(const QString &address) const
{
    return m_base + u"/p/"_s + address + u'/';
}

QString ServerUrls::portalRest(const QString &address) const
{
    return portal(address) + u"rest/"_s;
}

} // namespace passport
