// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/formdialog.h"

#include <QUrl>

namespace passport {

/// A second start of the program has named another server than the one in use: says so, and offers to go over to it.
/// Enter stays.
class ServerSwitchDialog : public FormDialog {
    Q_OBJECT
public:
    /// What happens to whoever is signed in when the server is changed.
    enum class Consequence {
        None, ///< Nobody is signed in.
        Kept, ///< The sign-in can be come back to.
        Ends, ///< It is nowhere but in this program, and ends.
        Forbidden, ///< The administrator has set the server: nothing is offered.
    };

    ServerSwitchDialog(const QUrl &used, const QUrl &asked, Consequence consequence, QWidget *parent);

Q_SIGNALS:
    void switchAsked(const QUrl &server);

private:
    [[nodiscard]] QString sentence() const;

    QUrl m_used;
    QUrl m_asked;
    Consequence m_consequence;
};

} // namespace passport
