// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/clock.h"
#include "backend/rest/callaudit.h"

#include <QString>
#include <vector>

namespace passport {

class Factors;
class Hasher;
class Hub;
class OwnerProof;
class PostOffice;
class RateLimit;
class ServerSettings;
class ServerUrls;
class Sessions;
class StepUps;
class Store;

/// What the methods of a person's account work with; outlives them.
struct AccountParts {
    Store &store;
    const Clock &clock;
    const Audit &audit;
    const ServerSettings &settings;
    const ServerUrls &urls;
    RateLimit &rateLimit;
    Hub &hub;
    Sessions &sessions;
    const StepUps &stepUps;
    Hasher &hasher;
    const Factors &factors;
    const OwnerProof &owner;
    const PostOffice &post;
};

namespace account {

/// Which part of the person's own data changed.
inline constexpr QLatin1StringView profile("profile");
inline constexpr QLatin1StringView contacts("contacts");
inline constexpr QLatin1StringView security("security");

/// `passport / profileChanged {revision, what}` to all programs of the person (api.md 4). After the transaction.
void ringChanged(Hub &hub, UserId user, qint64 revision, QLatin1StringView what);

} // namespace account

namespace audit {
inline constexpr QLatin1StringView steppedUp("stepup.ok"); ///< data {method}
inline constexpr QLatin1StringView stepUpFailed("stepup.fail"); ///< data {method}
inline constexpr QLatin1StringView profileChanged("profile.change"); ///< data {what[], portals[]}
inline constexpr QLatin1StringView photoChanged("photo.change"); ///< data {removed}
inline constexpr QLatin1StringView contactAsked("contact.ask"); ///< data {kind, value as mark, taken}
inline constexpr QLatin1StringView contactBound("contact.bind"); ///< data {kind, value as mark, by: code|link}
/// By the link in the mail: "This is not me". data {kind, value as mark, by: link}; the actor is whose Passport it was.
inline constexpr QLatin1StringView contactRefused("contact.refuse");
inline constexpr QLatin1StringView contactRemoved("contact.remove");
inline constexpr QLatin1StringView contactFailed("contact.fail"); ///< A wrong code.
inline constexpr QLatin1StringView passwordChanged("password.change"); ///< data {others: signed out}
inline constexpr QLatin1StringView otpEnabled("otp.enable");
inline constexpr QLatin1StringView otpDisabled("otp.disable");
inline constexpr QLatin1StringView recoveryCodesMade("recoverycodes.create");
inline constexpr QLatin1StringView recoveryAsked("recovery.start"); ///< data {login as mark, known}
inline constexpr QLatin1StringView signInSmsSent("signin.sms"); ///< A code for the second step.
inline constexpr QLatin1StringView recovered("recovery.finish");
inline constexpr QLatin1StringView passportDeleted("passport.delete"); ///< What stays of a person: his number.
} // namespace audit

} // namespace passport
