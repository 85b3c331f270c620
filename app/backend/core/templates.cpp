// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/core/templates.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace passport {
namespace {

QByteArray contentOf(const QString &file)
{
    QFile resource(file);
    if (!resource.open(QIODevice::ReadOnly))
        qFatal("the text %s is missing from the program", qPrintable(file));
    return resource.readAll();
}

QHash<QString, QString> textsOf(const QJsonObject &language)
{
    QHash<QString, QString> texts;
    for (auto it = language.begin(); it != language.end(); ++it)
        texts.insert(it.key(), it.value().toString());
    return texts;
}

/// The q of one entry ("ru-RU;q=0.8"): 1 unless it says so.
double weightOf(const QByteArray &entry)
{
    const qsizetype q = entry.indexOf("q=");
    return q < 0 ? 1.0 : entry.mid(q + 2).trimmed().toDouble();
}

} // namespace

std::optional<PageLanguage> namedLanguage(const QByteArray &acceptLanguage)
{
    std::optional<PageLanguage> best;
    double bestWeight = 0;
    const QList<QByteArray> entries = acceptLanguage.split(',');
    for (const QByteArray &raw : entries) {
        const QByteArray entry = raw.trimmed().toLower();
        const bool russian = entry.startsWith("ru");
        if ((russian || entry.startsWith("en")) && weightOf(entry) > bestWeight) {
            best = russian ? PageLanguage::Russian : PageLanguage::English;
            bestWeight = weightOf(entry);
        }
    }
    return best;
}

PageLanguage languageOf(const QByteArray &acceptLanguage)
{
    return namedLanguage(acceptLanguage).value_or(PageLanguage::English);
}

Templates::Templates(const QString &folder)
{
    const QString place = u":/passport/%1/"_s.arg(folder);
    const QJsonObject texts = QJsonDocument::fromJson(contentOf(place + u"texts.json"_s)).object();
    m_english = textsOf(texts.value("en"_L1).toObject());
    m_russian = textsOf(texts.value("ru"_L1).toObject());
    const QStringList pages = QDir(place).entryList({u"*.html"_s}, QDir::Files);
    for (const QString &page : pages)
        m_pages.insert(page.chopped(5), QString::fromUtf8(contentOf(place + page)));
}

QString Templates::text(const QString &key, PageLanguage language) const
{
    const QHash<QString, QString> &texts = language == PageLanguage::Russian ? m_russian : m_english;
    Q_ASSERT_X(texts.contains(key), "Templates", qPrintable(key));
    return texts.value(key, key);
}

QString Templates::value(const QString &name, PageLanguage language, const PageValues &values) const
{
    return name.startsWith("t."_L1) ? text(name.mid(2), language) : values.value(name);
}

QString Templates::render(const QString &name, PageLanguage language, const PageValues &values) const
{
    return fill(m_pages.value(name), language, values);
}

QString Templates::fill(QString text, PageLanguage language, const PageValues &values) const
{
    // Sections, then values: what a value says is never looked at again.
    static const QRegularExpression section(
        u"\\{\\{([#^])([\\w.]+)\\}\\}(.*?)\\{\\{/\\2\\}\\}"_s, QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression place(u"\\{\\{\\{([\\w.]+)\\}\\}\\}|\\{\\{([\\w.]+)\\}\\}"_s);
    for (auto match = section.match(text); match.hasMatch(); match = section.match(text, match.capturedStart())) {
        const bool isSet = !value(match.captured(2), language, values).isEmpty();
        const bool stays = isSet == (match.captured(1) == "#"_L1);
        text.replace(match.capturedStart(), match.capturedLength(), stays ? match.captured(3) : QString());
    }
    QString rendered;
    qsizetype from = 0;
    for (auto it = place.globalMatch(text); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        rendered += QStringView(text).mid(from, match.capturedStart() - from);
        const bool isHtml = !match.captured(1).isEmpty();
        const QString filled = value(isHtml ? match.captured(1) : match.captured(2), language, values);
        rendered += isHtml ? filled : filled.toHtmlEscaped();
        from = match.capturedEnd();
    }
    rendered += QStringView(text).mid(from);
    return rendered;
}

} // namespace passport
