// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/portals/demoportals.h"

#include "backend/portals/portalstore.h"
#include "backend/store/db.h"
#include "backend/store/serversettings.h"

using namespace Qt::StringLiterals;

namespace passport {
namespace {

using Role = Portal::Role;
using State = Portal::State;
using Plan = Portal::Plan;

constexpr UserId anna = 1;
constexpr UserId boris = 2;
constexpr UserId vera = 3;
constexpr std::chrono::days soonGone{40}; // of the 50 that a free portal may be idle

PortalId addWithQr(Db &db, const NewPortal &portal, bool qrAllowed, Clock::TimePoint now)
{
    const PortalId id = addPortal(db, portal, now);
    (void)ServerSettings::set(db, setting::qrAllowed, qrAllowed ? u"Y"_s : u"N"_s, id); // a known name, a known value
    return id;
}

} // namespace

void addDemoPortals(Db &db, Clock::TimePoint now)
{
    const PortalId romashka = addWithQr(
        db, {.title = u"Ромашка"_s, .address = u"romashka"_s, .plan = Plan::Professional, .createdBy = anna}, true,
        now);
    const PortalId sklad = addWithQr(db, {.title = u"Склад"_s, .address = u"sklad"_s, .idle = soonGone}, false, now);
    const PortalId test = addWithQr(db, {.title = u"Тест"_s, .address = u"test24"_s}, true, now);
    addMember(db, {.user = anna, .portal = romashka, .role = Role::Admin, .counter = 12}, now);
    addMember(db, {.user = boris, .portal = romashka, .role = Role::Employee, .counter = 2}, now);
    addMember(db, {.user = anna, .portal = sklad, .role = Role::Employee, .counter = 3}, now);
    addMember(db, {.user = anna, .portal = test, .role = Role::Employee, .state = State::Invited}, now);
    constexpr int createdLimit = 7; // wire.md 4.1
    for (int i = 1; i <= createdLimit; ++i) {
        const PortalId own = addWithQr(
            db, {.title = u"Проект %1"_s.arg(i), .address = u"vera-%1"_s.arg(i), .plan = Plan::Free, .createdBy = vera},
            true, now);
        addMember(db, {.user = vera, .portal = own, .role = Role::Admin}, now);
    }
}

void addMoreDemoPortals(Db &db, int count, Clock::TimePoint now)
{
    for (int i = 1; i <= count; ++i) {
        const QString address = u"demo-%1"_s.arg(i, 4, 10, QChar(u'0'));
        if (portalByAddress(db, address))
            continue;
        const PortalId id
            = addWithQr(db, {.title = u"Компания %1"_s.arg(i, 4, 10, QChar(u'0')), .address = address}, true, now);
        addMember(db, {.user = anna, .portal = id, .counter = i % 5 == 0 ? i % 9 : 0}, now);
    }
}

} // namespace passport
