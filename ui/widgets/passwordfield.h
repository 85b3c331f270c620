// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLineEdit>

class QToolButton;

namespace passport {

/// A password with an eye that shows it, and a watch on Caps Lock.
class PasswordField : public QLineEdit {
    Q_OBJECT

public:
    explicit PasswordField(QWidget *parent = nullptr);

    /// Comes after the field in the focus order.
    [[nodiscard]] QToolButton *eye() const { return m_eye; }
    /// As far as typing has shown it: no system tells every program.
    [[nodiscard]] bool capsLock() const { return m_capsLock; }

Q_SIGNALS:
    void capsLockChanged(bool on);

protected:
    void changeEvent(QEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void showPassword(bool shown);
    void setCapsLock(bool on);

    QToolButton *m_eye;
    bool m_capsLock = false;
};

} // namespace passport
