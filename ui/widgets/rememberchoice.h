// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QCheckBox;

namespace passport {

class Label;

/// "Remember me on this computer", and who decided it where the person may not.
class RememberChoice : public QWidget {
    Q_OBJECT

public:
    /// `name` becomes the object name of the tick itself.
    explicit RememberChoice(const QString &name, QWidget *parent = nullptr);

    /// Without chosen().
    void setChecked(bool remember);
    [[nodiscard]] bool isChecked() const;
    /// Decided by the administrator of this computer: seen, not changed.
    void setLocked(bool locked);
    /// Not to be changed right now, whoever decides.
    void setReadOnly(bool readOnly);
    /// For the order of the keyboard.
    [[nodiscard]] QCheckBox *box() const { return m_box; }

Q_SIGNALS:
    void chosen(bool remember);

protected:
    void changeEvent(QEvent *event) override;

private:
    void renderWords();

    bool m_locked = false;
    bool m_readOnly = false;
    QCheckBox *m_box;
    QWidget *m_whoLine;
    Label *m_who;
};

} // namespace passport
