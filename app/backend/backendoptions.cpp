// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/backendoptions.h"

#include <QFileInfo>
#include <QHostAddress>

using namespace Qt::StringLiterals;

namespace passport {
namespace {

Error refused(const QString &sentence)
{
    return {.kind = Error::Kind::Refused, .code = {}, .detail = sentence, .details = {}};
}

} // namespace

std::optional<BackendOptions::Endpoint> BackendOptions::Endpoint::parse(const QString &text)
{
    const qsizetype colon = text.lastIndexOf(u':');
    if (colon <= 0)
        return std::nullopt;
    QString host = text.first(colon);
    if (host == "localhost"_L1)
        host = u"127.0.0.1"_s;
    if (host.startsWith(u'[') && host.endsWith(u']'))
        host = host.sliced(1, host.size() - 2);
    bool isNumber = false;
    const uint port = text.sliced(colon + 1).toUInt(&isNumber);
    if (!isNumber || port > 65535 || QHostAddress(host).isNull())
        return std::nullopt;
    return Endpoint{.address = host.toLatin1(), .port = static_cast<quint16>(port)};
}

bool BackendOptions::Endpoint::isLoopback() const
{
    return QHostAddress(QString::fromLatin1(address)).isLoopback();
}

QString BackendOptions::Endpoint::toString() const
{
    const QString host = QString::fromLatin1(address);
    return (host.contains(u':') ? u'[' + host + u']' : host) + u':' + QString::number(port);
}

Result<Done> checkSecretFile(const QString &file)
{
    const QFileInfo info(file);
    if (!info.isReadable())
        return refused(u"The file %1 cannot be read."_s.arg(file));
    if (info.permissions() & (QFileDevice::ReadOther | QFileDevice::WriteOther))
        return refused(u"Others may read %1, and it holds secrets: chmod 600 it."_s.arg(file));
    return Done{};
}

Result<Done> BackendOptions::checkUsage() const
{
    if (data.isEmpty())
        return refused(u"Say where the data lie: --data DIR."_s);
    const bool isWeb = publicUrl.scheme() == "http"_L1 || publicUrl.scheme() == "https"_L1;
    if (!publicUrl.isEmpty() && (publicUrl.host().isEmpty() || !isWeb))
        return refused(u"--public-url must be like https://passport.example.com."_s);
    return Done{};
}

Result<Done> BackendOptions::check() const
{
    const Result<Done> usable = checkUsage();
    if (!usable)
        return usable;
    if (!listen.isLoopback() && !tls && !behindProxy)
        return refused(u"Plain HTTP is for this machine alone: listen at 127.0.0.1, give --tls-cert and --tls-key, or "
                       "say --behind-proxy."_s);
    if (demo && !listen.isLoopback() && !behindProxy)
        return refused(u"--demo has people whose passwords everybody knows: listen at 127.0.0.1."_s);
    if (tls) {
        const Result<Done> key = checkSecretFile(QString::fromUtf8(tls->key));
        if (!key)
            return key;
    }
    return post.check();
}

} // namespace passport
