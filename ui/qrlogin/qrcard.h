// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/style.h"

#include <QLatin1StringView>
#include <QWidget>

class QPushButton;

namespace passport {

class IconLabel;
class Label;
class QrView;

/// The code on its card, a button beside it that enlarges it, and words in place of the code when there is none. What
/// stands on the card is in the light colours: the card is white in every theme.
class QrCard : public QWidget {
    Q_OBJECT

public:
    /// Words on the card; empty texts and buttons are left out.
    struct Cover {
        QLatin1StringView icon; ///< Empty = none.
        Tone tone = Tone::Secondary;
        QString title;
        QString text;
        QString first; ///< The primary button.
        QString second;
        bool operator==(const Cover &) const = default;
    };

    explicit QrCard(QWidget *parent = nullptr);

    [[nodiscard]] QrView &view() { return *m_view; }
    [[nodiscard]] QPushButton *enlargeButton() const { return m_enlarge; }
    void showCode(); ///< As the view's look says, without words.
    void showCover(const Cover &cover);
    void setEnlargeable(bool possible);
    void setEnlarged(bool enlarged);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void firstPressed();
    void secondPressed();
    void enlargeAsked();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void layOutCover();
    void place();
    void renderWords();

    QrView *m_view;
    QPushButton *m_enlarge;
    QWidget *m_cover;
    IconLabel *m_icon;
    Label *m_title;
    Label *m_text;
    QPushButton *m_first;
    QPushButton *m_second;
    Cover m_shown;
    bool m_enlarged = false;
};

} // namespace passport
