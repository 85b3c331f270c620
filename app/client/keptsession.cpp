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
    return m_settings.sessionRecord(m_api.origin()) == Record::Kept;
}

void KeptSession::read(std::function<void(const Found &)> handler)
{
    const QString origin = m_api.origin(); // another server may be used before the keychain answers
    m_secrets.read(nameAt(origin), this, [this, origin, handler = std::move(handler)](const SecretStore::Found &found) {
        if (origin != m_api.origin())
            return; // the tokens of one server are not for another
        if (!found)
            return handler(found.error());
        if (!*found) {
            qCInfo(sessionLog) << "the kept session is not in the keychain any more";
            m_settings.setSessionRecord(origin, Record::None);
            return handler(std::optional<Credentials>());
        }
        const Result<Credentials> credentials = credentialsFromSecret(**found);
        if (credentials)
            return handler(std::optional(*credentials));
        qCInfo(sessionLog) << "the kept session cannot be read:" << credentials.error().detail;
        eraseOf(origin);
        handler(std::optional<Credentials>());
    });
}

void KeptSession::write(const Credentials &credentials, std::function<void(const Result<Done> &)> handler)
{
    const QString origin = m_api.origin();
    QByteArray secret = toSecret(credentials);
    m_secrets.write(
        nameAt(origin), secret, this, [this, origin, handler = std::move(handler)](const Result<Done> &done) {
            if (done)
                m_settings.setSessionRecord(origin, Record::Kept);
            if (origin == m_api.origin())
                handler(done);
        });
    wipe(secret);
}

void KeptSession::erase()
{
    eraseOf(m_api.origin());
}

void KeptSession::eraseOf(const QString &origin)
{
    if (m_settings.sessionRecord(origin) == Record::None)
        return;
    m_settings.setSessionRecord(
        origin, Record::EraseDue); // first: the program may end before the keychain has answered
    eraseIfDue();
}

void KeptSession::eraseIfDue()
{
    for (const QString &origin : m_settings.originsToErase()) {
        m_secrets.remove(nameAt(origin), this, [this, origin](const Result<Done> &done) {
            if (done && m_settings.sessionRecord(origin) == Record::EraseDue)
                m_settings.setSessionRecord(origin, Record::None);
        });
    }
}

void KeptSession::askToUnlock()
{
    m_secrets.unlock();
}

QString KeptSession::nameAt(const QString &origin)
{
    return origin + "/session"_L1;
}

} // namespace passport
