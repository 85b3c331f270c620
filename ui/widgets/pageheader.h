// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QPushButton;

namespace passport {

class Label;

/// The head of a page that one can leave: "‹ Back" and the title in the middle.
class PageHeader : public QWidget {
    Q_OBJECT

public:
    explicit PageHeader(QWidget *parent = nullptr);

    void setTitle(const QString &title);
    /// A short word beside the title, in a chip; empty = none.
    void setChip(const QString &words, const QString &explanation);
    [[nodiscard]] QPushButton *backButton() const { return m_back; }

Q_SIGNALS:
    void backPressed();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    QPushButton *m_back;
    Label *m_title;
    Label *m_chip;
};

} // namespace passport
