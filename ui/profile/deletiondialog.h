// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/deletion.h"
#include "ui/widgets/formdialog.h"

class QScrollArea;

namespace passport {

class Label;
class Portals;
class PasswordField;

/// Deletes the Passport after the password, or says which portals are in the way and how to leave each.
class DeletionDialog : public FormDialog {
    Q_OBJECT
public:
    /// All outlive it.
    DeletionDialog(AccountDeletion &deletion, Portals &portals, const QString &person, QWidget *parent);

Q_SIGNALS:
    /// The person wants to see the portals that are in the way.
    void portalsAsked();

private:
    void render();
    void layOutObstacles();
    void renderBlocked(const std::vector<deletion::Obstacle> &obstacles);
    /// A portal, and how to part from it.
    [[nodiscard]] static QString line(const deletion::Obstacle &obstacle);
    void press();
    [[nodiscard]] std::vector<deletion::Obstacle> blocking() const;

    AccountDeletion &m_deletion;
    Portals &m_portals;
    QString m_person;
    QScrollArea *m_obstacles; ///< Around the list, which may be long.
    Label *m_list;
    Label *m_caption;
    PasswordField *m_password;
};

} // namespace passport
