// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "support/signedin.h"

using namespace Qt::StringLiterals;

namespace passport {

SignedIn::SignedIn(const QUrl &server, const PassportClient::Timing &timing)
    : m_store(std::make_unique<QSettings>(m_folder.filePath(u"passport.ini"_s), QSettings::IniFormat))
    , m_client(std::make_unique<PassportClient>(*m_store, m_secrets, Policy{}, timing))
{
    m_client->useServer(server);
}

SignedIn::~SignedIn() = default;

void SignedIn::signIn(QLatin1StringView who, bool remember)
{
    m_client->signIn().signIn(who + "@example.test"_L1, who + "-demo-Passport"_L1, remember);
}

PassportClient::Timing SignedIn::fastTiming()
{
    PassportClient::Timing timing;
    timing.push.waitFactor = 0.1;
    // Passwords are hashed behind everything else: on a busy machine an answer takes longer than a person would wait.
    timing.api.transfer = std::chrono::seconds(30);
    return timing;
}

} // namespace passport
