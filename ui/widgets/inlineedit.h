// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QLineEdit;
class QPushButton;
class QStackedLayout;

namespace passport {

class BusyButton;
class Label;

/// A value that is read until its pencil is pressed, and then edited in place: tick or Enter saves, cross or Esc gives
/// the old value back. What becomes of it is the page's matter.
class InlineEdit : public QWidget {
    Q_OBJECT
public:
    /// `name`: the object name of the field; the buttons' are made of it.
    explicit InlineEdit(const QString &name, QWidget *parent = nullptr);

    void setCaption(const QString &caption);
    void showValue(const QString &value);
    /// `busy`: it is being saved. `locked`: it waits for another answer of the person.
    void showEdit(const QString &text, bool busy, bool locked);
    void setEditable(bool editable);

Q_SIGNALS:
    void editAsked();
    void typed(const QString &text);
    void saveAsked();
    void revertAsked();

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void layOut();
    void retranslate();
    [[nodiscard]] bool isEditing() const;

    Label *m_caption;
    QWidget *m_reading;
    QWidget *m_editing;
    QStackedLayout *m_either;
    Label *m_value;
    QPushButton *m_pencil;
    QLineEdit *m_field;
    BusyButton *m_save;
    QPushButton *m_revert;
};

} // namespace passport
