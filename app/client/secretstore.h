// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/result.h"

#include <QByteArray>
#include <QHash>
#include <QObject>
#include <functional>
#include <optional>

namespace passport {

/// Keeps small secrets under names. Asynchronous, because a keyring may ask the person first. A handler is called once,
/// never before the call returns, and is dropped with its context. Every failure is KeychainUnavailable with one of the
/// codes keyring_locked, keyring_missing, keyring_failing: "locked" is never reported as "nothing there" (SR-29). What
/// is written is copied and may be wiped after the call. What is read passes through the library of the keyring and the
/// bus, whose copies are freed as they are (SR-31).
class SecretStore : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    using Found = Result<std::optional<QByteArray>>;

    /// Could a secret be kept right now? Asked before a sign-in, so that nobody learns it afterwards.
    virtual void probe(QObject *context, std::function<void(const Result<Done> &)> handler) = 0;
    virtual void read(const QString &name, QObject *context, std::function<void(const Found &)> handler) = 0;
    virtual void write(
        const QString &name, const QByteArray &secret, QObject *context,
        std::function<void(const Result<Done> &)> handler)
        = 0;
    virtual void remove(const QString &name, QObject *context, std::function<void(const Result<Done> &)> handler) = 0;
    /// Somebody is there who wants to unlock it: lets it ask for its password. becameAvailable() tells if that helped.
    virtual void unlock() { }

Q_SIGNALS:
    /// The keyring was unlocked or its service appeared: what failed before may work now.
    void becameAvailable();
};

/// Forgets everything with the program: "only for this session".
class MemoryStore : public SecretStore {
    Q_OBJECT
public:
    using SecretStore::SecretStore;
    ~MemoryStore() override;

    void probe(QObject *context, std::function<void(const Result<Done> &)> handler) override;
    void read(const QString &name, QObject *context, std::function<void(const Found &)> handler) override;
    void write(
        const QString &name, const QByteArray &secret, QObject *context,
        std::function<void(const Result<Done> &)> handler) override;
    void remove(const QString &name, QObject *context, std::function<void(const Result<Done> &)> handler) override;

private:
    QHash<QString, QByteArray> m_secrets;
};

} // namespace passport
