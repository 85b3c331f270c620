// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "protocol/contact.h"

#include "protocol/json.h"
#include "protocol/words.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace passport {
namespace {

constexpr std::array kinds{Word{Contact::Kind::Phone, "phone"_L1}, Word{Contact::Kind::Email, "email"_L1}};

constexpr qsizetype fewestDigits = 7;
constexpr qsizetype mostDigits = 15; // E.164
constexpr qsizetype russianNumber = 11; // "8 9xx xxx-xx-xx": no country's code begins with 89
constexpr qsizetype longestEmail = 254; // RFC 5321 4.5.3.1.3, without the angle brackets

} // namespace

QString wordOf(Contact::Kind kind)
{
    return wordOf(kinds, kind);
}

Contact::Kind contactKindFromWord(QStringView word)
{
    return fromWord(kinds, word, Contact::Kind::Unknown);
}

Result<Contact> Contact::fromJson(const QJsonObject &json)
{
    JsonReader in(json);
    Contact contact{
        .id = ContactId(in.string("id"_L1)),
        .kind = contactKindFromWord(in.string("kind"_L1)),
        .value = in.string("value"_L1),
        .confirmed = in.boolean("confirmed"_L1),
        .login = in.boolean("login"_L1)};
    return in.finish(std::move(contact));
}

QJsonObject Contact::toJson() const
{
    return {
        {"id"_L1, id.toJson()},
        {"kind"_L1, wordOf(kind)},
        {"value"_L1, value},
        {"confirmed"_L1, confirmed},
        {"login"_L1, login}};
}

std::optional<QString> normalisedPhone(const QString &text)
{
    QString digits;
    const QString trimmed = text.trimmed();
    for (const QChar c : trimmed) {
        if (c.isDigit())
            digits.append(QChar(u'0' + c.digitValue()));
        else if (!u" -()+.\u00a0\u2010\u2011\u2013"_s.contains(c))
            return std::nullopt;
    }
    const bool international = trimmed.startsWith(u'+');
    if (!international && digits.startsWith("00"_L1))
        digits.remove(0, 2);
    else if (!international && digits.size() == russianNumber && digits.startsWith("89"_L1))
        digits[0] = u'7';
    if (digits.size() < fewestDigits || digits.size() > mostDigits || digits.startsWith(u'0'))
        return std::nullopt;
    return u'+' + digits;
}

std::optional<QString> normalisedEmail(const QString &text)
{
    // As much as can be told without sending a mail: the mail is the proof. What every mail server takes: ASCII, and no
    // characters that end or split an address in a header.
    static const QRegularExpression form(
        u"\\A[a-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}@[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+\\z"_s);
    const QString address = text.normalized(QString::NormalizationForm_C).trimmed().toLower();
    if (address.size() > longestEmail || !form.match(address).hasMatch())
        return std::nullopt;
    return address;
}

std::optional<QString> normalisedContact(Contact::Kind kind, const QString &text)
{
    switch (kind) {
    case Contact::Kind::Phone:
        return normalisedPhone(text);
    case Contact::Kind::Email:
        return normalisedEmail(text);
    case Contact::Kind::Unknown:
        break;
    }
    return std::nullopt;
}

} // namespace passport
