// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/credentials.h"
#include "client/keptsession.h"
#include "client/sessionstate.h"
#include "protocol/person.h"

#include <QObject>
#include <QTimer>
#include <functional>
#include <optional>

namespace passport {

class ApiClient;
class Reachability;
class SecretStore;
class Settings;

/// The signed-in person on this computer, from one start of the program to the next.
///
/// | From               | Event                                        | To                                        |
/// |--------------------|----------------------------------------------|-------------------------------------------|
/// | Restoring          | nothing was kept, or the entry is gone       | SignedOut{None}                           |
/// | Restoring          | keychain locked, missing or failing          | RestoreBlocked                            |
/// | RestoreBlocked     | keychain came back, or retry()               | Restoring                                 |
/// | RestoreBlocked     | withoutKeychain()                            | SignedOut{None}; the entry stays          |
/// | Restoring          | tokens found                                 | Loading                                   |
/// | SignedOut          | begin(credentials)                           | Saving (if to be remembered), else Loading|
/// | Saving             | saved                                        | Loading                                   |
/// | Saving             | keychain locked, missing or failing          | SaveBlocked                               |
/// | SaveBlocked        | keychain came back, or retry()               | Saving                                    |
/// | SaveBlocked        | withoutKeychain()                            | Loading                                   |
/// | Loading            | portals received                             | SignedIn                                  |
/// | Loading            | any other error                              | LoadingFailed; the tokens stay            |
/// | LoadingFailed      | network came back, or retry()                | Loading                                   |
/// | with tokens        | refused for good                             | SignedOut{Expired}; tokens erased         |
/// | with tokens        | signOut()                                    | SigningOut → SignedOut{Asked}; erased     |
/// | with kept tokens   | leave()                                      | SignedOut{None}; the entry stays          |
/// | with other tokens  | leave()                                      | as signOut()                              |
class Session : public QObject {
    Q_OBJECT
public:
    using State = session::State;

    Session(
        ApiClient &api, SecretStore &secrets, Settings &settings, Reachability &reachability,
        QObject *parent = nullptr);
    ~Session() override;

    [[nodiscard]] const State &state() const { return m_state; }
    /// Where he has his Passport.
    [[nodiscard]] const QUrl &server() const;
    /// The person signed in; nothing until it has been read.
    [[nodiscard]] const std::optional<Profile> &profile() const { return m_profile; }

    /// Looks for a kept session; the first thing the program does. The state before is Restoring, too.
    void restore();
    /// From a finished SignIn or QrLogin. Ignored unless SignedOut.
    void begin(const Credentials &credentials);
    /// Somebody asks for another attempt at what RestoreBlocked, SaveBlocked or LoadingFailed wait for; a locked
    /// keychain prompts.
    void retry();
    /// "Only for this session": stop waiting for the keychain.
    void withoutKeychain();
    /// Always ends signed out here; the server is told if it can be reached.
    void signOut();
    /// The same after its Passport was deleted here: nothing is left to sign in to.
    void leaveDeleted();
    /// The person goes over to another server: ends signed out here. What the keychain has of this one stays good; a
    /// session that it does not have is ended.
    void leave();
    /// The keychain has it, as it is now: leave() does not end it.
    [[nodiscard]] bool isKept() const;
    /// Asks the server whether the session still holds: somebody says it does not, and why in a word. The server's own
    /// word decides.
    void verify(const QString &why = {});
    /// Reads the profile again: it was changed somewhere.
    void readProfile();

Q_SIGNALS:
    void stateChanged();
    void profileChanged();

private:
    void tryAgain();
    void restored(const KeptSession::Found &found);
    void save(const Credentials &credentials);
    void saved(const Result<Done> &done);
    void use(const Credentials &credentials);
    void load();
    void portalsReceived(const Result<PortalList> &portals);
    void loadingFailed(const Error &error);
    void keepRotated(const Credentials &rotated, const std::function<void()> &kept);
    void setKept(const Result<Done> &done);
    void ended(const Error &why);
    void signedOut();
    void secretsAvailable();
    void setState(State state);

    ApiClient &m_api;
    KeptSession m_keptSession;
    State m_state;
    std::optional<Profile> m_profile;
    bool m_kept = false; ///< The keychain has the session as it is now.
    std::optional<Error> m_keepError;
    session::EndReason m_reason = session::EndReason::Asked; ///< Of signing out.
    QString m_saidEnd; ///< Why it is over, as far as somebody has said.
    int m_attempt = 0; ///< Failed loads in a row.
    QTimer m_retry; ///< In LoadingFailed: the next attempt. In SigningOut: how long the server is waited for.
};

} // namespace passport
