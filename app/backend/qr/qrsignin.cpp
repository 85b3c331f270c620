// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/qr/qrsignin.h"

#include "backend/store/secrets.h"

using namespace Qt::StringLiterals;

namespace passport {

QrSignIn::QrSignIn(const QrParts &parts, const SecondSteps &secondSteps, const DpopCheck &dpop)
    : desk(parts)
    , asking(desk)
    , claims(desk, secondSteps, dpop)
    , approving(parts)
    , basic(parts, secondSteps)
    , keeper(parts)
{
}

void QrSignIn::addTo(MethodTable &methods, ActionTable &actions)
{
    asking.addTo(methods);
    claims.addTo(methods);
    approving.addTo(methods);
    basic.addTo(actions);
}

QString QrSignIn::uniqueIdOf(const Secrets &secrets)
{
    constexpr QLatin1StringView alphabet("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");
    constexpr qsizetype size = 16;
    QString id;
    for (const char byte : secrets.keyFor("public-unique-id"_L1).first(size))
        id.append(alphabet.at(static_cast<uchar>(byte) % alphabet.size()));
    return id;
}

} // namespace passport
