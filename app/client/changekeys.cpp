// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "client/changekeys.h"

#include "client/apiclient.h"
#include "client/clientcodes.h"
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
    const bool unreadable = error.kind == Error::Kind::Malformed
        && (error.code.isEmpty() || error.code == code::notAPassportServer || error.code == code::answerTooLarge);
    return error.kind == Error::Kind::Offline || error.kind == Error::Kind::Timeout || error.code == code::invalidProof
        || unreadable;
}

QByteArray areaOf(const ApiRequest &request)
{
    const QByteArray method(request.method.data(), request.method.size());
    return method.first(method.lastIndexOf('.'));
}

} // namespace

QString ChangeKeys::keyOf(const ApiRequest &request)
{
    m_keys.removeIf([](const auto &entry) { return entry.value().until.hasExpired(); });
    Key &key = m_keys[digestOf(request)];
    if (key.text.isEmpty())
        key.text = QUuid::createUuid().toString(QUuid::Id128); // 32 characters of the 16…64 allowed; no secret
    key.area = areaOf(request);
    key.lost = false;
    key.until = QDeadlineTimer(m_life, Qt::CoarseTimer); // it may be this very call that is done
    return key.text;
}

void ChangeKeys::ended(const ApiRequest &request, const Error *error)
{
    const QByteArray digest = digestOf(request);
    if (error && isOpen(*error)) {
        if (const auto key = m_keys.find(digest); key != m_keys.end())
            key->lost = true;
        return;
    }
    m_keys.remove(digest);
    if (!error)
        m_keys.removeIf(
            [area = areaOf(request)](const auto &entry) { return entry.value().lost && entry.value().area == area; });
}

} // namespace passport
