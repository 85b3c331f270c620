// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/store/db.h"

#include "protocol/busyreason.h"

#include <QFile>
#include <QRegularExpression>
#include <QScopeGuard>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <fcntl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace passport {
namespace {

// Result codes of SQLite. Their lowest byte is the kind, the rest says it more closely.
constexpr int readOnly = 8;
constexpr int inputOutput = 10;
constexpr int full = 13;

/// Long enough for somebody to look at the disk; what comes too early is told the same once more.
constexpr std::chrono::seconds diskRetry{30};

[[noreturn]] void fail(const QSqlQuery &query, const QString &sql)
{
    const QString what = query.lastError().text().trimmed() + u" in: "_s + sql;
    const int kind = query.lastError().nativeErrorCode().toInt() & 0xff;
    if (kind == readOnly || kind == inputOutput || kind == full)
        throw DiskError(what);
    throw StoreError(what);
}

Error diskAnswer()
{
    Error error = Error::ofCode(code::overloaded, {}, {{"reason"_L1, busyreason::storage}});
    error.retryAfter = diskRetry;
    return error;
}

/// Qt Sql runs one statement at a time. Comments go first: they may hold a semicolon.
QStringList statementsOf(const QString &script)
{
    static const QRegularExpression comment(u"--[^\\n]*"_s);
    QStringList statements;
    for (const QString &part : QString(script).remove(comment).split(u';')) {
        if (!part.trimmed().isEmpty())
            statements.append(part.trimmed());
    }
    return statements;
}

} // namespace

DiskError::DiskError(const QString &what)
    : StoreError(what, diskAnswer())
{
}

Rows::Rows(Db &db, Sql sql, std::unique_ptr<QSqlQuery> query)
    : m_db(&db)
    , m_sql(sql)
    , m_query(std::move(query))
{
}

Rows::Rows(Rows &&) noexcept = default;

Rows::~Rows()
{
    if (m_query)
        m_db->giveBack(m_sql, std::move(m_query));
}

bool Rows::next()
{
    return m_query->next();
}

qint64 Rows::integer(int column) const
{
    return m_query->value(column).toLongLong();
}

int Rows::smallInteger(int column) const
{
    return m_query->value(column).toInt();
}

bool Rows::boolean(int column) const
{
    return integer(column) != 0;
}

QString Rows::text(int column) const
{
    return m_query->value(column).toString();
}

QByteArray Rows::bytes(int column) const
{
    return m_query->value(column).toByteArray();
}

bool Rows::isNull(int column) const
{
    return m_query->isNull(column);
}

std::optional<QString> Rows::maybeText(int column) const
{
    return isNull(column) ? std::nullopt : std::optional(text(column));
}

std::optional<qint64> Rows::maybeInteger(int column) const
{
    return isNull(column) ? std::nullopt : std::optional(integer(column));
}

Db::Db(const QString &connectionName, const QString &file)
    : m_connection(connectionName)
{
    // The journal files take their mode from the database file (SR-45). O_EXCL: an existing file must not be opened
    // here, for closing it would drop the locks that SQLite holds on it for this process, and the next subcommand would
    // believe itself alone and delete the journal under us.
    const int made = ::open(QFile::encodeName(file).constData(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (made >= 0)
        ::close(made);
    m_database = std::make_unique<QSqlDatabase>(QSqlDatabase::addDatabase(u"QSQLITE"_s, connectionName));
    m_database->setDatabaseName(file);
    m_database->setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=5000"_s); // a subcommand may be writing
    const bool opened = m_database->open();
    const QString problem = m_database->lastError().text();
    try {
        if (!opened)
            throw StoreError(problem);
        configure();
    } catch (...) {
        close();
        throw;
    }
}

Db::~Db()
{
    close();
}

void Db::close()
{
    m_statements.clear();
    m_database.reset();
    QSqlDatabase::removeDatabase(m_connection);
}

void Db::configure()
{
    run("PRAGMA journal_mode = WAL"_L1);
    run("PRAGMA synchronous = FULL"_L1); // acknowledged means on the disk
    run("PRAGMA foreign_keys = ON"_L1);
    run("PRAGMA secure_delete = ON"_L1); // what is deleted is overwritten
    run("PRAGMA mmap_size = 268435456"_L1); // reads without a copy through the page cache
}

std::unique_ptr<QSqlQuery> Db::prepared(Sql sql, const QVariantList &values)
{
    // A statement in use is out of the cache, so the same select may be nested in its own loop.
    std::unique_ptr<QSqlQuery> query;
    if (auto cached = m_statements.extract(sql.id())) {
        query = std::move(cached.mapped());
    } else {
        query = std::make_unique<QSqlQuery>(*m_database);
        query->setForwardOnly(true);
        if (!query->prepare(sql.toString()))
            fail(*query, sql.toString());
    }
    for (qsizetype i = 0; i < values.size(); ++i)
        query->bindValue(static_cast<int>(i), values.at(i));
    if (!query->exec())
        fail(*query, sql.toString());
    return query;
}

void Db::giveBack(Sql sql, std::unique_ptr<QSqlQuery> query)
{
    query->finish(); // an unfinished select would hold its snapshot
    m_statements.insert_or_assign(sql.id(), std::move(query));
}

Rows Db::select(Sql sql, const QVariantList &values)
{
    return {*this, sql, prepared(sql, values)};
}

qint64 Db::run(Sql sql, const QVariantList &values)
{
    std::unique_ptr<QSqlQuery> query = prepared(sql, values);
    const qint64 touched = query->numRowsAffected();
    const QVariant id = query->lastInsertId();
    if (id.isValid())
        m_lastId = id.toLongLong();
    giveBack(sql, std::move(query));
    return touched;
}

bool Db::wipeJournal()
{
    run("PRAGMA busy_timeout = 0"_L1);
    const auto asBefore = qScopeGuard([this] { QSqlQuery(*m_database).exec(u"PRAGMA busy_timeout = 5000"_s); });
    Rows rows = select("PRAGMA wal_checkpoint(TRUNCATE)"_L1); // whether it was busy, then numbers of pages
    return rows.next() && !rows.boolean(0);
}

qint64 Db::changes()
{
    Rows rows = select("SELECT total_changes()"_L1);
    return rows.next() ? rows.integer(0) : 0;
}

void Db::script(const QString &sql)
{
    QSqlQuery query(*m_database);
    for (const QString &statement : statementsOf(sql)) {
        if (!query.exec(statement))
            fail(query, statement);
    }
}

void Db::rollBack()
{
    QSqlQuery query(*m_database);
    query.exec(u"ROLLBACK"_s);
}

} // namespace passport
