// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/admin/demo.h"

#include "backend/account/totp.h"
#include "backend/foundation.h"
#include "backend/portals/demoportals.h"
#include "protocol/json.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace passport {
namespace {

/// One entry of demo.json, its password already hashed.
struct DemoPerson {
    NewUser user;

    static Result<DemoPerson> read(const QJsonObject &json, const Hasher &hasher)
    {
        JsonReader in(json);
        DemoPerson person;
        person.user
            = {.logins = in.strings("logins"_L1),
               .firstName = in.string("firstName"_L1),
               .lastName = in.string("lastName"_L1),
               .passwordHash = hasher.hashNow(in.string("password"_L1).toUtf8()),
               .totpSecret = totp::secretFromBase32(in.maybeString("totp"_L1).value_or(QString()))};
        return in.finish(std::move(person));
    }
};

Result<std::vector<NewUser>> demoPeople(const Hasher &hasher)
{
    QFile file(u":/passport/demo.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        return Error::malformed(u"demo.json is missing from the program"_s);
    const Result<QJsonObject> json = parseJsonObject(file.readAll());
    if (!json)
        return json.error();
    std::vector<NewUser> people;
    for (const QJsonValue &entry : json->value("people"_L1).toArray()) {
        Result<DemoPerson> person = DemoPerson::read(entry.toObject(), hasher);
        if (!person)
            return person.error();
        people.push_back(std::move(person->user));
    }
    return people;
}

} // namespace

Result<Done> fillDemo(Foundation &foundation, int morePortals)
{
    Store &store = *foundation.store;
    if (store.writeNow(allUsers).empty()) {
        const Result<std::vector<NewUser>> people = demoPeople(foundation.hasher);
        if (!people)
            return people.error();
        store.writeNow([&](Db &db) {
            for (const NewUser &person : *people)
                addUser(db, person, foundation.clock);
            addDemoPortals(db, foundation.clock.now());
            (void)ServerSettings::set(db, QString(setting::qrAllowed), u"Y"_s);
        });
    }
    store.writeNow([&](Db &db) { addMoreDemoPortals(db, morePortals, foundation.clock.now()); });
    foundation.settings.apply(store.writeNow(ServerSettings::load));
    return Done{};
}

} // namespace passport
