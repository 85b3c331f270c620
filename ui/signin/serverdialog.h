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

    /// What a person types as a server: with or without a scheme, a path is dropped. An empty address if it is none,
    /// or if it is plain http to anywhere but this computer (SR-22).
    [[nodiscard]] static QUrl parsed(const QString &typed);

Q_SIGNALS:
    void chosen(const QUrl &server);

private:
    void renderTyped();

    QLineEdit *m_address;
    Label *m_problem;
    QPushButton *m_use;
};

} // namespace passport
