// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/web/confirmview.h"

#include "backend/core/serverurls.h"

using namespace Qt::StringLiterals;

namespace passport {
namespace {

using Network = QrApproval::Network;

bool isNear(Network network)
{
    return network == Network::SameAddress || network == Network::SameNetwork;
}

QString joined(const QStringList &parts)
{
    QStringList present = parts;
    present.removeAll(QString());
    return present.join(u" · "_s);
}

/// "romashka" as people see portals: the address without its scheme.
QString shownPortal(const QrApproval &approval, const ServerUrls &urls)
{
    const QString url = urls.portal(approval.portal->address);
    const QString shown = url.mid(url.indexOf("://"_L1) + 3);
    return shown.endsWith(u'/') ? shown.chopped(1) : shown;
}

} // namespace

PageValues
approvalValues(const WebPages &pages, const Visitor &visitor, const QrApproval &approval, const ServerUrls &urls)
{
    const bool numberOk = approval.state == QrState::NumberOk;
    const bool near = isNear(approval.network);
    const bool far = approval.network == Network::Other;
    PageValues values{
        {u"approvalId"_s, approval.approvalId.toString()},
        {u"rev"_s, QString::number(approval.rev)},
        {u"device"_s, joined({approval.device.name, approval.device.os})},
        {u"app"_s, approval.device.app},
        {u"place"_s, approval.place.value_or(QString())},
        {u"address"_s, approval.address},
        {u"network"_s, pages.text(u"network."_s + wordOf(approval.network), visitor)},
        {u"networkHint"_s, pages.text(near ? u"network.near"_s : u"network.far"_s, visitor)},
        {u"nearness"_s, near ? u"good"_s : u"caution"_s},
        {u"nearnessText"_s, far ? u"caution"_s : QString()},
        {u"number"_s, approval.number},
        {u"spoken"_s, joined({approval.number.left(1), approval.number.right(1)})},
        {u"secondsLeft"_s, QString::number(approval.secondsLeft.count())},
        {u"timeLeft"_s, pageTime(approval.secondsLeft)},
        {u"numberOk"_s, numberOk ? u"1"_s : QString()},
        {u"basic"_s, approval.level == QrLevel::Basic ? u"1"_s : QString()},
        {u"persistence"_s, pages.text(approval.remember ? u"confirm.remember"_s : u"confirm.forget"_s, visitor)},
    };
    values.insert(
        u"portal"_s, approval.portal ? shownPortal(approval, urls) : pages.text(u"confirm.passport"_s, visitor));
    return values;
}

} // namespace passport
