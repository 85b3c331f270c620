// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

namespace passport {

class Label;

/// One setting: its name, what it means, and at the right the control that changes it at once.
class SettingRow : public QWidget {
    Q_OBJECT
public:
    /// Takes the control; the row's texts become its accessible name and description.
    explicit SettingRow(QWidget *control, QWidget *parent = nullptr);

    void setTexts(const QString &name, const QString &explanation);

private:
    QWidget *m_control;
    Label *m_name;
    Label *m_explanation;
};

} // namespace passport
