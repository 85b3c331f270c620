// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/signinstate.h"
#include "protocol/person.h"
#include "protocol/result.h"

#include <QObject>
#include <QPointer>

namespace passport {

class ApiClient;
class PendingRequest;

/// Sign-in by login and password, with a one-time code where the account asks for one.
///
/// | From         | Event                                             | To                          |
/// |--------------|---------------------------------------------------|-----------------------------|
/// | Editing      | signIn(login, password, remember)                 | Checking                    |
/// | Checking     | tokens                                            | Finished                    |
/// | Checking     | otp_required                                      | CodeNeeded                  |
/// | Checking     | anything else                                     | Editing{error}              |
/// | CodeNeeded   | submitCode(method, code)                          | CheckingCode                |
/// | CodeNeeded   | sendSms()                                         | CodeNeeded{sms.asking}      |
/// | CodeNeeded   | the SMS was sent, or one was a moment ago         | CodeNeeded{sms}             |
/// | CodeNeeded   | the SMS could not be sent                         | CodeNeeded{sms, error}      |
/// | CheckingCode | tokens                                            | Finished                    |
/// | CheckingCode | wrong code, no network, busy                      | CodeNeeded{error}           |
/// | CheckingCode | the sign-in is over (too old, no tries left)      | Editing{error}              |
/// | any          | reset()                                           | Editing                     |
class SignIn : public QObject {
    Q_OBJECT
public:
    using State = signin::State;

    /// `device` is what the other devices of the person will see.
    SignIn(ApiClient &api, Device device, QObject *parent = nullptr);

    [[nodiscard]] const State &state() const { return m_state; }

    /// Ignored unless Editing. The password is not kept (SR-31).
    void signIn(const QString &login, const QString &password, bool remember);
    /// `method` is one of CodeNeeded::methods. Ignored unless CodeNeeded.
    void submitCode(const QString &method, const QString &code);
    /// The person wants a code by SMS, or another one. Ignored unless CodeNeeded, and while one is being asked for.
    void sendSms();
    /// Back to the beginning: the window was closed, or the person chose another way.
    void reset();

Q_SIGNALS:
    void stateChanged();

private:
    void passwordChecked(const Result<SessionTokens> &tokens);
    void codeChecked(const Result<SessionTokens> &tokens);
    void smsAnswered(const SignInId &id, const Result<SmsSent> &answer);
    void setState(State state);

    ApiClient &m_api;
    Device m_device;
    QPointer<PendingRequest> m_request;
    State m_state;
};

} // namespace passport
