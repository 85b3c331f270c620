// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "protocol/json.h"

#include <QJsonDocument>
#include <cmath>

using namespace Qt::StringLiterals;

namespace passport {
namespace {

constexpr int maxDepth = 16; // SR-24

/// How deep brackets nest outside of strings; cheaper than parsing and done before it.
int depthOf(const QByteArray &text)
{
    int depth = 0;
    int deepest = 0;
    bool inString = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char c = text.at(i);
        if (inString) {
            if (c == '\\')
                ++i;
            else if (c == '"')
                inString = false;
        } else if (c == '"') {
            inString = true;
        } else if (c == '{' || c == '[') {
            deepest = std::max(deepest, ++depth);
        } else if (c == '}' || c == ']') {
            --depth;
        }
    }
    return deepest;
}

} // namespace

bool JsonReader::has(QLatin1StringView key) const
{
    const QJsonValue value = m_object.value(key);
    return !value.isUndefined() && !value.isNull();
}

void JsonReader::fail(QLatin1StringView key, QStringView expected)
{
    if (!m_error)
        m_error = Error::malformed(m_path + key + u": expected "_s + expected.toString());
}

void JsonReader::failInside(QLatin1StringView key, const Error &inner)
{
    if (!m_error)
        m_error = Error::malformed(m_path + key + u'.' + inner.detail);
}

JsonReader JsonReader::inner(QLatin1StringView key)
{
    return JsonReader(object(key), m_path + key + u'.');
}

QString JsonReader::string(QLatin1StringView key)
{
    const QJsonValue value = m_object.value(key);
    if (!value.isString())
        fail(key, u"string");
    return value.toString();
}

qint64 JsonReader::integer(QLatin1StringView key)
{
    const QJsonValue value = m_object.value(key);
    const double number = value.toDouble(0.5);
    if (!value.isDouble() || number != std::floor(number) || std::abs(number) > 9007199254740992.0) {
        fail(key, u"integer");
        return 0;
    }
    return value.toInteger();
}

bool JsonReader::boolean(QLatin1StringView key)
{
    const QJsonValue value = m_object.value(key);
    if (!value.isBool())
        fail(key, u"boolean");
    return value.toBool();
}

QJsonObject JsonReader::object(QLatin1StringView key)
{
    const QJsonValue value = m_object.value(key);
    if (!value.isObject())
        fail(key, u"object");
    return value.toObject();
}

QJsonArray JsonReader::array(QLatin1StringView key)
{
    const QJsonValue value = m_object.value(key);
    if (!value.isArray())
        fail(key, u"list");
    return value.toArray();
}

QStringList JsonReader::strings(QLatin1StringView key)
{
    QStringList texts;
    for (const QJsonValue &item : array(key)) {
        if (!item.isString())
            fail(key, u"list of strings");
        texts.append(item.toString());
    }
    return texts;
}

QDateTime JsonReader::time(QLatin1StringView key)
{
    const QDateTime moment = QDateTime::fromString(string(key), Qt::ISODateWithMs);
    if (!moment.isValid())
        fail(key, u"time");
    return moment.toUTC();
}

std::optional<QString> JsonReader::maybeString(QLatin1StringView key)
{
    return has(key) ? std::optional(string(key)) : std::nullopt;
}

std::optional<qint64> JsonReader::maybeInteger(QLatin1StringView key)
{
    return has(key) ? std::optional(integer(key)) : std::nullopt;
}

std::optional<bool> JsonReader::maybeBoolean(QLatin1StringView key)
{
    return has(key) ? std::optional(boolean(key)) : std::nullopt;
}

QString toRfc3339(const QDateTime &time)
{
    return time.toUTC().toString(Qt::ISODate);
}

Result<QJsonObject> parseJsonObject(const QByteArray &text)
{
    if (depthOf(text) > maxDepth)
        return Error::malformed(u"body: nested too deep"_s);
    QJsonParseError problem{};
    const QJsonDocument document = QJsonDocument::fromJson(text, &problem);
    if (problem.error != QJsonParseError::NoError)
        return Error::malformed(u"body: "_s + problem.errorString());
    if (!document.isObject())
        return Error::malformed(u"body: expected object"_s);
    return document.object();
}

} // namespace passport
