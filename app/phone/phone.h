// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/apiclient.h"
#include "client/approval.h"
#include "client/networkaccess.h"
#include "client/pushconnection.h"
#include "client/reachability.h"
#include "client/signin.h"
#include "phone/phoneoptions.h"
#include "protocol/pullapi.h"

#include <QObject>

namespace passport {

/// Signs in, takes one code, says who asks, approves or declines, signs out. Each step is one line on stdout.
class Phone : public QObject {
    Q_OBJECT
public:
    Phone(PhoneOptions options, QString password);

    void start();

Q_SIGNALS:
    /// `exitCode` is 0 = done or 1 = refused or failed; then one line on stderr has said why.
    void finished(int exitCode);

private:
    [[nodiscard]] Result<QString> readCode() const;
    void signInChanged();
    void signedIn(const Credentials &credentials);
    void takeCode();
    void fetchPullConfig();
    void approvalChanged();
    void asked(const approval::Asking &asking);
    void pushToken();
    void fail(const QString &sentence);
    void fail(const Error &error);
    void done();
    void signOut(int exitCode);

    PhoneOptions m_options;
    QString m_password;
    QString m_code; ///< A link or the typed letters.
    NetworkAccess m_network;
    Reachability m_reachability;
    ApiClient m_api;
    SignIn m_signIn;
    PushConnection m_push;
    Approval m_approval;
    bool m_told = false; ///< Who asks was printed.
    bool m_over = false;
};

} // namespace passport
