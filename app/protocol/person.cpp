// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "protocol/person.h"

#include "protocol/json.h"

using namespace Qt::StringLiterals;

namespace passport {
namespace {

using CodePoints = QList<char32_t>;

constexpr char32_t nonJoiner = 0x200c; // keeps apart: Persian writes words with it
constexpr char32_t joiner = 0x200d; // a family of three people is one sign
constexpr unsigned char virama = 9; // its canonical combining class

bool isJoiner(char32_t c)
{
    return c == nonJoiner || c == joiner;
}

/// Nothing of it is seen, but it changes what is.
bool isHidden(char32_t c)
{
    switch (QChar::category(c)) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Other_Surrogate:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return !isJoiner(c);
    default:
        return false;
    }
}

/// The next one before or after `at` that is no mark; 0 at the end.
char32_t baseBeside(const CodePoints &text, qsizetype at, qsizetype step)
{
    for (at += step; at >= 0 && at < text.size(); at += step) {
        if (!QChar::isMark(text.at(at)))
            return text.at(at);
    }
    return 0;
}

/// Where a joiner means something: the rules for names of hosts (RFC 5892, A.1 and A.2), and emoji.
bool isJoinerAtItsPlace(const CodePoints &text, qsizetype at)
{
    if (at == 0 || at + 1 == text.size())
        return false;
    const char32_t before = baseBeside(text, at, -1);
    const char32_t after = baseBeside(text, at, 1);
    if (QChar::combiningClass(text.at(at - 1)) == virama)
        return QChar::isLetter(after);
    if (text.at(at) == joiner)
        return QChar::isSymbol(before) && QChar::isSymbol(text.at(at + 1));
    const auto left = QChar::joiningType(before);
    const auto right = QChar::joiningType(after);
    return (left == QChar::Joining_Dual || left == QChar::Joining_Left)
        && (right == QChar::Joining_Dual || right == QChar::Joining_Right);
}

} // namespace

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
    CodePoints seen;
    for (const auto c : text.toUcs4()) {
        if (!isHidden(static_cast<char32_t>(c)) && seen.size() < characters)
            seen.append(static_cast<char32_t>(c));
    }
    CodePoints kept;
    for (qsizetype i = 0; i < seen.size(); ++i) {
        if (!isJoiner(seen.at(i)) || isJoinerAtItsPlace(seen, i))
            kept.append(seen.at(i));
    }
    return QString::fromUcs4(kept.constData(), kept.size()).trimmed();
}

} // namespace passport
