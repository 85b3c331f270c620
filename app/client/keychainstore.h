// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/secretservice.h"
#include "client/secretstore.h"

#include <chrono>

namespace QKeychain {
class Job;
}

namespace passport {

/// Secrets in the desktop's keyring: service "passport", entry "<profile>/<name>". The insecure fallback of QtKeychain
/// is never used. What a keyring says is not believed blindly (toolchain.md 4): whether it is locked is asked first,
/// and each change is read back.
class KeychainStore : public SecretStore {
    Q_OBJECT
public:
    struct Timing {
        std::chrono::milliseconds job = std::chrono::seconds(10); ///< A keyring that prompts nobody never answers.
    };

    KeychainStore(const QString &profile, Timing timing, QObject *parent = nullptr);
    explicit KeychainStore(const QString &profile, QObject *parent = nullptr)
        : KeychainStore(profile, Timing{}, parent)
    {
    }

    void probe(QObject *context, std::function<void(const Result<Done> &)> handler) override;
    void read(const QString &name, QObject *context, std::function<void(const Found &)> handler) override;
    void write(
        const QString &name, const QByteArray &secret, QObject *context,
        std::function<void(const Result<Done> &)> handler) override;
    void remove(const QString &name, QObject *context, std::function<void(const Result<Done> &)> handler) override;
    void unlock() override;

private:
    using JobHandler = std::function<void(const QKeychain::Job *job)>; ///< Null: no answer in time.

    /// Goes on with `open` if secrets can be reached, else answers with the problem.
    void whenOpen(QObject *context, std::function<void(const Error &)> problem, std::function<void()> open);
    void run(QKeychain::Job *job, const QString &name, QObject *context, JobHandler handler);
    void readEntry(const QString &name, QObject *context, std::function<void(const Found &)> handler);

    QString m_prefix;
    Timing m_timing;
    SecretService m_service;
};

} // namespace passport
