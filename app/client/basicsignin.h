// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/credentials.h"
#include "client/pendingrequest.h"
#include "client/retrytimer.h"
#include "protocol/person.h"
#include "protocol/result.h"

#include <QDeadlineTimer>
#include <QPointer>
#include <functional>

namespace passport {

class ApiClient;

/// The end of a QR sign-in by the public wire alone (api.md 6): the token of the approval signs a cookie session in,
/// for some accounts only together with a one-time code, and that session is exchanged for tokens bound to a key of
/// our own. Outages are waited out as long as the token lives.
///
///     start() → authenticate → issue tokens → signedIn()
///                            ↘ codeNeeded() → submitCode() → issue tokens → signedIn()
class BasicSignIn : public QObject {
    Q_OBJECT
public:
    /// `waitFactor` scales the waits between attempts; tests shorten them.
    BasicSignIn(ApiClient &api, Device device, double waitFactor, QObject *parent = nullptr);

    /// `token` is valid until `until`. Whatever was under way is forgotten.
    void start(const QString &token, bool remember, QDeadlineTimer until);
    /// After codeNeeded().
    void submitCode(const QString &code);
    [[nodiscard]] bool isAwaitingCode() const { return m_awaitingCode; }
    void cancel();

Q_SIGNALS:
    void signedIn(const passport::Credentials &credentials);
    /// The account has a second step (SR-14). `why` says what was wrong with the last code; none at first.
    void codeNeeded(const std::optional<passport::Error> &why);
    /// ticket_gone: the token was used or is too old.
    void failed(const passport::Error &error);

private:
    using Step = void (BasicSignIn::*)();

    void take(Step step);
    void authenticate();
    void authenticated(const Result<Done> &answer);
    void codeChecked(const Result<Done> &answer);
    void issueTokens();
    void tokensIssued(const Result<SessionTokens> &tokens);
    bool repeats(const Error &error);

    ApiClient &m_api;
    Device m_device;
    RetryTimer m_retry;
    Step m_step = nullptr; ///< What is under way, to be repeated after an outage.
    QString m_token;
    QDeadlineTimer m_until;
    QPointer<PendingRequest> m_call;
    std::shared_ptr<const DeviceKey> m_key;
    bool m_remember = false;
    bool m_awaitingCode = false;
};

} // namespace passport
