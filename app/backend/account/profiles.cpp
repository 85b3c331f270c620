// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/account/accounts.h"
#include "backend/core/serverurls.h"
#include "backend/portals/portalstore.h"
#include "backend/store/store.h"
#include "protocol/errorcodes.h"
#include "protocol/qrbasicapi.h"

using namespace Qt::StringLiterals;

// The person's own data, and what the public wire knows of it: the part of Accounts that only reads.

namespace passport {
namespace {

constexpr auto timeZone = "UTC"_L1; // people have not told us theirs

QString firstMail(const QStringList &logins)
{
    for (const QString &login : logins) {
        if (!isPhone(login))
            return login;
    }
    return {};
}

} // namespace

boost::asio::awaitable<Result<Profile>> Accounts::profile(const GetProfile &, const Call &call)
{
    const auto job = [&call](Db &db) { return userById(db, call.caller.user); };
    const std::optional<UserRow> user = co_await m_.store.read(job);
    if (!user)
        co_return Error::ofCode(code::invalidToken);
    co_return profileOf(*user, m_.urls);
}

/// wire.md 3.4 and 3.5: of a portal `ADMIN` and the name, of the Passport the login too.
boost::asio::awaitable<Result<QJsonValue>> Accounts::publicProfile(const QJsonObject &, const Call &call)
{
    const Caller &caller = call.caller;
    const auto job = [&](Db &db) -> Result<QJsonValue> {
        const std::optional<UserRow> user = userById(db, caller.user);
        if (!user)
            return Error::ofCode(code::invalidToken);
        const bool inPortal = !caller.portal.isEmpty();
        QJsonObject profile{{"ID"_L1, QString::number(user->id)},
                            {"ADMIN"_L1, inPortal && isAdministrator(db, caller.user, caller.portal)},
                            {"NAME"_L1, user->firstName},
                            {"LAST_NAME"_L1, user->lastName},
                            {"PERSONAL_GENDER"_L1, u""_s},
                            {"TIME_ZONE"_L1, timeZone}};
        if (user->photo)
            profile.insert("PERSONAL_PHOTO"_L1, m_.urls.base() + *user->photo);
        if (!inPortal) {
            const QStringList logins = loginsOf(db, user->id);
            profile.insert("LOGIN"_L1, logins.value(0));
            profile.insert("EMAIL"_L1, firstMail(logins));
            profile.insert("PROFILE"_L1, m_.urls.base() + u"/passport/view/"_s);
        }
        return QJsonValue(profile);
    };
    co_return co_await m_.store.read(job);
}

/// wire.md 1.9: the code for a sign-in that the server remembers in the cookie session.
boost::asio::awaitable<Result<QJsonValue>> Accounts::loginByOtp(const QJsonObject &parameters, const Call &call)
{
    auto submitting = signInCookieByCode(parameters.value("otp"_L1).toString(), call);
    const Result<QByteArray> sid = co_await std::move(submitting);
    if (sid)
        co_return QJsonValue(true);
    if (sid.error().code != code::wrongCode && sid.error().code != code::ticketGone)
        co_return sid.error();
    co_return Error::ofCode(publicwire::wrongOtp, {}, sid.error().details);
}

void Accounts::addTo(MethodTable &methods, ActionTable &actions)
{
    methods.add<SignInByPassword>(
        [this](const SignInByPassword &request, const Call &call) { return signIn(request, call); }, Repeats::InMemory);
    methods.add<SubmitSignInCode>(
        [this](const SubmitSignInCode &request, const Call &call) { return submitCode(request, call); },
        Repeats::InMemory);
    methods.add<SendSignInSms>(
        [this](const SendSignInSms &request, const Call &call) { return sendSms(request, call); }, Repeats::InMemory);
    methods.add<SignOut>([this](const SignOut &request, const Call &call) { return signOut(request, call); });
    methods.add<IssueTokens>(
        [this](const IssueTokens &request, const Call &call) { return issueTokens(request, call); }, Repeats::InMemory);
    methods.add<GetProfile>([this](const GetProfile &request, const Call &call) { return profile(request, call); });
    methods.addPlain("profile"_L1, Auth::Token, [this](const QJsonObject &parameters, const Call &call) {
        return publicProfile(parameters, call);
    });
    actions.add(
        "main.authcode.loginByOtp"_L1,
        {.signedIn = false,
         .handler = [this](const QJsonObject &parameters, const Call &call) { return loginByOtp(parameters, call); }});
}

} // namespace passport
