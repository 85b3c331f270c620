// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/addresstyping.h"
#include "ui/portals/changedialog.h"

#include <array>
#include <memory>

class QLineEdit;
class QPushButton;

namespace passport {

class IconLabel;

/// Gives a portal another address, checked while it is typed (PO-10). Who has done it once is told the way over the
/// support instead (PO-11).
class RenameDialog : public ChangeDialog {
    Q_OBJECT
public:
    RenameDialog(
        std::unique_ptr<PortalWishes> change, const Portal &portal, std::unique_ptr<AddressTyping> typing,
        QWidget *parent);
    ~RenameDialog() override;

Q_SIGNALS:
    /// The support is asked from within the portal.
    void openRequested(const passport::PortalId &portal);

protected:
    [[nodiscard]] std::optional<portalwish::Wish> wish() const override;
    void pressed() override;
    void render() override;

private:
    /// One of the rules, with a mark that says whether it is kept.
    struct Rule {
        IconLabel *mark = nullptr;
        Label *words = nullptr;
    };

    void layOutPortal();
    void layOutField();
    void layOutSupport();
    void layOutProposals();
    void renderRules();
    void renderProposals();
    void typingChanged();
    [[nodiscard]] QString verdict() const;

    Portal m_portal;
    std::unique_ptr<AddressTyping> m_typing;
    bool m_support; ///< Only the support can do it.
    QLineEdit *m_address;
    IconLabel *m_mark;
    Label *m_verdict;
    std::array<QPushButton *, 2> m_proposals{};
    std::array<Rule, 3> m_rules;
};

} // namespace passport
