// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/result.h"

#include <QObject>
#include <functional>

class QDBusError;
class QDBusPendingCallWatcher;
class QDBusVariant;

namespace passport {

/// Asks the desktop's Secret Service whether it is there and whether its default keyring is locked. QtKeychain cannot
/// tell: a locked keyring reads as "no such entry" there (toolchain.md 4).
class SecretService : public QObject {
    Q_OBJECT
public:
    explicit SecretService(QObject *parent = nullptr);

    /// Done: open for reading and writing, or without any keyring yet. Otherwise keyring_locked, keyring_missing or
    /// keyring_failing. `handler` is called once, later, and dropped with `context`.
    void check(QObject *context, const std::function<void(const Result<Done> &)> &handler);

    /// Asks the service to unlock its default keyring; it shows the person its own prompt for that. changed() tells
    /// when it is open.
    void unlock();

Q_SIGNALS:
    /// The service appeared or a keyring was locked or unlocked.
    void changed();

private Q_SLOTS:
    void collectionChanged();

private:
    void listen();
    void prompt(const QString &path);
    void
    askLocked(const QString &collection, QObject *context, const std::function<void(const Result<Done> &)> &handler);

    bool m_listening = false;
};

} // namespace passport
