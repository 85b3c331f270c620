// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/core/serverfailure.h"

#include <QByteArray>
#include <QLatin1StringView>
#include <QString>
#include <QVariant>
#include <memory>
#include <optional>
#include <unordered_map>

class QSqlDatabase;
class QSqlQuery;

namespace passport {

/// What the database could not do (schema and code disagree, …). Never an expected outcome: the dispatcher logs it and
/// answers `internal` (SR-47); the transaction is rolled back.
class StoreError : public ServerFailure {
public:
    using ServerFailure::ServerFailure;
};

/// The disk takes nothing more: it is full, or fails, or was made read-only for that. Until somebody helps, whoever
/// wants to change something is told `overloaded` {reason: storage} and may ask again; reading goes on.
class DiskError : public StoreError {
public:
    explicit DiskError(const QString &what);
};

class Db;

/// A statement: a literal ("…"_L1) with `?` for each value. The compiler refuses anything else, so no text can ever be
/// pasted into one.
class Sql {
public:
    consteval Sql(QLatin1StringView literal)
        : m_text(literal)
    {
    }
    [[nodiscard]] QString toString() const { return m_text; }
    [[nodiscard]] const char *id() const { return m_text.data(); } ///< A literal's place never changes.

private:
    QLatin1StringView m_text;
};

/// The rows of one select. Gives its statement back when it dies, so keep it in the scope that reads it.
class Rows {
public:
    Rows(Rows &&) noexcept;
    Rows &operator=(Rows &&) = delete;
    ~Rows();

    [[nodiscard]] bool next(); ///< To the first, then the following row; false after the last.

    // Columns of the current row, from 0.
    [[nodiscard]] qint64 integer(int column) const;
    [[nodiscard]] int smallInteger(int column) const;
    [[nodiscard]] bool boolean(int column) const;
    [[nodiscard]] QString text(int column) const;
    [[nodiscard]] QByteArray bytes(int column) const;
    [[nodiscard]] bool isNull(int column) const;
    [[nodiscard]] std::optional<QString> maybeText(int column) const;
    [[nodiscard]] std::optional<qint64> maybeInteger(int column) const;

private:
    friend class Db;
    Rows(Db &db, Sql sql, std::unique_ptr<QSqlQuery> query);

    Db *m_db;
    Sql m_sql;
    std::unique_ptr<QSqlQuery> m_query;
};

/// One connection with its prepared statements. Belongs to one worker thread; a job gets it by reference and keeps
/// nothing of it. Moments are Unix milliseconds, truth values 0/1, secrets their SHA-256 as BLOB.
class Db {
public:
    /// Opens `file`, making it (0600) if it is missing. Throws StoreError.
    Db(const QString &connectionName, const QString &file);
    ~Db();
    Db(const Db &) = delete;
    Db &operator=(const Db &) = delete;

    /// Throws StoreError.
    [[nodiscard]] Rows select(Sql sql, const QVariantList &values = {});
    /// Insert, update, delete; how many rows it touched. Throws StoreError.
    qint64 run(Sql sql, const QVariantList &values = {});
    /// The rowid of the last insert of this connection.
    [[nodiscard]] qint64 lastId() const { return m_lastId; }
    /// Writes the journal back and empties its file. False, and nothing done, while somebody reads or writes: nobody is
    /// waited for. Not in a transaction. Throws StoreError.
    [[nodiscard]] bool wipeJournal();
    /// Rows that this connection has changed so far. Throws StoreError.
    [[nodiscard]] qint64 changes();
    /// A script of statements without values (migrations). Throws StoreError.
    void script(const QString &sql);
    /// Ends a failed transaction; says nothing if there is none.
    void rollBack();

private:
    friend class Rows;
    std::unique_ptr<QSqlQuery> prepared(Sql sql, const QVariantList &values);
    void giveBack(Sql sql, std::unique_ptr<QSqlQuery> query);
    void configure();
    void close();

    QString m_connection;
    std::unique_ptr<QSqlDatabase> m_database;
    std::unordered_map<const char *, std::unique_ptr<QSqlQuery>> m_statements;
    qint64 m_lastId = 0;
};

/// A text for a column that may not be NULL: Qt Sql writes a null QString as NULL.
[[nodiscard]] inline QVariant present(const QString &text)
{
    return text.isNull() ? QString(QLatin1StringView("")) : text;
}

/// A value for a column that may be NULL.
template <typename T> [[nodiscard]] QVariant orNull(const std::optional<T> &value)
{
    return value ? QVariant(*value) : QVariant();
}

} // namespace passport
