// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

namespace passport {

/// Enter presses the button that has the focus, in every window as in a dialog. Without it Qt leaves that to the
/// desktop's habits. Ticks do not take it: there it is for the form around them.
class EnterKey : public QObject {
    Q_OBJECT
public:
    /// Works for the whole program as long as it lives.
    explicit EnterKey(QObject *parent = nullptr);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace passport
