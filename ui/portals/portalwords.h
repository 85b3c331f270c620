// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/arrangement.h"
#include "protocol/portal.h"
#include "ui/portals/rowpart.h"

#include <QCoreApplication>
#include <QModelIndex>

namespace passport {

/// What a portal's values are called; for rows, menus and speech alike.
class PortalWords {
    Q_DECLARE_TR_FUNCTIONS(PortalWords)
public:
    /// "Administrator"; empty for a role this version does not know.
    [[nodiscard]] static QString role(Portal::Role role);
    /// "Pinned"
    [[nodiscard]] static QString group(Arrangement::Group group);
    /// "Invitation"; empty for an active portal.
    [[nodiscard]] static QString state(Portal::State state);
    /// "Will be deleted on 3 March 2027": nobody has used it and nobody pays for it (PO-18).
    [[nodiscard]] static QString deletion(const QDateTime &when);
    /// What an invitation is answered by.
    [[nodiscard]] static QString accept();
    [[nodiscard]] static QString decline();
    /// A button of the row of that portal, as it is spoken: "Accept, Test".
    [[nodiscard]] static QString part(RowPart part, const QString &portal);
    /// Why such a portal cannot be entered; empty if it can.
    [[nodiscard]] static QString whyNotEnterable(Portal::State state);
    /// Why the address of the portal of this row of a PortalModel cannot be changed, not even by the support; empty if
    /// it can.
    [[nodiscard]] static QString whyNotRenamed(const QModelIndex &row);
};

} // namespace passport
