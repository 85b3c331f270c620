// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/store/secrets.h"

#include "backend/core/crypto.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace passport {
namespace {

constexpr qsizetype masterSize = 32;

Result<QByteArray> read(const QString &name)
{
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    if (QFileInfo(name).permissions() & others)
        return Error::malformed(u"%1 can be read by others; run: chmod 600 %1"_s.arg(name));
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly))
        return Error::malformed(u"cannot read %1: %2"_s.arg(name, file.errorString()));
    QByteArray master = file.readAll();
    if (master.size() != masterSize)
        return Error::malformed(u"%1 is damaged; restore it from a backup"_s.arg(name));
    return master;
}

Result<QByteArray> make(const QString &name)
{
    QByteArray master = crypto::randomBytes(masterSize);
    QSaveFile file(name); // appears whole or not at all
    const bool saved = file.open(QIODevice::WriteOnly) && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
        && file.write(master) == masterSize && file.flush() && file.commit(); // flush() alone sees a full disk
    if (!saved)
        return Error::malformed(u"cannot write %1: %2"_s.arg(name, file.errorString()));
    return master;
}

} // namespace

Result<Secrets> Secrets::open(const QString &folder)
{
    const QString name = QDir(folder).filePath(u"secret.key"_s);
    const Result<QByteArray> master = QFileInfo::exists(name) ? read(name) : make(name);
    if (!master)
        return master.error();
    return Secrets(*master);
}

QByteArray Secrets::keyFor(QLatin1StringView purpose) const
{
    return crypto::hmacSha256(m_master, QByteArrayView(purpose.data(), purpose.size()));
}

} // namespace passport
