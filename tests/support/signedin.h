// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/passportclient.h"
#include "client/secretstore.h"

#include <QTemporaryDir>
#include <memory>

namespace passport {

/// The machines of a program over a server, with settings in a temporary file and secrets in memory, and a hand that
/// signs one of the demo people in.
class SignedIn {
public:
    explicit SignedIn(const QUrl &server, const PassportClient::Timing &timing = fastTiming());
    ~SignedIn();

    /// "anna", "vera" or "gleb"; session().state() tells when it is done.
    void signIn(QLatin1StringView who, bool remember = false);

    [[nodiscard]] PassportClient &client() { return *m_client; }
    /// Short waits, so that an outage is over soon.
    [[nodiscard]] static PassportClient::Timing fastTiming();

private:
    QTemporaryDir m_folder;
    std::unique_ptr<QSettings> m_store;
    MemoryStore m_secrets;
    std::unique_ptr<PassportClient> m_client;
};

} // namespace passport
