// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>

namespace passport {

struct ApiRequest;
struct Error;

/// The idempotency keys of changes (api.md 1). A change whose answer got lost may have been done; when the same change
/// is asked for again, by the person or by a machine, it goes under the same key, so it is done once and the first
/// answer is heard after all. A change that was answered is over: asking for it again is another change.
class ChangeKeys {
public:
    /// The key for `request`, whose `change` is set.
    [[nodiscard]] QString keyOf(const ApiRequest &request);
    /// How it ended; null without an error.
    void ended(const ApiRequest &request, const Error *error);
    /// Somebody else is signed in: nothing of his is a repeat.
    void clear() { m_keys.clear(); }

private:
    QHash<QByteArray, QString> m_keys; ///< By a digest of the request: bodies hold passwords.
};

} // namespace passport
