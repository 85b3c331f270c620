// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/apiclient.h"
#include "protocol/securityapi.h"

#include <QPointer>
#include <functional>
#include <variant>

namespace passport {

/// What a proof can be in; see StepUpGate for the way between them.
namespace stepup {
struct Idle { };
struct Needed {
    QStringList methods; ///< Of "password", "totp", "recovery".
    std::optional<Error> error = std::nullopt; ///< The last proof was not right.
};
struct Checking {
    QStringList methods;
};
using State = std::variant<Idle, Needed, Checking>;
} // namespace stepup

/// Sends calls that may want a fresh proof that it is the owner who asks (SR-40). When one does, it waits here, a
/// window asks for the proof, and the same call goes out again; whoever sent it hears only the end.
///
/// | From     | Event                                           | To                                            |
/// |----------|-------------------------------------------------|-----------------------------------------------|
/// | Idle     | a call is answered with stepup_required         | Needed                                        |
/// | Needed   | prove(…)                                        | Checking                                      |
/// | Checking | right                                           | Idle; the calls that waited go out again      |
/// | Checking | wrong, no network                               | Needed{error}                                 |
/// | any      | cancel()                                        | Idle; the calls end with stepup_required      |
class StepUpGate : public QObject {
    Q_OBJECT
public:
    using State = stepup::State;

    explicit StepUpGate(ApiClient &api, QObject *parent = nullptr);

    [[nodiscard]] const State &state() const { return m_state; }

    /// As ApiClient::send().
    template <Endpoint E, typename Context, typename Handler>
    void send(const E &request, Context *context, Handler handler)
    {
        m_api.send(request, context, [this, request, context, handler](const Result<typename E::Response> &answer) {
            if (answer || StepUp::methodsOf(answer.error()).isEmpty())
                return finish<E>(context, handler, answer);
            const QPointer<Context> guard(context);
            wait(answer.error(), [this, request, guard, handler, answer](bool proven) {
                if (guard && proven)
                    send(request, guard.data(), handler);
                else if (guard)
                    finish<E>(guard.data(), handler, answer);
            });
        });
    }

    void provePassword(const QString &password);
    /// Of the authenticator, or a recovery code.
    void proveCode(const QString &code);
    void cancel();

Q_SIGNALS:
    void stateChanged();

private:
    template <typename E, typename Context, typename Handler>
    static void finish(Context *context, Handler handler, const Result<typename E::Response> &answer)
    {
        if constexpr (std::is_member_function_pointer_v<Handler>)
            (context->*handler)(answer);
        else
            handler(answer);
    }
    void wait(const Error &why, std::function<void(bool proven)> go);
    void prove(const StepUp &proof);
    void end(bool proven);
    void setState(State state);

    ApiClient &m_api;
    State m_state;
    std::vector<std::function<void(bool)>> m_waiting;
    QPointer<PendingRequest> m_request;
};

/// What there is to say of a call that ended so: nothing, if the person would not prove himself.
[[nodiscard]] inline std::optional<Error> unlessGivenUp(const Error &error)
{
    return StepUp::methodsOf(error).isEmpty() ? std::optional(error) : std::nullopt;
}

} // namespace passport
