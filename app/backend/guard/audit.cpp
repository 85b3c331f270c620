// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/guard/audit.h"

#include "backend/core/crypto.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace passport {
namespace {

struct Head {
    qint64 number = 0;
    QByteArray hash;
};

Head headOf(Db &db)
{
    Rows rows = db.select("SELECT number, hash FROM audit_head"_L1);
    if (!rows.next())
        throw StoreError(u"the audit log has lost its head"_s);
    return {rows.integer(0), rows.bytes(1)};
}

} // namespace

Audit::Audit(const Clock &clock, const QByteArray &key)
    : m_clock(clock)
    , m_key(key)
    , m_markKey(crypto::hmacSha256(key, "mark"))
{
}

QString Audit::mark(const QString &text) const
{
    return QString::fromLatin1(crypto::hmacSha256(m_markKey, text.toUtf8()).toHex());
}

/// A JSON list separates the fields, so no two rows can read alike. Numbers stand as text: JSON would round them.
QByteArray Audit::chained(const QByteArray &previous, const QStringList &row) const
{
    const QByteArray content = QJsonDocument(QJsonArray::fromStringList(row)).toJson(QJsonDocument::Compact);
    return crypto::hmacSha256(m_key, previous + content);
}

void Audit::record(Db &db, const AuditEntry &entry) const
{
    const Head head = headOf(db);
    const qint64 number = head.number + 1;
    const qint64 at = m_clock.nowMs();
    const QString data = QString::fromUtf8(QJsonDocument(entry.data).toJson(QJsonDocument::Compact));
    const QString actor = entry.actor ? QString::number(*entry.actor) : QString();
    const QByteArray hash = chained(
        head.hash,
        {QString::number(number), QString::number(at), entry.event, actor, entry.session, entry.address, entry.device,
         entry.requestId, data});
    db.run(
        "INSERT INTO audit VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_L1,
        {number, at, QString(entry.event), orNull(entry.actor), present(entry.session), present(entry.address),
         present(entry.device), present(entry.requestId), data, hash});
    db.run("UPDATE audit_head SET number = ?, hash = ?"_L1, {number, hash});
}

Result<qint64> Audit::verify(Db &db) const
{
    Head last;
    Rows rows = db.select("SELECT number, at, event, actor, session, address, device, request, data, hash FROM audit"
                          " ORDER BY number"_L1);
    while (rows.next()) {
        QStringList row;
        for (int column = 0; column < 9; ++column)
            row.append(rows.text(column));
        const QByteArray expected = chained(last.hash, row);
        if (rows.integer(0) != last.number + 1 || rows.bytes(9) != expected)
            return Error::malformed(u"the audit log was changed at or before number %1"_s.arg(rows.integer(0)));
        last = {rows.integer(0), expected};
    }
    const Head head = headOf(db);
    if (head.number != last.number || head.hash != last.hash)
        return Error::malformed(u"the audit log has lost its last rows, after number %1"_s.arg(last.number));
    return last.number;
}

} // namespace passport
