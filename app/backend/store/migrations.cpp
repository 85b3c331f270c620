// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/store/migrations.h"

#include "backend/store/db.h"

#include <QDir>
#include <QFile>
#include <QSet>

using namespace Qt::StringLiterals;

namespace passport {
namespace {

struct Migration {
    int number;
    QString file;
};

const QString folder = u":/passport/schema"_s;

/// In order of number; the names begin with three digits.
QList<Migration> ours()
{
    QList<Migration> found;
    const QStringList files = QDir(folder).entryList({u"*.sql"_s}, QDir::Files, QDir::Name);
    for (const QString &file : files)
        found.append({file.left(3).toInt(), file});
    return found;
}

QSet<int> applied(Db &db)
{
    QSet<int> numbers;
    Rows rows = db.select("SELECT number FROM migration"_L1);
    while (rows.next())
        numbers.insert(rows.smallInteger(0));
    return numbers;
}

} // namespace

Result<int> migrate(Db &db)
{
    db.run("CREATE TABLE IF NOT EXISTS migration (number INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT"_L1);
    QSet<int> seen = applied(db);
    int count = 0;
    for (const Migration &migration : ours()) {
        if (seen.remove(migration.number))
            continue;
        QFile script(folder + u'/' + migration.file);
        if (!script.open(QIODevice::ReadOnly))
            throw StoreError(u"cannot read "_s + script.fileName());
        db.script(QString::fromUtf8(script.readAll()));
        db.run("INSERT INTO migration VALUES (?, ?)"_L1, {migration.number, migration.file});
        ++count;
    }
    if (!seen.isEmpty())
        return Error::malformed(
            u"the database was written by a newer passport-backend; start that version or restore a backup"_s);
    return count;
}

} // namespace passport
