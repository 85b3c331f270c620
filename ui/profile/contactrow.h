// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/contact.h"

#include <QWidget>

class QPushButton;

namespace passport {

class IconLabel;
class Label;

/// "+7900•••••01", "a•••@example.test": enough to know it by.
[[nodiscard]] QString maskedContact(const Contact &contact);

/// One phone number or e-mail address; masked until the row has the focus. Without a contact: that there is none.
class ContactRow : public QWidget {
    Q_OBJECT
public:
    ContactRow(Contact::Kind kind, const std::optional<Contact> &contact, QWidget *parent = nullptr);

Q_SIGNALS:
    /// Another one in its place, or the first one.
    void changeAsked(passport::Contact::Kind kind, const std::optional<passport::ContactId> &replaces);
    /// The one that waits for its code gets it.
    void codeAsked(const passport::Contact &waiting);
    void removeAsked(const passport::Contact &contact);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void layOut();
    void render(bool open);
    void press();
    [[nodiscard]] bool isWaiting() const { return m_contact && !m_contact->confirmed; }

    Contact::Kind m_kind;
    std::optional<Contact> m_contact;
    Label *m_value;
    IconLabel *m_mark;
    Label *m_state;
    QPushButton *m_change;
    QPushButton *m_remove;
};

} // namespace passport
