// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "protocol/qrlink.h"

#include "protocol/errorcodes.h"

#include <QRegularExpression>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace passport {

QString originOf(const QUrl &url)
{
    if (url.host().isEmpty())
        return {};
    const QString scheme = url.scheme().toLower();
    const bool secure = scheme == "https"_L1 || scheme == "wss"_L1;
    const int defaultPort = secure ? 443 : 80;
    QString host = url.host(QUrl::FullyEncoded).toLower();
    if (host.contains(u':') && !host.startsWith(u'['))
        host = u'[' + host + u']';
    QString origin = scheme + u"://"_s + host;
    if (url.port(defaultPort) != defaultPort)
        origin += u':' + QString::number(url.port());
    return origin;
}

QString QrLink::toString() const
{
    return u"%1/a/%2/%3/%4/"_s.arg(origin, siteId, uniqueId, channelTag);
}

Result<QrLink> QrLink::parse(const QString &text, const QUrl &origin)
{
    static const QRegularExpression form(QRegularExpression::anchoredPattern(
        u"(https?://[^/?#@\\\\]+)/a/([0-9A-Za-z]{1,8})/([0-9A-Za-z]{16})/([0-9A-Za-z]{32})/"_s));
    const QRegularExpressionMatch match = form.match(text);
    if (!match.hasMatch())
        return Error::ofCode(code::badLink);
    QrLink link{
        .origin = originOf(QUrl(match.captured(1))),
        .siteId = match.captured(2),
        .uniqueId = match.captured(3),
        .channelTag = match.captured(4)};
    if (link.origin != originOf(origin) && link.origin != "https://b24.to"_L1)
        return Error::ofCode(code::badLink);
    return link;
}

QString shownTypedCode(const QString &typedCode)
{
    return typedCode.left(4) + u'-' + typedCode.mid(4);
}

Result<QString> parseTypedCode(const QString &text)
{
    QString letters;
    for (const QChar c : text) {
        if (!c.isSpace() && c != u'-')
            letters.append(c.toUpper());
    }
    const bool known = std::ranges::all_of(letters, [](QChar c) { return typedCodeAlphabet.contains(c); });
    if (letters.size() != typedCodeLength || !known)
        return Error::ofCode(code::badLink);
    return letters;
}

} // namespace passport
