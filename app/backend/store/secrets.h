// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/result.h"

#include <QByteArray>
#include <QLatin1StringView>
#include <QString>

namespace passport {

/// The server's own keys. One master secret lies in `folder`/secret.key (0600); a key of 32 bytes is derived from it
/// for each purpose, so keys survive a restart and none opens another's lock.
class Secrets {
public:
    /// Reads the file or makes it. Refuses one that others may read (SR-45), in one sentence.
    static Result<Secrets> open(const QString &folder);

    /// Always the same 32 bytes for the same purpose ("csrf", "dpop-nonce", "push-jwt", "push-channel").
    [[nodiscard]] QByteArray keyFor(QLatin1StringView purpose) const;

private:
    explicit Secrets(QByteArray master)
        : m_master(std::move(master))
    {
    }
    QByteArray m_master;
};

} // namespace passport
