// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/profile/outcomewords.h"

#include <QCoreApplication>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace passport {

namespace {

constexpr qsizetype named = 3;

struct PortalOutcomes {
    Q_DECLARE_TR_FUNCTIONS(PortalOutcomes)
};

QString reason(const PortalOutcome &portal)
{
    if (portal.ok)
        return PortalOutcomes::tr("updated");
    return portal.error == "blocked"_L1 ? PortalOutcomes::tr("the portal is blocked")
                                        : PortalOutcomes::tr("the portal does not answer");
}

std::vector<const PortalOutcome *> byTitle(const std::vector<PortalOutcome> &portals)
{
    std::vector<const PortalOutcome *> sorted;
    for (const PortalOutcome &portal : portals)
        sorted.push_back(&portal);
    std::ranges::stable_sort(sorted, [](const PortalOutcome *left, const PortalOutcome *right) {
        return QString::localeAwareCompare(left->title, right->title) < 0;
    });
    return sorted;
}

} // namespace

QString namedPortals(const QStringList &titles)
{
    QStringList shown;
    for (const QString &title : titles.first(std::min(named, titles.size())))
        shown << PortalOutcomes::tr("“%1”").arg(title);
    const QString list = shown.join(u", "_s);
    const auto more = static_cast<int>(titles.size() - shown.size());
    return more > 0 ? PortalOutcomes::tr("%1 and %n more", nullptr, more).arg(list) : list;
}

OutcomeWords outcomeWords(const std::vector<PortalOutcome> &portals)
{
    QStringList failed;
    for (const PortalOutcome *portal : byTitle(portals)) {
        if (!portal->ok)
            failed << portal->title;
    }
    if (portals.empty())
        return {PortalOutcomes::tr("Saved."), {}};
    const auto all = static_cast<int>(portals.size());
    if (failed.isEmpty())
        return {PortalOutcomes::tr("Saved, and updated in %n portals.", nullptr, all), {}};
    const QString names = namedPortals(failed);
    return {
        PortalOutcomes::tr("Updated in %1 of %2 portals. Not in: %3.").arg(all - failed.size()).arg(all).arg(names),
        names};
}

QString outcomeDetails(const std::vector<PortalOutcome> &portals)
{
    QStringList lines;
    for (const PortalOutcome *portal : byTitle(portals))
        lines << PortalOutcomes::tr("%1: %2").arg(portal->title, reason(*portal));
    return lines.join(u'\n');
}

} // namespace passport
