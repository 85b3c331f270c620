// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QHash>
#include <QLatin1StringView>
#include <QString>
#include <optional>

namespace passport {

/// The languages that pages and letters speak.
enum class PageLanguage { English, Russian };

/// Of an Accept-Language header: the one of ours that the browser likes best; none if it names neither.
[[nodiscard]] std::optional<PageLanguage> namedLanguage(const QByteArray &acceptLanguage);
/// The same; English if it names neither.
[[nodiscard]] PageLanguage languageOf(const QByteArray &acceptLanguage);

/// What a template is filled with; a missing one is empty.
using PageValues = QHash<QString, QString>;

/// Texts for people with places in them (resources/backend/web, …/mail). In a template `{{name}}` is a value, escaped;
/// `{{{name}}}` a value that is HTML already; `{{t.name}}` a text of texts.json in the page's language;
/// `{{#name}}…{{/name}}` stays if the value is not empty, `{{^name}}…{{/name}}` if it is. Sections of the same name do
/// not nest.
class Templates {
public:
    /// Reads texts.json and *.html of a folder of the program ("web"); aborts if they are not there (a broken build).
    explicit Templates(const QString &folder);

    [[nodiscard]] QString render(const QString &name, PageLanguage language, const PageValues &values) const;
    /// Any text with places in it.
    [[nodiscard]] QString fill(QString text, PageLanguage language, const PageValues &values) const;
    /// A text of texts.json by its key ("declined.title").
    [[nodiscard]] QString text(const QString &key, PageLanguage language) const;

private:
    [[nodiscard]] QString value(const QString &name, PageLanguage language, const PageValues &values) const;

    QHash<QString, QString> m_english;
    QHash<QString, QString> m_russian;
    QHash<QString, QString> m_pages;
};

} // namespace passport
