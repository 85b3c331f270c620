// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/result.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QLatin1StringView>
#include <QStringList>
#include <vector>

namespace passport {

/// Reads the members of a JSON object by type and remembers the first thing that is wrong, naming the key:
/// "portal.title: expected string". Read everything, then ask once: `return in.finish(portal);`
class JsonReader {
public:
    explicit JsonReader(QJsonObject object, QString path = {})
        : m_object(std::move(object))
        , m_path(std::move(path))
    {
    }

    [[nodiscard]] bool has(QLatin1StringView key) const; ///< Present and not null.

    // Required: a missing or wrong-typed key is the error.
    QString string(QLatin1StringView key);
    qint64 integer(QLatin1StringView key);
    bool boolean(QLatin1StringView key);
    QJsonObject object(QLatin1StringView key);
    QJsonArray array(QLatin1StringView key);
    QStringList strings(QLatin1StringView key);
    QDateTime time(QLatin1StringView key); ///< RFC 3339, UTC.

    // Optional: absent or null is nothing; a wrong type is still the error.
    std::optional<QString> maybeString(QLatin1StringView key);
    std::optional<qint64> maybeInteger(QLatin1StringView key);
    std::optional<bool> maybeBoolean(QLatin1StringView key);

    /// A reader of the object at `key` that names its keys in full. Ask it for its own error(), too.
    JsonReader inner(QLatin1StringView key);

    template <typename T> T value(QLatin1StringView key)
    {
        const QJsonObject inner = object(key);
        return m_error ? T{} : parse<T>(inner, key);
    }
    template <typename T> std::optional<T> maybeValue(QLatin1StringView key)
    {
        return has(key) ? std::optional<T>(value<T>(key)) : std::nullopt;
    }
    template <typename T> std::vector<T> list(QLatin1StringView key)
    {
        std::vector<T> items;
        const QJsonArray values = array(key);
        items.reserve(static_cast<std::size_t>(values.size()));
        for (const QJsonValue &item : values) {
            if (!item.isObject())
                fail(key, u"list of objects");
            else
                items.push_back(parse<T>(item.toObject(), key));
        }
        return items;
    }

    /// Remembers "key: expected what" unless something was wrong before.
    void fail(QLatin1StringView key, QStringView expected);
    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }

    /// The value, or the first error of this reader and of its inner ones.
    template <typename T, typename... Inner> Result<T> finish(T value, const Inner &...inner) const
    {
        std::optional<Error> error = m_error;
        ((error = error ? error : inner.error()), ...);
        if (error)
            return *error;
        return Result<T>(std::move(value));
    }

private:
    template <typename T> T parse(const QJsonObject &inner, QLatin1StringView key)
    {
        Result<T> parsed = T::fromJson(inner);
        if (parsed)
            return std::move(parsed).value();
        failInside(key, parsed.error());
        return T{};
    }
    void failInside(QLatin1StringView key, const Error &inner);

    QJsonObject m_object;
    QString m_path; ///< "signin.", before each key.
    std::optional<Error> m_error;
};

/// RFC 3339 in UTC with "Z", the one form of a time on our wire.
[[nodiscard]] QString toRfc3339(const QDateTime &time);

/// Sets `key` only if there is a value: absent, never null, is our wire's "none".
template <typename T> void setIf(QJsonObject &object, QLatin1StringView key, const std::optional<T> &value)
{
    if (!value)
        return;
    if constexpr (requires { value->toJson(); })
        object.insert(key, value->toJson());
    else
        object.insert(key, QJsonValue(*value));
}

template <typename T> QJsonArray toJsonArray(const std::vector<T> &values)
{
    QJsonArray array;
    for (const T &value : values)
        array.append(value.toJson());
    return array;
}

/// Parses one JSON object. Malformed if it is not one or nests deeper than 16 (SR-24).
[[nodiscard]] Result<QJsonObject> parseJsonObject(const QByteArray &text);

} // namespace passport
