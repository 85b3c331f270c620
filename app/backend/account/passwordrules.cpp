// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/account/passwordrules.h"

#include "backend/account/users.h"
#include "backend/portals/portalstore.h"
#include "backend/store/db.h"
#include "backend/store/serversettings.h"

#include <QHash>
#include <QRegularExpression>
#include <algorithm>
#include <vector>
#include <zxcvbn.h>

using namespace Qt::StringLiterals;

namespace passport::passwordrules {
namespace {

constexpr double bitsPerDigit = 3.321928; // log2 of 10
constexpr qsizetype shortestWord = 3; // shorter ones are in every password

/// zxcvbn's own steps: 10^3, 10^6, 10^8 and 10^10 guesses.
int scoreOf(double bits)
{
    const double digits = bits / bitsPerDigit;
    return digits < 3 ? 0 : digits < 6 ? 1 : digits < 8 ? 2 : digits < 10 ? 3 : 4;
}

QLatin1StringView reasonOf(int type)
{
    switch (type & ~int(MULTIPLE_MATCH)) {
    case DICTIONARY_MATCH:
    case DICT_LEET_MATCH:
        return passwordreason::common;
    case USER_MATCH:
    case USER_LEET_MATCH:
        return passwordreason::context;
    case REPEATS_MATCH:
        return passwordreason::repeated;
    case SEQUENCE_MATCH:
        return passwordreason::sequence;
    case SPATIAL_MATCH:
        return passwordreason::keyboard;
    case DATE_MATCH:
    case YEAR_MATCH:
        return passwordreason::date;
    default:
        return {};
    }
}

/// "Ромашка" as somebody with a Latin keyboard writes it, roughly: only good for comparing.
QString transliterated(const QString &word)
{
    static const QHash<QChar, QString> letters = [] {
        const QString from = u"абвгдеёжзийклмнопрстуфхцчшщъыьэюя"_s;
        const QStringList to{u"a"_s, u"b"_s, u"v"_s, u"g"_s, u"d"_s,  u"e"_s,  u"e"_s,  u"zh"_s, u"z"_s,
                             u"i"_s, u"y"_s, u"k"_s, u"l"_s, u"m"_s,  u"n"_s,  u"o"_s,  u"p"_s,  u"r"_s,
                             u"s"_s, u"t"_s, u"u"_s, u"f"_s, u"h"_s,  u"ts"_s, u"ch"_s, u"sh"_s, u"sch"_s,
                             u""_s,  u"y"_s, u""_s,  u"e"_s, u"yu"_s, u"ya"_s};
        QHash<QChar, QString> table;
        for (qsizetype i = 0; i < from.size(); ++i)
            table.insert(from.at(i), to.at(i));
        return table;
    }();
    QString latin;
    for (const QChar c : word)
        latin += letters.value(c, QString(c));
    return latin;
}

void addWords(QStringList &words, const QString &text)
{
    static const QRegularExpression apart(u"[^\\pL\\pN]+"_s, QRegularExpression::UseUnicodePropertiesOption);
    for (const QString &word : text.toLower().split(apart, Qt::SkipEmptyParts)) {
        if (word.size() < shortestWord)
            continue;
        words.append(word);
        words.append(transliterated(word));
    }
}

struct Estimate {
    double bits = 0;
    QStringList reasons;
};

Estimate estimated(const QString &text, const QStringList &context)
{
    std::vector<QByteArray> words;
    for (const QString &word : context)
        words.push_back(word.toUtf8());
    std::vector<const char *> dictionary;
    for (const QByteArray &word : words)
        dictionary.push_back(word.constData());
    dictionary.push_back(nullptr);
    const QByteArray bytes = text.toUtf8();
    ZxcMatch_t *parts = nullptr;
    Estimate estimate{.bits = ZxcvbnMatch(bytes.constData(), dictionary.data(), &parts), .reasons = {}};
    for (const ZxcMatch_t *part = parts; part != nullptr; part = part->Next) {
        const QLatin1StringView reason = reasonOf(part->Type);
        if (!reason.isEmpty() && !estimate.reasons.contains(reason))
            estimate.reasons.append(reason);
    }
    ZxcvbnFreeInfo(parts);
    return estimate;
}

bool isAscii(const QString &text)
{
    return std::ranges::all_of(text, [](QChar c) { return c.unicode() < 0x80; });
}

} // namespace

qsizetype shortestOf(const ServerSettings &settings)
{
    return std::max<qsizetype>(shortest, settings.integer(setting::passwordLength));
}

PasswordStrength strengthOf(const QString &password, const QStringList &context, qsizetype least)
{
    const QString text = password.normalized(QString::NormalizationForm_C);
    const auto size = text.toUcs4().size();
    if (size > longest)
        return {.score = 0, .reasons = {passwordreason::tooLong}};
    Estimate estimate = estimated(text, context);
    if (const Estimate lower = estimated(text.toLower(), context); !isAscii(text) && lower.bits < estimate.bits)
        estimate = lower; // zxcvbn knows capitals of ASCII alone
    PasswordStrength strength{.score = scoreOf(estimate.bits), .reasons = {}};
    if (size < least) {
        strength.score = std::min(strength.score, PasswordStrength::lowestAccepted - 1);
        strength.reasons.append(passwordreason::tooShort);
    }
    if (isGood(strength))
        return strength;
    strength.reasons += estimate.reasons;
    if (strength.reasons.isEmpty())
        strength.reasons.append(passwordreason::guessable);
    return strength;
}

bool isGood(const PasswordStrength &strength)
{
    return strength.score >= PasswordStrength::lowestAccepted;
}

QStringList commonContext()
{
    return {u"bitrix"_s,   u"bitrix24"_s, u"битрикс"_s, u"битрикс24"_s,
            u"passport"_s, u"паспорт"_s,  u"portal"_s,  u"портал"_s};
}

QStringList contextOf(Db &db, UserId user)
{
    QStringList words = commonContext();
    if (const auto row = userById(db, user))
        addWords(words, row->fullName());
    for (const QString &login : loginsOf(db, user))
        addWords(words, login);
    for (const Portal &portal : portalsOf(db, user, {}))
        addWords(words, portal.title + u' ' + portal.address);
    words.removeDuplicates();
    return words;
}

} // namespace passport::passwordrules
