// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/store/db.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>

using namespace Qt::StringLiterals;

namespace passport {
namespace {

[[noreturn]] void fail(const QSqlQuery &query, Sql sql)
{
    throw StoreError(query.lastError().text().trimmed() + u" in: "_s + sql.toString());
}

} // namespace

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

Db::Db(const QString &connectionName)
    : m_connection(connectionName)
    , m_database(std::make_unique<QSqlDatabase>(QSqlDatabase::database(connectionName, false)))
{
}

Db::~Db()
{
    m_statements.clear();
    m_database.reset();
    QSqlDatabase::removeDatabase(m_connection);
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
            fail(*query, sql);
    }
    for (qsizetype i = 0; i < values.size(); ++i)
        query->bindValue(static_cast<int>(i), values.at(i));
    if (!query->exec())
        fail(*query, sql);
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

} // namespace passport
