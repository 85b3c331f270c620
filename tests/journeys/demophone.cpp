// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "journeys/demophone.h"

#include <QDateTime>
#include <QMessageAuthenticationCode>
#include <QtEndian>

using namespace Qt::StringLiterals;

namespace passport {

DemoPhone::DemoPhone(const QUrl &server, QLatin1StringView who)
    : m_person(server)
    , m_approval(m_person.client().api(), m_person.client().push(), Approval::Timing{})
{
    m_person.signIn(who);
}

bool DemoPhone::isSignedIn()
{
    auto &signIn = m_person.client().signIn();
    if (const auto *code = std::get_if<signin::CodeNeeded>(&signIn.state()); code && !code->error)
        signIn.submitCode(u"totp"_s, borisCodeNow());
    return m_person.client().push().isOnline();
}

QString DemoPhone::number() const
{
    const auto *asking = std::get_if<approval::Asking>(&m_approval.state());
    return asking ? asking->approval.number : QString();
}

bool DemoPhone::canApprove() const
{
    const auto *asking = std::get_if<approval::Asking>(&m_approval.state());
    return asking && asking->canApprove;
}

QString borisCodeNow(int stepsLater)
{
    const QByteArray secret("Hello!\xde\xad\xbe\xefHello!\xde\xad\xbe\xef"); // JBSWY3DPEHPK3PXP, twice
    const auto step = qToBigEndian<qint64>(QDateTime::currentSecsSinceEpoch() / 30 + stepsLater);
    const QByteArray message(reinterpret_cast<const char *>(&step), sizeof step);
    const auto hash = QMessageAuthenticationCode::hash(message, secret, QCryptographicHash::Sha1);
    const auto offset = hash.back() & 0x0f; // RFC 4226 5.3
    const auto number = qFromBigEndian<quint32>(hash.constData() + offset) & 0x7fffffff;
    return u"%1"_s.arg(number % 1'000'000, 6, 10, QChar(u'0'));
}

} // namespace passport
