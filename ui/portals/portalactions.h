// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/arrangement.h"
#include "protocol/error.h"
#include "ui/portals/portalaction.h"
#include "ui/portals/portaldialogs.h"

#include <QObject>
#include <QQueue>
#include <optional>

namespace passport {

class PortalModel;
class Portals;

/// Hands what a person wants of a portal to the machine or the dialog that does it, and takes the last mark back if
/// asked to.
class PortalActions : public QObject {
    Q_OBJECT
public:
    PortalActions(Portals &portals, PortalModel &model, Session &session, const Contacts &contacts, QWidget &window);

    void perform(PortalAction action, const PortalId &portal);
    void create() { m_dialogs.create(); }
    /// What undo() would take back, as a sentence: "“Warehouse” is disconnected". Empty: nothing.
    [[nodiscard]] QString undoable() const;
    void undo();
    /// What was done stays done.
    void forget();

Q_SIGNALS:
    void undoableChanged();
    /// An invitation could not be accepted.
    void failed(const passport::Error &error);

private:
    void mark(Arrangement::Mark mark, const PortalId &portal, bool on);
    void openDialog(PortalAction action, const PortalId &portal);
    void changesChanged();
    void acceptNext();
    [[nodiscard]] std::optional<Portal> find(const PortalId &portal) const;

    struct Marked {
        Arrangement::Mark mark;
        PortalId portal;
        bool on;
        bool wasCurrent;
    };

    Portals &m_portals;
    PortalModel &m_model;
    PortalDialogs m_dialogs;
    std::optional<Marked> m_last;
    QQueue<PortalId> m_accepting; ///< Invitations whose answer waits for the one before.
};

} // namespace passport
