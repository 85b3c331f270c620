// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/portal.h"
#include "ui/portals/changedialog.h"

namespace passport {

class Label;
class MessageStrip;

/// Leaves a portal, with a warning to a sole administrator (PO-17), or declines the invitation to one. The list knows
/// whom to warn; what the server says when he leaves all the same counts more.
class LeaveDialog : public ChangeDialog {
    Q_OBJECT
public:
    LeaveDialog(std::unique_ptr<PortalWishes> change, const Portal &portal, QWidget *parent);

Q_SIGNALS:
    /// His rights are handed over there.
    void openRequested(const passport::PortalId &portal);

protected:
    [[nodiscard]] std::optional<portalwish::Wish> wish() const override;
    [[nodiscard]] QString refusal(const Error &error) const override;
    void pressed() override;
    void render() override;

private:
    using Obstacle = Portal::LeaveObstacle;

    [[nodiscard]] bool isInvited() const { return m_portal.state == Portal::State::Invited; }
    [[nodiscard]] QString consequence() const;
    [[nodiscard]] QString warning() const;
    void renderObstacle();

    Portal m_portal;
    Obstacle m_obstacle;
    Label *m_consequence;
    MessageStrip *m_warning;
};

} // namespace passport
