// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/contact.h"
#include "ui/widgets/card.h"

class QVBoxLayout;

namespace passport {

class Account;
class MessageStrip;

/// What the person can sign in with, each with its way to change it (mockup 10).
class ContactsCard : public Card {
    Q_OBJECT
public:
    /// `account` outlives it.
    explicit ContactsCard(Account &account, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void render();
    void addRow(Contact::Kind kind, const std::optional<Contact> &contact);
    void change(Contact::Kind kind, const std::optional<ContactId> &replaces);

    Account &m_account;
    QVBoxLayout *m_rows;
    QWidget *m_notice; ///< The strip with the room around it.
    MessageStrip *m_strip;
};

} // namespace passport
