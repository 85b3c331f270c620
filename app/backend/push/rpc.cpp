// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/push/rpc.h"

#include "protocol/json.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace passport {
namespace {

constexpr int parseError = -32700;
constexpr int invalidRequest = -32600;
constexpr int methodNotFound = -32601;
constexpr int invalidParams = -32602;
constexpr qsizetype mostAsked = 100;

QByteArray answer(QJsonObject body, const QJsonValue &id)
{
    body.insert("jsonrpc"_L1, "2.0"_L1);
    body.insert("id"_L1, id.isUndefined() ? QJsonValue() : id);
    return QJsonDocument(body).toJson(QJsonDocument::Compact);
}

QByteArray failure(int code, QLatin1StringView message, const QJsonValue &id)
{
    return answer({{"error"_L1, QJsonObject{{"code"_L1, code}, {"message"_L1, message}}}}, id);
}

QJsonArray channelsOf(const ListenRight &right)
{
    QJsonArray channels;
    for (const ChannelId &id : right.channels)
        channels.append(QString::fromLatin1(id.toHex()));
    return channels;
}

/// `{"1": 0, "2": 75}`: seconds since each was last seen, 0 is now; who was not seen is left out.
std::optional<QJsonObject> lastSeen(const QJsonObject &params, const ListenRight &right, const Hub &hub)
{
    const QJsonValue users = params.value("userList"_L1);
    if (!users.isArray() || users.toArray().size() > mostAsked)
        return std::nullopt;
    const bool inPortal = !right.scope.startsWith('/');
    QJsonObject seen;
    for (const QJsonValue &value : users.toArray()) {
        const UserId user = value.toVariant().toLongLong();
        const auto seconds = hub.lastSeen(user, right.scope);
        if (seconds && right.user != 0 && (inPortal || user == right.user))
            seen.insert(QString::number(user), *seconds);
    }
    return seen;
}

/// Any value, also one that is no request: `[]`, `null`. Qt reads no lone value, but a list of one.
bool isJson(const QByteArray &text)
{
    const QJsonDocument list = QJsonDocument::fromJson('[' + text + ']');
    return list.array().size() == 1;
}

} // namespace

QByteArray rpcAnswer(const QByteArray &text, const ListenRight &right, const Hub &hub)
{
    const Result<QJsonObject> request = parseJsonObject(text);
    if (!request)
        return isJson(text) ? failure(invalidRequest, "Invalid request"_L1, {})
                            : failure(parseError, "Parse error"_L1, {});
    const QJsonValue id = request->value("id"_L1);
    const QJsonValue method = request->value("method"_L1);
    if (!method.isString() || request->value("jsonrpc"_L1) != "2.0"_L1)
        return failure(invalidRequest, "Invalid request"_L1, id);
    const QString name = method.toString();
    if (name == "ping"_L1)
        return answer({{"result"_L1, "pong"_L1}}, id);
    if (name == "listChannels"_L1)
        return answer({{"result"_L1, channelsOf(right)}}, id);
    if (name != "getUsersLastSeen"_L1)
        return failure(methodNotFound, "Method not found"_L1, id);
    const auto seen = lastSeen(request->value("params"_L1).toObject(), right, hub);
    return seen ? answer({{"result"_L1, *seen}}, id) : failure(invalidParams, "Invalid params"_L1, id);
}

} // namespace passport
