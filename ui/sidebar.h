// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/accountbutton.h"
#include "ui/navigation.h"

#include <QWidget>

namespace passport {

class IconLabel;
class Label;
class Portals;
class PushConnection;

/// The left column of the main window: who, where to, and whether the program is connected.
class Sidebar : public QWidget {
    Q_OBJECT
public:
    /// Both outlive it.
    Sidebar(PushConnection &push, Portals &portals, QWidget *parent = nullptr);

    void setPerson(const AccountButton::Person &person) { m_account->setPerson(person); }
    void setUnread(int unread) { m_navigation->setUnread(unread); }
    void setPage(Page page) { m_navigation->setPage(page); }
    /// 64 wide, pictures alone.
    void setCompact(bool compact);

Q_SIGNALS:
    void pageChosen(passport::Page page);
    void signOutRequested();
    void deletionRequested();

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void layOut();
    void renderConnection();
    void renderUpdated();

    PushConnection &m_push;
    Portals &m_portals;
    AccountButton *m_account;
    Navigation *m_navigation;
    IconLabel *m_mark;
    Label *m_connection;
    Label *m_updated; ///< When the list of portals was read.
};

} // namespace passport
