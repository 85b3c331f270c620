// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/portals/movedaddresses.h"

#include "backend/http/message.h"
#include "backend/store/db.h"

using namespace Qt::StringLiterals;

namespace passport {
namespace {

constexpr QByteArrayView portalPath("/p/");

} // namespace

MovedAddresses::Map MovedAddresses::load(Db &db)
{
    Map map;
    Rows rows
        = db.select("SELECT old_address.address, portal.address FROM old_address JOIN portal USING (member_id)"_L1);
    while (rows.next())
        map.insert(rows.text(0), rows.text(1));
    return map;
}

std::optional<QByteArray> MovedAddresses::targetOf(const HttpRequest &request) const
{
    if (m_map.isEmpty() || !request.target.startsWith(portalPath))
        return std::nullopt;
    const QByteArrayView rest = QByteArrayView(request.target).sliced(portalPath.size());
    const qsizetype slash = rest.indexOf('/');
    const QByteArrayView address = slash < 0 ? rest : rest.first(slash);
    const auto found = m_map.constFind(QString::fromLatin1(address).toLower());
    if (found == m_map.constEnd())
        return std::nullopt;
    return portalPath.toByteArray() + found->toLatin1()
        + (slash < 0 ? QByteArray("/") : rest.sliced(slash).toByteArray());
}

} // namespace passport
