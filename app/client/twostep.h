// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/pendingrequest.h"
#include "protocol/securityapi.h"

#include <QObject>
#include <QPointer>
#include <variant>

namespace passport {

class ApiClient;
class Session;
class StepUpGate;

/// What two-step sign-in can be in; see TwoStep for the way between them.
namespace twostep {
/// What the server says. `working`: something was asked for, and no code was shown yet.
struct Known {
    SecuritySummary summary;
    std::optional<Error> error = std::nullopt; ///< The last gesture failed; nothing has changed.
    bool working = false;
};
struct Loading { };
struct Failed {
    Error error;
};
struct SettingUp {
    OtpSecret secret;
    std::optional<Error> error = std::nullopt; ///< The code was not right, or did not arrive.
    bool checking = false;
};
/// Shown this one time (SR-39): until the person says that he has kept them.
struct ShowingCodes {
    QStringList codes;
};
using State = std::variant<Loading, Failed, Known, SettingUp, ShowingCodes>;
} // namespace twostep

/// How the Passport is protected, and turning the second step of a sign-in on and off.
///
/// | From            | Event                              | To                                                 |
/// |-----------------|------------------------------------|----------------------------------------------------|
/// | Loading, Failed | refresh(): answered                | Known, or Failed                                   |
/// | Known           | refresh(), ring(), setUp()         | Known, read again                                  |
/// | Failed          | ring()                             | Loading, read again                                |
/// | Known           | setUp(): the secret has come       | SettingUp                                          |
/// | SettingUp       | enable(code): right                | ShowingCodes                                       |
/// | SettingUp       | enable(code): wrong, or too old    | SettingUp{error}                                   |
/// | SettingUp       | enable(code): too old, but it is on | Known{ticket_gone}: its codes were not shown here |
/// | Known           | newCodes(): they have come         | ShowingCodes                                       |
/// | Known           | disable(): done                    | Loading → Known                                    |
/// | SettingUp, ShowingCodes | leave()                    | Loading → Known                                    |
/// | any             | nobody is signed in                | Loading                                            |
class TwoStep : public QObject {
    Q_OBJECT
public:
    using State = twostep::State;
    static constexpr int fewCodes = 3; ///< With so many recovery codes left the person is told.

    TwoStep(ApiClient &api, StepUpGate &gate, Session &session, QObject *parent = nullptr);

    [[nodiscard]] const State &state() const { return m_state; }

    void refresh();
    /// It may have changed elsewhere. Ignored while nobody has asked for it, and while something is being set up.
    void ring();
    void setUp();
    void enable(const QString &code);
    void newCodes();
    void disable();
    /// Gives the setup up, or says that the codes have been kept.
    void leave();

Q_SIGNALS:
    void stateChanged();

private:
    void known(const Result<SecuritySummary> &answer);
    void lookWhetherOn(const Error &error);
    void codesReceived(const Result<RecoveryCodes> &answer);
    [[nodiscard]] bool begin();
    void failed(const Error &error);
    void clear();
    void setState(State state);

    ApiClient &m_api;
    StepUpGate &m_gate;
    Session &m_session;
    State m_state;
    QPointer<PendingRequest> m_reading;
    int m_gesture = 0; ///< Answers to earlier ones are not wanted any more.
};

} // namespace passport
