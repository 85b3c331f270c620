// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/apiclient.h"
#include "client/httpexchange.h"

#include <functional>
#include <memory>

namespace passport {

/// One call from ApiClient::send() to its handler, with the few repeats it is allowed: one for a DPoP nonce, one for a
/// CSRF token, one after a refresh, and one with a fresh proof.
///
/// The last is for a call that arrived twice: Qt sends a request again when a connection that was used before ends
/// without a byte of the answer. The copy carries the same proof and is refused (api.md 2, `jti` is single-use), though
/// the first may have been done. With a fresh proof and the same idempotency key the first answer is heard after all.
class ApiCall : public PendingRequest {
    Q_OBJECT
public:
    using Answer = std::function<void(const Result<QJsonObject> &)>;

    ApiCall(ApiClient &client, ApiRequest request, QObject *context, Answer answer);
    ~ApiCall() override;

    void send();
    void abort() override;
    /// The client turns to another server. A farewell (ApiClient::post) still reaches the old one, its answer nobody;
    /// anything else is taken back.
    void leaveServer();

private:
    [[nodiscard]] QNetworkRequest httpRequest();
    [[nodiscard]] QJsonObject parameters();
    void addRight(QNetworkRequest &http);
    void answered(const HttpAnswer &answer);
    /// Whether the call goes on in spite of `error`.
    bool repeats(const Error &error);
    [[nodiscard]] bool wantsNewToken(const Error &error) const;
    void awaitRefresh();
    void refreshed(const std::optional<Error> &error);
    void finish(const Result<QJsonObject> &result);
    void finishLater(const Error &error);

    ApiClient &m_client;
    ApiRequest m_request;
    QPointer<QObject> m_context;
    Answer m_answer;
    std::unique_ptr<HttpExchange> m_exchange;
    QString m_sentToken; ///< To tell "this token expired" from "another one is there already".
    bool m_nonceRepeated = false;
    bool m_csrfRepeated = false;
    bool m_tokenRepeated = false;
    bool m_proofRepeated = false;
};

} // namespace passport
