// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/style.h"

#include <QWidget>

class QPushButton;

namespace passport {

class Label;
class LinkButton;

/// What stands in place of a list that has nothing to show: a drawing, a title, one sentence, one button and perhaps a
/// link; never a blank area.
class ListNotice : public QWidget {
    Q_OBJECT
public:
    /// Three houses for "no portals yet", else a line icon on a disc.
    explicit ListNotice(QWidget *parent = nullptr);

    void setDrawing();
    void setIcon(QLatin1StringView name, Tone tone);
    /// An empty `link` is not shown.
    void setTexts(const QString &title, const QString &sentence, const QString &button, const QString &link = {});
    [[nodiscard]] QPushButton *button() const { return m_button; }

Q_SIGNALS:
    void buttonPressed();
    void linkPressed();

private:
    class Picture;

    Picture *m_picture;
    Label *m_title;
    Label *m_sentence;
    QPushButton *m_button;
    LinkButton *m_link;
};

} // namespace passport
