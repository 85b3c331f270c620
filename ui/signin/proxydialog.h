// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/networkaccess.h"

#include <QDialog>

class QLineEdit;
class QPushButton;
class QSpinBox;

namespace passport {

/// Asks for a proxy set by hand. Deletes itself when closed.
class ProxyDialog : public QDialog {
    Q_OBJECT

public:
    ProxyDialog(const ProxyChoice &proxy, QWidget *parent);

Q_SIGNALS:
    void chosen(const passport::ProxyChoice &proxy);

private:
    void layOut();
    [[nodiscard]] ProxyChoice typed() const;

    QLineEdit *m_host;
    QSpinBox *m_port;
    QLineEdit *m_user;
    QLineEdit *m_password;
    QPushButton *m_use = nullptr;
};

} // namespace passport
