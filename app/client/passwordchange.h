// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/pendingrequest.h"
#include "protocol/securityapi.h"

#include <QObject>
#include <QPointer>
#include <QTimer>
#include <chrono>
#include <variant>

namespace passport {

class ApiClient;
class StepUpGate;

/// What a change of the password can be in; see PasswordChange for the way between them.
namespace passwordchange {
struct Editing {
    std::optional<PasswordStrength> strength = std::nullopt; ///< Of what was typed; none until the server has said.
    std::optional<Error> error = std::nullopt; ///< wrong_credentials is about the present one.
    bool judging = false; ///< The server will say soon, or is being asked.
};
struct Saving { };
struct Changed { };
using State = std::variant<Editing, Saving, Changed>;
} // namespace passwordchange

/// Another password for the Passport, judged by the server while it is typed (SR-35).
///
/// | From             | Event                        | To                                                      |
/// |------------------|------------------------------|---------------------------------------------------------|
/// | Editing, Changed | type(new one)                | Editing{judging}; a moment later the server is asked    |
/// | Editing          | the server has judged        | Editing{strength}                                       |
/// | Editing          | the server cannot be asked   | Editing: it judges again when it is saved               |
/// | Editing          | change(…)                    | Saving                                                  |
/// | Saving           | done                         | Changed                                                 |
/// | Saving           | refused, no network          | Editing{strength, error}                                |
/// | any              | reset()                      | Editing                                                 |
class PasswordChange : public QObject {
    Q_OBJECT
public:
    using State = passwordchange::State;
    /// From the last key to the question.
    static constexpr std::chrono::milliseconds pause{400};

    PasswordChange(ApiClient &api, StepUpGate &gate, QObject *parent = nullptr);

    [[nodiscard]] const State &state() const { return m_state; }

    /// What stands in the field of the new password.
    void type(const QString &password);
    void change(const QString &current, const QString &password, bool signOutOthers);
    void reset();

Q_SIGNALS:
    void stateChanged();

private:
    void ask();
    void answered(const Result<Done> &answer);
    void setState(State state);

    ApiClient &m_api;
    StepUpGate &m_gate;
    State m_state;
    QString m_typed; ///< Until the server has been asked.
    QTimer m_pause;
    QPointer<PendingRequest> m_question;
    int m_attempt = 0; ///< Answers of earlier ones are not wanted any more.
};

} // namespace passport
