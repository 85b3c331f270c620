// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/credentials.h"
#include "protocol/result.h"

#include <QObject>
#include <functional>
#include <optional>

namespace passport {

class ApiClient;
class SecretStore;
class Settings;

/// The session's place in the keychain, under the name of the server it belongs to, and the note in the settings, also
/// one a server, that there is one: a keychain that is locked or gone must not look like an empty one, and what could
/// not be erased must never sign anybody in.
class KeptSession : public QObject {
    Q_OBJECT
public:
    using Found = Result<std::optional<Credentials>>;

    KeptSession(const ApiClient &api, SecretStore &secrets, Settings &settings, QObject *parent = nullptr);

    /// Whether read() may find something.
    [[nodiscard]] bool isExpected() const;
    /// Nothing: there is none (any more), or it is not readable as one and has been erased. An error: the keychain does
    /// not tell. `handler` is called later, once; never if another server is used by then.
    void read(std::function<void(const Found &)> handler);
    /// `handler` is called as that of read().
    void write(const Credentials &credentials, std::function<void(const Result<Done> &)> handler);
    /// Takes it away for good: if the keychain does not do it now, it is done when it can be, before anything is read.
    void erase();
    /// Does what erasures are due, those of servers that were used before among them.
    void eraseIfDue();
    /// Lets the keychain ask the person to unlock it.
    void askToUnlock();

private:
    void eraseOf(const QString &origin);
    [[nodiscard]] static QString nameAt(const QString &origin);

    const ApiClient &m_api;
    SecretStore &m_secrets;
    Settings &m_settings;
};

} // namespace passport
