// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/formdialog.h"

#include <QUrl>

class QLineEdit;

namespace passport {

/// Asks for the address of the Passport server. Deletes itself when closed.
class ServerDialog : public FormDialog {
    Q_OBJECT

public:
    ServerDialog(const QUrl &server, QWidget *parent);

Q_SIGNALS:
    void chosen(const QUrl &server);

private:
    void renderTyped();

    QLineEdit *m_address;
    Label *m_problem;
};

} // namespace passport
