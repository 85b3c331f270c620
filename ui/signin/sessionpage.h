// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/sessionstate.h"
#include "ui/statetext.h"
#include "ui/widgets/statepage.h"

namespace passport {

class Session;

/// What stands between signing in and the portals: reading, a locked or missing keyring, no network.
class SessionPage : public StatePage {
    Q_OBJECT

public:
    explicit SessionPage(QWidget *parent = nullptr);

    /// Gestures go to `session`, its states come here. It outlives the page.
    void follow(Session &session);
    /// Leaves the page as it is for SignedOut and SignedIn, which other windows show.
    void render(const session::State &state);

Q_SIGNALS:
    void retryAsked();
    void withoutKeychainAsked();
    void signOutAsked();

protected:
    void changeEvent(QEvent *event) override;

private:
    void perform(Gesture gesture);

    session::State m_state;
    StateWords m_words;
};

} // namespace passport
