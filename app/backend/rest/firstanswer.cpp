// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/rest/firstanswer.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace passport {

void FirstAnswer::keep(Db &db, const QJsonValue &answer)
{
    const QByteArray text = QJsonDocument(QJsonArray{answer}).toJson(QJsonDocument::Compact);
    db.run("DELETE FROM answer WHERE given_at <= ?"_L1, {m_now - qint64(life.count())});
    db.run(
        "INSERT OR REPLACE INTO answer (hash, answer, given_at, user_id) VALUES (?, ?, ?, ?)"_L1,
        {m_name, text, m_now, m_user == 0 ? QVariant() : QVariant(m_user)});
    m_kept = true;
}

} // namespace passport
