// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDialog>

namespace passport {

/// A dialog of one width, always as high as what it says needs: also when its words change while it is open. Higher
/// than its screen it does not become.
class FittingDialog : public QDialog {
    Q_OBJECT
public:
    explicit FittingDialog(QWidget *parent);

protected:
    bool event(QEvent *event) override;

private:
    void fit();
};

} // namespace passport
