// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/contactchange.h"
#include "ui/widgets/card.h"

#include <memory>
#include <vector>

class QPushButton;
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
    void renderNotice();
    void renderRows(const std::vector<Contact> &contacts);
    void stripPressed();
    [[nodiscard]] QString confirmation() const;
    [[nodiscard]] QList<QPushButton *> buttons() const;
    void restoreFocus(const QString &name, qsizetype place);
    void addRow(Contact::Kind kind, const std::optional<Contact> &contact);
    void addLinks(const std::vector<Contact::Kind> &kinds);
    void append(QWidget *part);
    void change(Contact::Kind kind, const std::optional<ContactId> &replaces);
    void remove(const Contact &unwanted);
    void open(std::unique_ptr<ContactChange> change);

    Account &m_account;
    std::optional<contactchange::Bound> m_bound; ///< Just confirmed, until the next gesture.
    QVBoxLayout *m_rows;
    QWidget *m_notice; ///< The strip with the room around it.
    MessageStrip *m_strip;
};

} // namespace passport
