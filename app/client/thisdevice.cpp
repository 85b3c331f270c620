// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "client/thisdevice.h"

#include <QSysInfo>

using namespace Qt::StringLiterals;

namespace passport {

Device thisDevice()
{
    return {
        .name = cleaned(QSysInfo::machineHostName()),
        .os = cleaned(QSysInfo::prettyProductName()),
        .app = "Passport "_L1 + QLatin1StringView(PASSPORT_VERSION)};
}

} // namespace passport
