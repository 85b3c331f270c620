// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/store/serversettings.h"

#include "protocol/errorcodes.h"

#include <array>
#include <mutex>

using namespace Qt::StringLiterals;

namespace passport {
namespace {

/// Defaults of api.md 5 and 8 and of security.md SR-36.
constexpr std::array table{
    ServerSettings::Known{setting::qrAllowed, "N"_L1, true},
    ServerSettings::Known{setting::qrBasic, "N"_L1, true},
    ServerSettings::Known{setting::qrHardened, "Y"_L1, false},
    ServerSettings::Known{setting::approveJoining, "N"_L1, true},
    ServerSettings::Known{setting::portalMaintenance, "N"_L1, true},
    ServerSettings::Known{setting::openTicketsPerAddress, "200"_L1, false},
    ServerSettings::Known{setting::opensPerAddress, "1000"_L1, false},
    ServerSettings::Known{setting::openTickets, "50000"_L1, false},
    ServerSettings::Known{setting::scansPerPerson, "10"_L1, false},
    ServerSettings::Known{setting::wrongCodesPerPerson, "5"_L1, false},
    ServerSettings::Known{setting::wrongCodesPerAddress, "50"_L1, false},
    ServerSettings::Known{setting::waitingApprovals, "5"_L1, false},
    ServerSettings::Known{setting::prompts, "3"_L1, false},
    ServerSettings::Known{setting::proofCallsPerSecond, "2"_L1, false},
    ServerSettings::Known{setting::passwordLength, "8"_L1, false},
    ServerSettings::Known{setting::failuresPerLogin, "5"_L1, false},
    ServerSettings::Known{setting::failuresPerAddress, "30"_L1, false},
};

const ServerSettings::Known *find(QStringView name)
{
    const auto row = std::ranges::find_if(table, [name](const auto &known) { return known.name == name; });
    return row == table.end() ? nullptr : &*row;
}

QString keyOf(QStringView name, const PortalId &portal)
{
    return portal.isEmpty() ? name.toString() : name.toString() + u'@' + portal.toString();
}

bool isWellFormed(const ServerSettings::Known &known, const QString &value)
{
    if (known.defaultValue == "N"_L1 || known.defaultValue == "Y"_L1)
        return value == "Y"_L1 || value == "N"_L1;
    bool isNumber = false;
    return value.toInt(&isNumber) >= 0 && isNumber;
}

} // namespace

std::span<const ServerSettings::Known> ServerSettings::known()
{
    return table;
}

QHash<QString, QString> ServerSettings::load(Db &db)
{
    QHash<QString, QString> values;
    Rows rows = db.select("SELECT name, portal, value FROM setting"_L1);
    while (rows.next())
        values.insert(keyOf(rows.text(0), PortalId(rows.text(1))), rows.text(2));
    return values;
}

Result<Done> ServerSettings::set(Db &db, const QString &name, const QString &value, const PortalId &portal)
{
    const Known *known = find(name);
    if (!known)
        return Error::ofCode(code::notFound, u"no setting is called %1"_s.arg(name));
    if (!portal.isEmpty() && !known->perPortal)
        return Error::ofCode(code::invalidRequest, u"%1 holds for the whole server"_s.arg(name));
    if (!isWellFormed(*known, value))
        return Error::ofCode(
            code::invalidRequest,
            known->defaultValue == "N"_L1 ? u"%1 is Y or N"_s.arg(name) : u"%1 is a number, 0 or more"_s.arg(name));
    db.run(
        "INSERT INTO setting VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET value = excluded.value"_L1,
        {name, present(portal.toString()), value});
    return Done{};
}

void ServerSettings::apply(QHash<QString, QString> values)
{
    {
        const std::unique_lock lock(m_mutex);
        if (values == m_values)
            return;
        m_values = std::move(values);
    }
    for (const auto &listener : m_listeners)
        listener();
}

QString ServerSettings::value(QLatin1StringView name, const PortalId &portal) const
{
    const std::shared_lock lock(m_mutex);
    const auto found = m_values.constFind(keyOf(QString(name), portal));
    if (found != m_values.constEnd())
        return *found;
    const Known *known = find(QString(name));
    Q_ASSERT(known);
    return known->defaultValue;
}

bool ServerSettings::isOn(QLatin1StringView name, const PortalId &portal) const
{
    return value(name, portal) == "Y"_L1;
}

int ServerSettings::integer(QLatin1StringView name) const
{
    return value(name).toInt();
}

void ServerSettings::onChanged(std::function<void()> listener)
{
    m_listeners.push_back(std::move(listener));
}

} // namespace passport
