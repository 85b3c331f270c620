// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDialog>
#include <QUrl>

class QLineEdit;
class QPushButton;

namespace passport {

class Label;

/// Asks for the address of the Passport server. Deletes itself when closed.
class ServerDialog : public QDialog {
    Q_OBJECT

public:
    ServerDialog(const QUrl &server, QWidget *parent);

Q_SIGNALS:
    void chosen(const QUrl &server);

private:
    void renderTyped();

    QLineEdit *m_address;
    Label *m_problem;
    QPushButton *m_use;
};

} // namespace passport
