// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/httpexchange.h"
#include "protocol/error.h"

#include <QObject>
#include <memory>
#include <optional>

namespace passport {

class ApiClient;

/// Trades the refresh token for a new pair, once for however many calls found theirs expired (architecture.md 4.3).
/// The new pair is kept before anybody uses it; a lost answer is asked for again at once, which the server grants to
/// the same key for 10 s (SR-27).
class TokenRefresh : public QObject {
    Q_OBJECT
public:
    explicit TokenRefresh(ApiClient &client);
    ~TokenRefresh() override;

    /// Begins unless one is under way; finished() tells all who asked.
    void request();
    /// Until the new pair is saved.
    [[nodiscard]] bool isRunning() const { return m_running; }
    /// The credentials are gone: whoever waits hears that.
    void cancel();

Q_SIGNALS:
    /// Nothing: go on with the new token. SignInNeeded: the session is over. Anything else: later, perhaps.
    void finished(const std::optional<passport::Error> &error);

private:
    void send();
    void answered(const HttpAnswer &answer);
    void keep(const QJsonObject &json);
    void fail(const Error &error);

    ApiClient &m_client;
    std::unique_ptr<HttpExchange> m_exchange;
    bool m_running = false;
    bool m_nonceRepeated = false;
    bool m_lossRepeated = false;
    int m_round = 0; ///< A late "kept" of a cancelled round is recognised by it.
};

} // namespace passport
