// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/store/folderlock.h"

#include <QDir>
#include <QFile>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace passport {

Result<std::unique_ptr<FolderLock>> FolderLock::take(const QString &folder)
{
    const QByteArray name = QFile::encodeName(QDir(folder).filePath(u"server.lock"_s));
    const int descriptor = ::open(name.constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (descriptor < 0)
        return Error::malformed(u"cannot write in %1; give --data a folder that you may write"_s.arg(folder));
    if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
        ::close(descriptor);
        return Error::malformed(
            u"another passport-backend serves %1 already; stop it or give --data another folder"_s.arg(folder));
    }
    return std::unique_ptr<FolderLock>(new FolderLock(descriptor));
}

FolderLock::~FolderLock()
{
    ::close(m_descriptor);
}

} // namespace passport
