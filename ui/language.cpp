// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/language.h"

#include "client/logging.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace passport {

Language::~Language()
{
    QCoreApplication::removeTranslator(&m_own);
    QCoreApplication::removeTranslator(&m_qt);
}

QStringList Language::available()
{
    return {u"en"_s, u"ru"_s};
}

void Language::use(const QString &language)
{
    auto wanted = language.isEmpty() ? QLocale::system().name().section(u'_', 0, 0) : language;
    if (!available().contains(wanted))
        wanted = u"en"_s;
    if (wanted == m_current)
        return;
    m_current = wanted;
    QLocale::setDefault(QLocale(wanted)); // numbers and times
    QCoreApplication::removeTranslator(&m_qt);
    QCoreApplication::removeTranslator(&m_own);
    const QString folder = QLibraryInfo::path(QLibraryInfo::TranslationsPath);
    if (m_qt.load(u"qtbase_"_s + wanted, folder))
        QCoreApplication::installTranslator(&m_qt);
    else if (wanted != u"en"_s)
        qCInfo(
            sessionLog, "No words of Qt's own dialogs for “%s” in %s", qUtf8Printable(wanted), qUtf8Printable(folder));
    if (m_own.load(u":/translations/passport_"_s + wanted))
        QCoreApplication::installTranslator(&m_own);
}

} // namespace passport
