// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

namespace passport {

class Account;
class CardPage;

/// The page of the main window about how the Passport is protected (mockup 11).
class SecurityPage : public QWidget {
    Q_OBJECT
public:
    /// `account` outlives it.
    explicit SecurityPage(Account &account, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void retranslate();

    Account &m_account;
    CardPage *m_page;
};

} // namespace passport
