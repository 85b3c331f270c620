// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/portals/changedialog.h"
#include "ui/widgets/personline.h"

class QLineEdit;

namespace passport {

class Label;
class MessageStrip;

/// Creates a portal: in which Passport, of how many, called what (PO-12, PO-13). Then another page says that it is
/// there, at which address, and what comes next.
class CreateDialog : public ChangeDialog {
    Q_OBJECT
public:
    /// Whose Passport, and how many portals he has created and may create.
    struct Owner {
        ShownPerson person; ///< With his login; while it is not known, with where his Passport is.
        int created = 0;
        int limit = 0;
    };

    CreateDialog(std::unique_ptr<PortalWishes> change, const Owner &owner, QWidget *parent);

Q_SIGNALS:
    /// The person wants to see the new portal.
    void openRequested(const passport::PortalId &portal);

protected:
    [[nodiscard]] std::optional<portalwish::Wish> wish() const override;
    void succeeded(const portalwish::Finished &done) override;
    void pressed() override;
    void render() override;

private:
    void layOutQuestion(const Owner &owner);
    void layOutAnswer();
    [[nodiscard]] static QWidget *cardOf(const ShownPerson &person);

    bool m_full; ///< He has created as many as he may.
    std::optional<Portal> m_created;
    QWidget *m_question;
    QLineEdit *m_title;
    QWidget *m_answer;
    Label *m_newTitle;
    Label *m_newAddress;
};

} // namespace passport
