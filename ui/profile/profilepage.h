// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

namespace passport {

class Account;
class CardPage;
class ContactsCard;
class DangerCard;
class Label;
class Portals;
class ProfileCard;

/// The page of the main window about the person (mockup 10).
class ProfilePage : public QWidget {
    Q_OBJECT
public:
    /// Both outlive it.
    ProfilePage(Account &account, Portals &portals, QWidget *parent = nullptr);

Q_SIGNALS:
    void deletionAsked();

protected:
    void changeEvent(QEvent *event) override;

private:
    void layOut();
    void retranslate();

    ProfileCard *m_profile;
    Label *m_contactsTitle;
    ContactsCard *m_contacts;
    Label *m_dangerTitle;
    DangerCard *m_danger;
    CardPage *m_page;
};

} // namespace passport
