// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/core/moments.h"

#include <QDateTime>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace passport {
namespace {

QString shown(Clock::TimePoint moment, PageLanguage language, const QString &form)
{
    const QLocale locale(language == PageLanguage::Russian ? QLocale::Russian : QLocale::English);
    return locale.toString(QDateTime::fromMSecsSinceEpoch(moment.time_since_epoch().count(), Qt::UTC), form);
}

} // namespace

QString dayText(Clock::TimePoint moment, PageLanguage language)
{
    return shown(moment, language, u"d MMMM yyyy"_s);
}

QString momentText(Clock::TimePoint moment, PageLanguage language)
{
    return shown(moment, language, u"d MMMM yyyy, HH:mm"_s) + u" (UTC)"_s;
}

} // namespace passport
