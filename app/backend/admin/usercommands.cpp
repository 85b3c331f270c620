// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/admin/usercommands.h"

#include "backend/account/contactbook.h"
#include "backend/account/passwordrules.h"
#include "backend/foundation.h"
#include "backend/http/message.h"
#include "protocol/errorcodes.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace passport {
namespace {

QJsonObject lineOf(const Foundation &foundation, Db &db, const UserRow &user)
{
    return {
        {"id"_L1, user.id},           {"logins"_L1, QJsonArray::fromStringList(loginsOf(db, user.id))},
        {"name"_L1, user.fullName()}, {"secondStep"_L1, !user.totpSecret.isEmpty()},
        {"blocked"_L1, user.blocked}, {"passwordClosed"_L1, PasswordSignIn::isClosed(db, foundation.audit, user.id)}};
}

Output list(Foundation &foundation)
{
    return foundation.store->writeNow([&foundation](Db &db) -> Output {
        Lines lines;
        for (const UserRow &user : allUsers(db))
            lines.push_back(lineOf(foundation, db, user));
        return lines;
    });
}

Output add(Foundation &foundation, const Subcommand &command)
{
    const QStringList logins = command.words.mid(2);
    if (logins.isEmpty() || command.firstName.isEmpty() || !command.readPassword)
        return usage();
    const QString password = QString::fromUtf8(command.readPassword()).normalized(QString::NormalizationForm_C);
    const qsizetype shortest = passwordrules::shortestOf(foundation.settings);
    if (password.size() < shortest || password.size() > passwordrules::longest)
        return Error::ofCode(
            code::invalidRequest,
            u"the password (one line on standard input) has %1 to %2 characters"_s.arg(shortest).arg(
                passwordrules::longest));
    const NewUser person{
        .logins = logins,
        .firstName = command.firstName,
        .lastName = command.lastName,
        .passwordHash = foundation.hasher.hashNow(password.toUtf8())};
    return foundation.store->writeNow([&](Db &db) -> Output {
        const std::optional<UserId> id = addUser(db, person, foundation.clock);
        if (!id)
            return Error::ofCode(code::conflict, u"one of these logins is taken; run: user list"_s);
        foundation.audit.record(db, {.event = audit::userChanged, .data = {{"user"_L1, *id}, {"change"_L1, u"add"_s}}});
        return Lines{lineOf(foundation, db, *userById(db, *id))};
    });
}

/// What `user VERB LOGIN` does to the person.
void apply(Foundation &foundation, Db &db, UserId user, const QString &verb)
{
    if (verb != "signout"_L1)
        setBlocked(db, user, verb == "block"_L1);
    if (verb == "block"_L1)
        Confirmations::revokeAll(db, user); // a link that was mailed before binds nothing now
    if (verb == "unblock"_L1)
        PasswordSignIn::reopen(db, foundation.audit, user);
    else
        foundation.sessions.endAll(db, user, verb == "block"_L1 ? u"blocked"_s : u"administrator"_s);
    foundation.audit.record(db, {.event = audit::userChanged, .data = {{"user"_L1, user}, {"change"_L1, verb}}});
    OutsideChanges::mark(db);
}

/// For somebody who has lost his phone and his codes: he signs in by password alone and sets it up anew (PR-12).
void liftSecondStep(Foundation &foundation, Db &db, UserId user)
{
    removeSecondStep(db, user);
    PasswordSignIn::reopen(db, foundation.audit, user);
    tellContacts(db, foundation.post, user, HttpRequest(), {.kind = letter::secondStepOff});
    foundation.audit.record(db, {.event = audit::userChanged, .data = {{"user"_L1, user}, {"change"_L1, u"lift"_s}}});
}

Output change(Foundation &foundation, const QString &verb, const QString &login)
{
    return foundation.store->writeNow([&](Db &db) -> Output {
        const std::optional<UserRow> user = userByLogin(db, login);
        if (!user)
            return Error::ofCode(code::notFound, u"nobody has the login %1; run: user list"_s.arg(login));
        if (verb == "lift"_L1 && user->totpSecret.isEmpty())
            return Error::ofCode(code::conflict, u"%1 signs in without a second step"_s.arg(login));
        if (verb == "lift"_L1)
            liftSecondStep(foundation, db, user->id);
        else
            apply(foundation, db, user->id, verb);
        return Lines{lineOf(foundation, db, *userById(db, user->id))};
    });
}

} // namespace

Output runUser(Foundation &foundation, const Subcommand &command)
{
    const QString verb = command.words.value(1);
    if (verb == "list"_L1 && command.words.size() == 2)
        return list(foundation);
    if (verb == "add"_L1)
        return add(foundation, command);
    const bool changes = verb == "block"_L1 || verb == "unblock"_L1 || verb == "signout"_L1 || verb == "lift"_L1;
    return changes && command.words.size() == 3 ? change(foundation, verb, command.words[2]) : usage();
}

} // namespace passport
