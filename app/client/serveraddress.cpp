// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "client/serveraddress.h"

#include "client/networkaccess.h"

using namespace Qt::StringLiterals;

namespace passport {

std::optional<QUrl> serverFromText(const QString &text)
{
    const QString typed = text.trimmed();
    const bool schemeGiven = typed.contains("://"_L1);
    QUrl url(schemeGiven ? typed : "https://"_L1 + typed, QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty() || !url.userInfo().isEmpty())
        return {};
    if (!schemeGiven && isLoopback(url.host()))
        url.setScheme(u"http"_s);
    if (url.scheme() != "https"_L1 && !(url.scheme() == "http"_L1 && isLoopback(url.host())))
        return {};
    return url.adjusted(QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveFragment);
}

} // namespace passport
