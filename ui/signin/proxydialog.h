// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/networkaccess.h"
#include "ui/widgets/formdialog.h"

class QLineEdit;
class QSpinBox;

namespace passport {

/// Asks for a proxy set by hand. Deletes itself when closed.
class ProxyDialog : public FormDialog {
    Q_OBJECT

public:
    ProxyDialog(const ProxyChoice &proxy, QWidget *parent);

Q_SIGNALS:
    void chosen(const passport::ProxyChoice &proxy);

private:
    [[nodiscard]] ProxyChoice typed() const;

    QLineEdit *m_host;
    QSpinBox *m_port;
    QLineEdit *m_user;
    QLineEdit *m_password;
};

} // namespace passport
