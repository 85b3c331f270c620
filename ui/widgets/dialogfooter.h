// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QWidget>

class QDialog;
class QPushButton;
class QVBoxLayout;

namespace passport {

/// The grey ground at the bottom of a dialog, its buttons at the right (mockups 13 and 19).
class DialogFooter : public QWidget {
    Q_OBJECT

public:
    /// The last of the buttons stands outermost; `aside`, at the left, leads elsewhere.
    explicit DialogFooter(const QList<QPushButton *> &buttons, QPushButton *aside = nullptr);

    [[nodiscard]] QPushButton &outermost() const { return *m_outermost; }

private:
    QPushButton *m_outermost;
};

/// Lays out a dialog as its content above that ground, with the outermost button for Enter; answers the column of the
/// content.
[[nodiscard]] QVBoxLayout *layOutDialog(QDialog &dialog, DialogFooter *footer);
/// The column of a part that comes and goes within that content; captions stand close to their fields.
[[nodiscard]] QVBoxLayout *partColumn(QWidget &part);

} // namespace passport
