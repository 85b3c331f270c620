// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/mail/letter.h"

#include "protocol/person.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace passport {
namespace {

constexpr qsizetype longestValue = 2000; // a link; names are cut where they are stored

/// Nothing that a person typed may end a header line or a paragraph, or turn the text around.
PageValues cleanedValues(const PageValues &values)
{
    PageValues clean;
    for (auto it = values.begin(); it != values.end(); ++it)
        clean.insert(it.key(), cleaned(it.value(), longestValue));
    return clean;
}

} // namespace

bool isSecret(const Letter &letter)
{
    return letter.kind == letter::recoveryCode;
}

bool isMailAddress(QStringView text)
{
    static const QRegularExpression form(
        u"\\A[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}@(?=.{1,253}\\z)[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?"
        "(\\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)*\\z"_s);
    return form.match(text).hasMatch();
}

bool isPhoneNumber(QStringView text)
{
    static const QRegularExpression form(u"\\A\\+[0-9]{7,15}\\z"_s);
    return form.match(text).hasMatch();
}

LetterText LetterTexts::of(const Letter &letter) const
{
    const PageValues values = cleanedValues(letter.values);
    const auto filled = [&](const QString &part) {
        return m_templates.fill(m_templates.text(letter.kind + part, letter.language), letter.language, values);
    };
    if (isPhoneNumber(letter.to))
        return {.subject = {}, .text = filled(u".sms"_s), .html = {}};
    LetterText text{.subject = filled(u".subject"_s), .text = filled(u".text"_s), .html = {}};
    text.text += u"\n\n-- \n"_s + m_templates.text(u"signature"_s, letter.language) + u'\n';
    text.html = htmlOf(letter, text, values);
    return text;
}

QString LetterTexts::htmlOf(const Letter &letter, const LetterText &text, const PageValues &values) const
{
    QString body;
    const QStringList paragraphs = text.text.section(u"\n\n-- \n"_s, 0, 0).split(u"\n\n"_s);
    for (const QString &paragraph : paragraphs) {
        const bool isCode = paragraph == values.value(u"code"_s);
        const bool isLink = paragraph == values.value(u"link"_s);
        const QString look = isCode ? u"lettercode"_s : isLink ? u"letterlink"_s : u"letterline"_s;
        body += m_templates.render(look, letter.language, {{u"text"_s, paragraph}});
    }
    return m_templates.render(
        u"letter"_s, letter.language,
        {{u"lang"_s, letter.language == PageLanguage::Russian ? u"ru"_s : u"en"_s},
         {u"subject"_s, text.subject},
         {u"body"_s, body}});
}

} // namespace passport
