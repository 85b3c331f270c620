// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/account/passwordreadings.h"

#include <QHash>
#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace passport::passwordreadings {
namespace {

const QString cyrillicKeys = u"ёйцукенгшщзхъфывапролджэячсмитьбю"_s;
const QString latinKeys = u"`qwertyuiop[]asdfghjkl;'zxcvbnm,."_s;

/// 26 letters as there are in the Latin alphabet: a row of them is a row there.
const QString alphabet = u"абвгдежзийклмнопрстуфхцчшщ"_s;

struct LatinForm {
    QChar letter;
    QStringView usual;
    QStringView other;
};

constexpr std::array latinForms{
    LatinForm{u'а', u"a", u"a"},   LatinForm{u'б', u"b", u"b"},   LatinForm{u'в', u"v", u"v"},
    LatinForm{u'г', u"g", u"g"},   LatinForm{u'д', u"d", u"d"},   LatinForm{u'е', u"e", u"e"},
    LatinForm{u'ё', u"e", u"yo"},  LatinForm{u'ж', u"zh", u"j"},  LatinForm{u'з', u"z", u"z"},
    LatinForm{u'и', u"i", u"i"},   LatinForm{u'й', u"y", u"j"},   LatinForm{u'к', u"k", u"k"},
    LatinForm{u'л', u"l", u"l"},   LatinForm{u'м', u"m", u"m"},   LatinForm{u'н', u"n", u"n"},
    LatinForm{u'о', u"o", u"o"},   LatinForm{u'п', u"p", u"p"},   LatinForm{u'р', u"r", u"r"},
    LatinForm{u'с', u"s", u"s"},   LatinForm{u'т', u"t", u"t"},   LatinForm{u'у', u"u", u"u"},
    LatinForm{u'ф', u"f", u"f"},   LatinForm{u'х', u"h", u"kh"},  LatinForm{u'ц', u"ts", u"c"},
    LatinForm{u'ч', u"ch", u"ch"}, LatinForm{u'ш', u"sh", u"sh"}, LatinForm{u'щ', u"sch", u"shch"},
    LatinForm{u'ъ', u"", u""},     LatinForm{u'ы', u"y", u"i"},   LatinForm{u'ь', u"", u""},
    LatinForm{u'э', u"e", u"e"},   LatinForm{u'ю', u"yu", u"ju"}, LatinForm{u'я', u"ya", u"ja"},
};

QString latinOf(const QString &text, QStringView LatinForm::*form)
{
    QString latin;
    for (const QChar c : text.toLower()) {
        const auto found = std::ranges::find(latinForms, c, &LatinForm::letter);
        if (found == latinForms.end())
            latin += c;
        else
            latin += (*found).*form;
    }
    return latin;
}

/// The same keys with another layout; capitals stay capitals.
QString retyped(const QString &text, const QString &from, const QString &to)
{
    QString other;
    for (const QChar c : text) {
        const qsizetype key = from.indexOf(c.toLower());
        const QChar typed = key < 0 ? c : to.at(key);
        other += c.isUpper() ? typed.toUpper() : typed;
    }
    return other;
}

/// Characters beyond ASCII as one byte beyond ASCII each: in UTF-8 they are two to four, and as many guesses.
QByteArray compact(const QString &text)
{
    QByteArray bytes;
    for (const char32_t c : text.toUcs4()) {
        const qsizetype place = c < 0x10000 ? alphabet.indexOf(QChar(char16_t(c)).toLower()) : -1;
        if (place >= 0)
            bytes += char('a' + place);
        else
            bytes += c < 0x80 ? char(c) : char(0x80 | (c & 0x7f));
    }
    return bytes;
}

} // namespace

QString transliterated(const QString &text)
{
    return latinOf(text, &LatinForm::usual);
}

QStringList latinFormsOf(const QString &word)
{
    QStringList forms{transliterated(word), latinOf(word, &LatinForm::other)};
    forms.removeDuplicates();
    return forms;
}

QString withoutRuns(const QString &text)
{
    const QList<uint> characters = text.toUcs4();
    QList<uint> single;
    for (const uint c : characters) {
        if (single.isEmpty() || single.last() != c)
            single.append(c);
    }
    return single.size() == characters.size()
        ? text
        : QString::fromUcs4(reinterpret_cast<const char32_t *>(single.constData()), single.size());
}

std::vector<QByteArray> of(const QString &text)
{
    std::vector<QByteArray> readings{compact(text)};
    const auto add = [&readings](const QString &reading) {
        QByteArray bytes = compact(reading);
        if (std::ranges::find(readings, bytes) == readings.end())
            readings.push_back(std::move(bytes));
    };
    add(retyped(text, cyrillicKeys, latinKeys));
    add(transliterated(text));
    add(transliterated(retyped(text, latinKeys, cyrillicKeys)));
    return readings;
}

} // namespace passport::passwordreadings
