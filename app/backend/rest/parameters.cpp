// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/rest/parameters.h"

#include "backend/http/message.h"
#include "protocol/json.h"

#include <QJsonArray>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace passport {
namespace {

constexpr qsizetype deepest = 16; // as for JSON (SR-24)
constexpr std::size_t mostFields = 1000; // each costs as much as there are already: a megabyte of "&a" took a minute

/// As JSON writes one. Of at most 15 digits, which a double holds: an idempotencyKey is longer and stays a text.
bool isWholeNumber(const QString &text)
{
    static const QRegularExpression form(u"\\A(0|[1-9][0-9]{0,14})\\z"_s);
    return form.match(text).hasMatch();
}

/// `into` with `value` at the place that the parts from `depth` on name; "" is the next free number, as in "ids[]".
QJsonObject inserted(QJsonObject into, const QStringList &parts, qsizetype depth, const QString &value)
{
    QString part = parts.at(depth);
    if (part.isEmpty())
        part = QString::number(into.size());
    const QJsonValue inner = depth + 1 == parts.size() ? QJsonValue(value)
                                                       : inserted(into.value(part).toObject(), parts, depth + 1, value);
    into.insert(part, inner);
    return into;
}

} // namespace

QStringList formPathOf(const QString &name)
{
    const qsizetype open = name.indexOf(u'[');
    if (open <= 0 || !name.endsWith(u']'))
        return {name};
    const QString inner = name.mid(open + 1, name.size() - open - 2);
    return QStringList{name.left(open)} + inner.split(u"]["_s);
}

bool hasJsonBody(const HttpRequest &request)
{
    if (request.method == "GET" || request.method == "HEAD")
        return false;
    return request.body.trimmed().startsWith('{') || request.header("content-type").startsWith("application/json");
}

Result<QJsonObject> parametersOfForm(QByteArrayView form)
{
    const auto pairs = parseForm(form);
    if (!pairs)
        return Error::malformed(u"body: broken escape"_s);
    if (pairs->size() > mostFields)
        return Error::malformed(u"body: too many fields"_s);
    QJsonObject parameters;
    for (const HttpHeader &pair : *pairs) {
        const QStringList parts = formPathOf(QString::fromUtf8(pair.name));
        if (parts.size() > deepest)
            return Error::malformed(u"body: nested too deep"_s);
        parameters = inserted(std::move(parameters), parts, 0, QString::fromUtf8(pair.value));
    }
    return parameters;
}

Result<QJsonObject> parametersOfQuery(const HttpRequest &request)
{
    Result<QJsonObject> parameters = parametersOfForm(request.query);
    if (!parameters)
        return parameters;
    for (const QString &key : parameters->keys()) {
        const QString text = parameters->value(key).toString();
        if (text == "true"_L1 || text == "false"_L1)
            parameters->insert(key, text == "true"_L1);
        else if (isWholeNumber(text))
            parameters->insert(key, text.toLongLong());
    }
    return parameters;
}

Result<QJsonObject> parametersOf(const HttpRequest &request)
{
    if (request.method == "GET" || request.method == "HEAD")
        return parametersOfForm(request.query);
    const QByteArray body = request.body.trimmed();
    if (body.isEmpty())
        return QJsonObject();
    if (hasJsonBody(request))
        return parseJsonObject(body);
    return parametersOfForm(body);
}

} // namespace passport
