// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QDeadlineTimer>
#include <QHash>
#include <QString>
#include <chrono>

namespace passport {

struct ApiRequest;
struct Error;

/// The idempotency keys of changes (api.md 1). A change whose answer got lost may have been done; when the same change
/// is asked for again, by the person or by a machine, it goes under the same key, so it is done once and the first
/// answer is heard after all. A change that was answered is over: asking for it again is another change. So is one
/// whose first answer the server does not keep any longer, and one that may have been undone since: another change of
/// the same area was answered (the photo was removed, put, and is removed again).
class ChangeKeys {
public:
    /// For so long after a change, and so at least after we last asked for it, the server keeps its answer (api.md 1).
    static constexpr std::chrono::milliseconds serverKeeps = std::chrono::hours(24);

    explicit ChangeKeys(std::chrono::milliseconds life = serverKeeps)
        : m_life(life)
    {
    }

    /// The key for `request`, whose `change` is set.
    [[nodiscard]] QString keyOf(const ApiRequest &request);
    /// How it ended; null without an error.
    void ended(const ApiRequest &request, const Error *error);
    /// Somebody else is signed in: nothing of his is a repeat.
    void clear() { m_keys.clear(); }

private:
    struct Key {
        QString text;
        QByteArray area; ///< "passport.photo"
        bool lost = false; ///< The last call under it ended without an answer.
        QDeadlineTimer until;
    };
    std::chrono::milliseconds m_life;
    QHash<QByteArray, Key> m_keys; ///< By a digest of the request: bodies hold passwords.
};

} // namespace passport
