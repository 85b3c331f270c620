// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/formdialog.h"

namespace passport {

/// Asks before what one press would take away for good. The keys start at "Cancel", so that an Enter too many does
/// nothing. Accepted when the person wants it; deletes itself when it is closed.
class Question : public FormDialog {
    Q_OBJECT
public:
    struct Words {
        QString title; ///< What would happen, with what it would happen to.
        QString sentence; ///< What that means for the person.
        QString yes; ///< The verb of it.
    };

    /// `name`: the object names are `name`, `name`Cancel and `name`Accept.
    Question(const QString &name, const Words &words, QWidget *parent);
};

} // namespace passport
