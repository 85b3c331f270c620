// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/credentials.h"
#include "protocol/error.h"
#include "protocol/portal.h"

#include <optional>
#include <variant>

/// What a session can be in; see Session for the way between them.
namespace passport::session {

/// Why there is no session.
enum class EndReason {
    None, ///< There was none.
    Asked, ///< The person signed out here.
    Deleted, ///< The person deleted the Passport here.
    Expired, ///< The server does not know it any more: lifetime over, or ended from another device.
};

struct Restoring { }; ///< Looking into the keychain.
/// A session was kept, but the keychain does not give it out. Goes on by itself once it does.
struct RestoreBlocked {
    Error error; ///< keyring_locked, keyring_missing or keyring_failing.
};
struct SignedOut {
    EndReason reason = EndReason::None;
    std::optional<Error> error; ///< What the server said when it ended the session.
    /// And why, in the word of the doorbell before, else of the refusal: "password_changed", "deleted", …; or empty.
    QString word = {};

    /// The Passport is no more, whoever deleted it.
    [[nodiscard]] bool isDeleted() const
    {
        return reason == EndReason::Deleted || word == QLatin1StringView("deleted");
    }
};
struct Saving {
    Credentials credentials; ///< Not used before they are saved.
};
/// Signed in, but the keychain does not take the session. Goes on by itself once it does.
struct SaveBlocked {
    Error error; ///< As above.
    Credentials credentials;
};
struct Loading { };
struct LoadingFailed {
    Error error; ///< The tokens are kept; loads again on the network's return or retry().
    bool again = false; ///< And by itself after a while.
};
struct SignedIn {
    PortalList portals; ///< The first page, where Portals goes on; fresh at the moment of signing in only.
    bool kept = false; ///< The next start will be signed in, too.
    std::optional<Error> keepError; ///< It should have been kept and was not.
};
struct SigningOut { };

using State = std::variant<
    Restoring, RestoreBlocked, SignedOut, Saving, SaveBlocked, Loading, LoadingFailed, SignedIn, SigningOut>;

} // namespace passport::session
