// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/portal.h"
#include "ui/portals/changedialog.h"

namespace passport {

class Label;
class MessageStrip;

/// Leaves a portal, with a warning to a sole administrator (PO-17), or declines the invitation to one.
class LeaveDialog : public ChangeDialog {
    Q_OBJECT
public:
    LeaveDialog(PortalWishes &changes, const Portal &portal, QWidget *parent);

Q_SIGNALS:
    /// His rights are handed over there.
    void openRequested(const passport::PortalId &portal);

protected:
    [[nodiscard]] std::optional<portalwish::Wish> wish() const override;
    [[nodiscard]] QString refusal(const Error &error) const override;
    void pressed() override;
    void render() override;

private:
    /// What stands in the way of leaving, known once the server has been asked.
    enum class Obstacle { None, OthersNeedAnAdministrator, NobodyIsLeft };

    [[nodiscard]] static Obstacle obstacleIn(const PortalWishes::State &state);
    [[nodiscard]] QString consequence() const;
    [[nodiscard]] QString warning(Obstacle obstacle) const;

    PortalWishes &m_changes;
    Portal m_portal;
    Obstacle m_obstacle = Obstacle::None;
    Label *m_consequence;
    MessageStrip *m_warning;
};

} // namespace passport
