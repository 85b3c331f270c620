// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/style.h"

#include <QFrame>

class QPushButton;

namespace passport {

class IconLabel;
class Label;

/// A strip with an icon, a sentence and up to two buttons: what went wrong, or what to know.
class MessageStrip : public QFrame {
    Q_OBJECT

public:
    explicit MessageStrip(QWidget *parent = nullptr);

    /// Tone Accent is information. An empty button text means no button. A new sentence is spoken once.
    void setMessage(Tone tone, const QString &text, const QString &first = {}, const QString &second = {});
    [[nodiscard]] QString text() const;

Q_SIGNALS:
    void firstPressed();
    void secondPressed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void speak();

    Tone m_tone = Tone::Accent;
    IconLabel *m_icon;
    Label *m_text;
    QPushButton *m_first;
    QPushButton *m_second;
    QString m_spoken;
};

} // namespace passport
