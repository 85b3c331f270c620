// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/admin/subcommands.h"

#include "backend/admin/portalcommands.h"
#include "backend/admin/usercommands.h"
#include "backend/foundation.h"
#include "backend/portals/portalstore.h"
#include "protocol/errorcodes.h"
#include "protocol/json.h"

#include <QFile>
#include <QFileInfo>
#include <array>

using namespace Qt::StringLiterals;

namespace passport {
namespace {

Output settingOf(const Foundation &foundation, const QString &name, const PortalId &portal)
{
    for (const ServerSettings::Known &known : ServerSettings::known()) {
        if (known.name == name)
            return Lines{{{"name"_L1, name}, {"value"_L1, foundation.settings.value(known.name, portal)}}};
    }
    return Error::ofCode(code::notFound, u"no setting is called %1"_s.arg(name));
}

Lines allSettings(const Foundation &foundation, const PortalId &portal)
{
    Lines lines;
    for (const ServerSettings::Known &known : ServerSettings::known()) {
        if (portal.isEmpty() || known.perPortal)
            lines.push_back(
                {{"name"_L1, QString(known.name)}, {"value"_L1, foundation.settings.value(known.name, portal)}});
    }
    return lines;
}

Result<PortalId> portalOf(Foundation &foundation, const QString &text)
{
    if (text.isEmpty())
        return PortalId();
    const auto portal
        = foundation.store->writeNow([&](Db &db) { return portalCalled(db, text, foundation.urls.domain()); });
    if (!portal)
        return Error::ofCode(code::notFound, u"no portal is called %1"_s.arg(text));
    return portal->id;
}

Output runSetting(Foundation &foundation, const Subcommand &command)
{
    const QStringList &words = command.words;
    const Result<PortalId> portal = portalOf(foundation, command.portal);
    if (!portal)
        return portal.error();
    if (words.value(1) == "get"_L1 && words.size() <= 3)
        return words.size() == 2 ? Output(allSettings(foundation, *portal)) : settingOf(foundation, words[2], *portal);
    if (words.value(1) != "set"_L1 || words.size() != 4)
        return usage();
    const Result<Done> changed = foundation.store->writeNow([&](Db &db) -> Result<Done> {
        const Result<Done> set = ServerSettings::set(db, words[2], words[3], *portal);
        if (!set)
            return set;
        foundation.audit.record(
            db,
            {.event = audit::settingChanged,
             .data = {{"name"_L1, words[2]}, {"value"_L1, words[3]}, {"portal"_L1, portal->toString()}}});
        OutsideChanges::mark(db);
        return Done{};
    });
    if (!changed)
        return changed.error();
    foundation.settings.apply(foundation.store->writeNow(ServerSettings::load));
    return settingOf(foundation, words[2], *portal);
}

QJsonObject auditLine(const Rows &row)
{
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(row.integer(1), Qt::UTC);
    QJsonObject line{{"number"_L1, row.integer(0)}, {"at"_L1, toRfc3339(at)},    {"event"_L1, row.text(2)},
                     {"session"_L1, row.text(4)},   {"address"_L1, row.text(5)}, {"device"_L1, row.text(6)},
                     {"requestId"_L1, row.text(7)}};
    setIf(line, "actor"_L1, row.maybeInteger(3));
    if (const Result<QJsonObject> data = parseJsonObject(row.bytes(8)))
        line.insert("data"_L1, *data);
    return line;
}

Output runAudit(Foundation &foundation, const Subcommand &command)
{
    if (command.words.size() != 2)
        return usage();
    if (command.words[1] == "verify"_L1) {
        const Result<qint64> entries = foundation.store->writeNow([&](Db &db) { return foundation.audit.verify(db); });
        if (!entries)
            return entries.error();
        return Lines{{{"event"_L1, u"verified"_s}, {"entries"_L1, *entries}}};
    }
    if (command.words[1] != "list"_L1)
        return usage();
    return foundation.store->writeNow([](Db &db) -> Output {
        Lines lines;
        Rows rows = db.select("SELECT number, at, event, actor, session, address, device, request, data FROM audit"
                              " ORDER BY number"_L1);
        while (rows.next())
            lines.push_back(auditLine(rows));
        return lines;
    });
}

Output runBackup(Foundation &foundation, const Subcommand &command)
{
    if (command.words.size() != 2)
        return usage();
    const QString file = command.words[1];
    if (QFileInfo::exists(file))
        return Error::ofCode(code::conflict, u"%1 exists; name a new file"_s.arg(file));
    try {
        foundation.store->backup(file);
    } catch (const StoreError &problem) {
        return Error::ofCode(
            code::invalidRequest, u"cannot write %1: %2"_s.arg(file, QString::fromUtf8(problem.what())));
    }
    QFile::setPermissions(file, QFile::ReadOwner | QFile::WriteOwner);
    return Lines{{{"event"_L1, u"saved"_s}, {"file"_L1, file}}};
}

Output runMigrate(Foundation &, const Subcommand &command)
{
    if (command.words.size() != 1)
        return usage();
    return Lines{{{"event"_L1, u"migrated"_s}}}; // opening the store has done it
}

struct Area {
    QLatin1StringView word;
    Output (*run)(Foundation &, const Subcommand &);
};

constexpr std::array areas{Area{"user"_L1, runUser},   Area{"portal"_L1, runPortal},   Area{"setting"_L1, runSetting},
                           Area{"audit"_L1, runAudit}, Area{"migrate"_L1, runMigrate}, Area{"backup"_L1, runBackup}};

} // namespace

bool Subcommand::makesData() const
{
    return words.value(0) == "migrate"_L1 || words.mid(0, 2) == QStringList{u"user"_s, u"add"_s};
}

Error usage()
{
    return Error::ofCode("usage"_L1, u"these words make no command; run: passport-backend --help"_s);
}

bool isSubcommand(const QString &word)
{
    return std::ranges::any_of(areas, [&word](const Area &area) { return area.word == word; });
}

QString subcommandHelp()
{
    return u"user add LOGIN… --first-name NAME --last-name NAME   (password: one line on standard input)\n"
           "user list | user block LOGIN | user unblock LOGIN | user signout LOGIN\n"
           "user lift LOGIN   (turns the second step off for somebody who has lost it)\n"
           "portal list | portal rename ADDRESS NEW | portal sweep   (tells and ends idle free portals at once)\n"
           "portal member ADDRESS LOGIN admin|employee|guest|invited|pending|active|blocked\n"
           "setting get [NAME] | setting set NAME VALUE   [--portal ADDRESS]\n"
           "audit list | audit verify | migrate | backup FILE\n"_s;
}

Output runSubcommand(Foundation &foundation, const Subcommand &command)
{
    for (const Area &area : areas) {
        if (area.word == command.words.value(0))
            return area.run(foundation, command);
    }
    return usage();
}

} // namespace passport
