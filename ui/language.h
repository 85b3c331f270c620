// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringList>
#include <QTranslator>

namespace passport {

/// The language of the program's texts, switched while it runs: every widget then gets QEvent::LanguageChange.
class Language {
public:
    Language() = default;
    ~Language();
    Q_DISABLE_COPY_MOVE(Language)

    /// "en", "ru"; empty: the system's, English if there is no translation to it.
    void use(const QString &language);
    /// What it became: "en" or "ru".
    [[nodiscard]] QString current() const { return m_current; }
    /// Those with texts of ours, each named in itself by QLocale::nativeLanguageName.
    [[nodiscard]] static QStringList available();

private:
    QString m_current;
    QTranslator m_own;
    QTranslator m_qt; ///< Of Qt's own dialogs and context menus, where the system has it.
};

} // namespace passport
