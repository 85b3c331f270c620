// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/style.h"

#include <QWidget>

class QPushButton;

namespace passport {

class Label;

/// A closing state, an empty list, an error: a picture on a disc, a title, a sentence, one or two buttons. The picture
/// stands at the same height in all of them, so that nothing jumps between two states.
class StatePage : public QWidget {
    Q_OBJECT

public:
    struct Content {
        QLatin1StringView icon;
        Tone tone = Tone::Warning;
        QString title;
        QString sentence; ///< May be empty.
        QString first; ///< The primary button; empty = none.
        QString second;
        bool operator==(const Content &) const = default;
    };

    explicit StatePage(QWidget *parent = nullptr);

    /// Shows it and has it spoken once. The focus goes to the first button if this page has the window's focus.
    void setContent(const Content &content);
    [[nodiscard]] QPushButton *firstButton() const { return m_first; }

Q_SIGNALS:
    void firstPressed();
    void secondPressed();

protected:
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    class Disc;

    void present();
    void breakLines();

    Content m_content;
    Disc *m_disc;
    Label *m_title;
    Label *m_sentence;
    QPushButton *m_first;
    QPushButton *m_second;
};

} // namespace passport
