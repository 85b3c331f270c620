// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

namespace passport {

/// Alt and its letter tick a box at once. Qt does so 100 ms later, when an Enter that follows quickly has already sent
/// the form with the old choice.
class TickMnemonic : public QObject {
    Q_OBJECT
public:
    /// Works for the whole program as long as it lives.
    explicit TickMnemonic(QObject *parent = nullptr);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace passport
