// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "client/changekeys.h"

#include "client/apiclient.h"
#include "protocol/errorcodes.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QUuid>

namespace passport {
namespace {

QByteArray digestOf(const ApiRequest &request)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(request.method.data());
    hash.addData(QJsonDocument(request.body).toJson(QJsonDocument::Compact));
    hash.addData(request.file);
    return hash.result();
}

/// Whether the server may have done it without our knowing. A refused proof may be that of a second copy (ApiCall).
bool isOpen(const Error &error)
{
    return error.kind == Error::Kind::Offline || error.kind == Error::Kind::Timeout || error.code == code::invalidProof;
}

} // namespace

QString ChangeKeys::keyOf(const ApiRequest &request)
{
    m_keys.removeIf([](const auto &entry) { return entry.value().until.hasExpired(); });
    Key &key = m_keys[digestOf(request)];
    if (key.text.isEmpty())
        key.text = QUuid::createUuid().toString(QUuid::Id128); // 32 characters of the 16…64 allowed; no secret
    key.until = QDeadlineTimer(m_life, Qt::CoarseTimer); // it may be this very call that is done
    return key.text;
}

void ChangeKeys::ended(const ApiRequest &request, const Error *error)
{
    if (!error || !isOpen(*error))
        m_keys.remove(digestOf(request));
}

} // namespace passport
