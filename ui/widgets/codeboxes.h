// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLineEdit>

namespace passport {

/// A short number, one cell a digit: two for the number of a phone, six for a one-time code. One field for the
/// keyboard and for screen readers; a whole code can be pasted, with whatever spaces and dashes it has.
class CodeBoxes : public QLineEdit {
    Q_OBJECT

public:
    explicit CodeBoxes(int digits, QWidget *parent = nullptr);

    [[nodiscard]] bool isComplete() const { return text().size() == m_digits; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void edited(); ///< By the person, also when only characters were dropped.
    void completed(const QString &digits); ///< The last digit has been typed or pasted.

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    void keepDigits(const QString &typed);
    void describe();
    [[nodiscard]] QRect cell(int index) const;

    int m_digits;
};

} // namespace passport
