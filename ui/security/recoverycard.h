// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/card.h"

class QCheckBox;
class QGridLayout;
class QPushButton;

namespace passport {

class Label;
class MessageStrip;
class TwoStep;

/// The ten recovery codes, this one time (mockup 11): printed, copied or saved, and then gone.
class RecoveryCard : public Card {
    Q_OBJECT
public:
    /// `twoStep` outlives it. Hidden unless there are codes to show.
    explicit RecoveryCard(TwoStep &twoStep, QWidget *parent = nullptr);

    /// What is printed, copied and saved.
    [[nodiscard]] QString text() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void layOut();
    void connectGestures();
    void render();
    void print();
    void copy();
    void save();
    /// What became of it.
    void say(Tone tone, const QString &sentence);
    void retranslate();

    TwoStep &m_twoStep;
    Label *m_title;
    Label *m_explanation;
    QGridLayout *m_codes;
    QPushButton *m_print;
    QPushButton *m_copy;
    QPushButton *m_save;
    MessageStrip *m_strip;
    QCheckBox *m_kept;
    QPushButton *m_done;
};

} // namespace passport
