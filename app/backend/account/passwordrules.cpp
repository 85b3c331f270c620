// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/account/passwordrules.h"

#include "backend/account/passwordreadings.h"
#include "backend/account/users.h"
#include "backend/portals/portalstore.h"
#include "backend/store/db.h"
#include "backend/store/serversettings.h"

#include <QFile>
#include <QRegularExpression>
#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <functional>
#include <limits>
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

void addWords(QStringList &words, const QString &text)
{
    static const QRegularExpression apart(u"[^\\pL\\pN]+"_s, QRegularExpression::UseUnicodePropertiesOption);
    for (const QString &word : text.toLower().split(apart, Qt::SkipEmptyParts)) {
        if (word.size() < shortestWord)
            continue;
        words.append(word);
    }
}

/// Words whoever guesses tries first, in Latin letters, as the readings of a password are.
struct Words {
    std::vector<QByteArray> own; ///< The person's, and this product's.
    std::vector<const char *> all; ///< Those and the common ones by how soon they are tried; ends with nothing.
};

std::vector<QByteArray> latinWords(const QStringList &words)
{
    std::vector<QByteArray> latin;
    for (const QString &word : words) {
        for (const QString &form : passwordreadings::latinFormsOf(word))
            latin.push_back(form.toUtf8());
    }
    return latin;
}

/// resources/backend/commonwords.txt
const std::vector<QByteArray> &commonWords()
{
    static const std::vector<QByteArray> words = [] {
        QStringList list;
        QFile file(u":/passport/commonwords.txt"_s);
        const QString text = file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
        for (const QString &line : text.split(u'\n')) {
            if (!line.startsWith(u'#'))
                list += line.split(u' ', Qt::SkipEmptyParts);
        }
        return latinWords(list);
    }();
    return words;
}

Words wordsOf(const QStringList &context)
{
    Words words{.own = latinWords(context), .all = {}};
    std::ranges::sort(words.own, std::ranges::greater(), &QByteArray::size); // the longest is taken out first
    for (const QByteArray &word : words.own)
        words.all.push_back(word.constData());
    for (const QByteArray &word : commonWords())
        words.all.push_back(word.constData());
    words.all.push_back(nullptr);
    return words;
}

/// Whether the word may stand there with figures and signs in place of some of its letters.
bool isWrittenAs(const QByteArray &word, QByteArrayView part)
{
    return word.size() == part.size()
        && std::ranges::equal(word, part, [](char letter, char typed) { return letter == typed || !isalpha(typed); });
}

struct Estimate {
    double bits = 0;
    QStringList reasons = {};

    void add(QLatin1StringView reason)
    {
        if (!reason.isEmpty() && !reasons.contains(reason))
            reasons.append(reason);
    }
};

Estimate estimated(const QByteArray &reading, const Words &words)
{
    const QByteArray lower = reading.toLower();
    ZxcMatch_t *parts = nullptr;
    std::vector<const char *> dictionary = words.all; // zxcvbn does not say that it changes nothing
    Estimate estimate{.bits = ZxcvbnMatch(reading.constData(), dictionary.data(), &parts)};
    for (const ZxcMatch_t *part = parts; part != nullptr; part = part->Next) {
        const QByteArrayView text = QByteArrayView(lower).sliced(part->Begin, part->Length);
        const QLatin1StringView reason = reasonOf(part->Type);
        const bool isOwn = reason == passwordreason::context
            && std::ranges::any_of(words.own, [&](const QByteArray &word) { return isWrittenAs(word, text); });
        estimate.add(reason == passwordreason::context && !isOwn ? passwordreason::common : reason);
    }
    ZxcvbnFreeInfo(parts);
    return estimate;
}

/// What a person is called by is worth no guess at all: the rest alone protects.
Estimate withoutOwnWords(const QByteArray &reading, const Words &words)
{
    QByteArray rest = reading.toLower();
    for (const QByteArray &word : words.own)
        rest.replace(word, QByteArray());
    Estimate estimate{.bits = rest.isEmpty() ? 0 : estimated(rest, words).bits};
    estimate.add(passwordreason::context);
    return rest.size() == reading.size() ? Estimate{.bits = std::numeric_limits<double>::max()} : estimate;
}

/// By the reading that an attacker needs the fewest guesses for.
Estimate worstOf(const QString &text, const Words &words)
{
    Estimate worst{.bits = std::numeric_limits<double>::max()};
    for (const QByteArray &reading : passwordreadings::of(text)) {
        for (Estimate &estimate : std::array{estimated(reading, words), withoutOwnWords(reading, words)}) {
            if (estimate.bits < worst.bits)
                worst = std::move(estimate);
        }
    }
    return worst;
}

/// A character that is repeated counts once, and the guess how often.
Estimate judged(const QString &text, const Words &words)
{
    Estimate worst = worstOf(text, words);
    const QString single = passwordreadings::withoutRuns(text);
    if (single == text)
        return worst;
    Estimate once = worstOf(single, words);
    once.bits += std::log2(double(text.size()) / double(single.size()));
    once.add(passwordreason::repeated);
    return once.bits < worst.bits ? once : worst;
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
    const Estimate estimate = judged(text, wordsOf(context));
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
