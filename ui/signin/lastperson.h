// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/personline.h"

#include <QObject>
#include <QStringList>
#include <QUrl>

namespace passport {

class Account;
class Session;

/// Whoever was signed in last while the program runs. The server tells nobody's name before the second step is done;
/// who signs in again after his session has ended is shown as this computer remembers him. In memory alone.
class LastPerson : public QObject {
    Q_OBJECT
public:
    LastPerson(Session &session, Account &account, QObject *parent = nullptr);

    /// Who signs in at `server` with `login`, as far as he is known: at least that.
    [[nodiscard]] ShownPerson called(const QString &login, const QUrl &server) const;
    void forget();

private:
    void remember();

    Session &m_session;
    Account &m_account;
    QUrl m_server;
    QStringList m_logins; ///< Normalised.
    ShownPerson m_person;
};

} // namespace passport
