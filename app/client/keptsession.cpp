// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "client/keptsession.h"

#include "client/apiclient.h"
#include "client/logging.h"
#include "client/secretstore.h"
#include "client/settings.h"

using namespace Qt::StringLiterals;

namespace passport {

using Record = Settings::SessionRecord;

KeptSession::KeptSession(const ApiClient &api, SecretStore &secrets, Settings &settings, QObject *parent)
    : QObject(parent)
    , m_api(api)
    , m_secrets(secrets)
    , m_settings(settings)
{
}

bool KeptSession::isExpected() const
{
    return m_settings.sessionRecord() == Record::Kept;
}

void KeptSession::read(std::function<void(const Found &)> handler)
{
    m_secrets.read(name(), this, [this, handler = std::move(handler)](const SecretStore::Found &found) {
        if (!found)
            return handler(found.error());
        if (!*found) {
            qCInfo(sessionLog) << "the kept session is not in the keychain any more";
            m_settings.setSessionRecord(Record::None);
            return handler(std::optional<Credentials>());
        }
        const Result<Credentials> credentials = credentialsFromSecret(**found);
        if (credentials)
            return handler(std::optional(*credentials));
        qCInfo(sessionLog) << "the kept session cannot be read:" << credentials.error().detail;
        erase();
        handler(std::optional<Credentials>());
    });
}

void KeptSession::write(const Credentials &credentials, std::function<void(const Result<Done> &)> handler)
{
    m_secrets.write(
        name(), toSecret(credentials), this, [this, handler = std::move(handler)](const Result<Done> &done) {
            if (done)
                m_settings.setSessionRecord(Record::Kept);
            handler(done);
        });
}

void KeptSession::erase()
{
    if (m_settings.sessionRecord() == Record::None)
        return;
    m_settings.setSessionRecord(Record::EraseDue); // first: the program may end before the keychain has answered
    eraseIfDue();
}

void KeptSession::eraseIfDue()
{
    if (m_settings.sessionRecord() != Record::EraseDue)
        return;
    m_secrets.remove(name(), this, [this](const Result<Done> &done) {
        if (done && m_settings.sessionRecord() == Record::EraseDue)
            m_settings.setSessionRecord(Record::None);
    });
}

QString KeptSession::name() const
{
    return m_api.origin() + "/session"_L1;
}

} // namespace passport
