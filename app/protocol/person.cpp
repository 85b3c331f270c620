// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "protocol/person.h"

#include "protocol/json.h"

using namespace Qt::StringLiterals;

namespace passport {

Result<MaskedPerson> MaskedPerson::fromJson(const QJsonObject &json)
{
    JsonReader in(json);
    MaskedPerson person{.name = in.string("name"_L1), .initials = in.string("initials"_L1)};
    return in.finish(std::move(person));
}

QJsonObject MaskedPerson::toJson() const
{
    return {{"name"_L1, name}, {"initials"_L1, initials}};
}

Result<Person> Person::fromJson(const QJsonObject &json)
{
    JsonReader in(json);
    Person person{.name = in.string("name"_L1), .avatarUrl = in.maybeString("avatarUrl"_L1)};
    return in.finish(std::move(person));
}

QJsonObject Person::toJson() const
{
    QJsonObject json{{"name"_L1, name}};
    setIf(json, "avatarUrl"_L1, avatarUrl);
    return json;
}

QString Profile::fullName() const
{
    return u"%1 %2"_s.arg(firstName, lastName).trimmed();
}

Result<Profile> Profile::fromJson(const QJsonObject &json)
{
    JsonReader in(json);
    Profile profile{
        .firstName = in.string("firstName"_L1),
        .lastName = in.string("lastName"_L1),
        .photoUrl = in.maybeString("photoUrl"_L1),
        .revision = in.integer("revision"_L1)};
    return in.finish(std::move(profile));
}

QJsonObject Profile::toJson() const
{
    QJsonObject json{{"firstName"_L1, firstName}, {"lastName"_L1, lastName}, {"revision"_L1, revision}};
    setIf(json, "photoUrl"_L1, photoUrl);
    return json;
}

Result<Device> Device::fromJson(const QJsonObject &json)
{
    JsonReader in(json);
    Device device{
        .name = cleaned(in.string("name"_L1)), .os = cleaned(in.string("os"_L1)), .app = cleaned(in.string("app"_L1))};
    return in.finish(std::move(device));
}

QJsonObject Device::toJson() const
{
    return {{"name"_L1, name}, {"os"_L1, os}, {"app"_L1, app}};
}

QString cleaned(const QString &text, qsizetype characters)
{
    QList<char32_t> kept;
    for (const auto c : text.toUcs4()) {
        const auto category = QChar::category(static_cast<char32_t>(c));
        const bool invisible = category == QChar::Other_Control || category == QChar::Other_Format
            || category == QChar::Other_Surrogate || category == QChar::Separator_Line
            || category == QChar::Separator_Paragraph;
        if (!invisible && kept.size() < characters)
            kept.append(static_cast<char32_t>(c));
    }
    return QString::fromUcs4(kept.constData(), kept.size()).trimmed();
}

} // namespace passport
