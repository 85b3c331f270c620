// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFocusFrame>
#include <QObject>
#include <QPointer>

namespace passport {

/// Draws the 2 px ring, 2 px outside, around the button, tick, link or selectable text that has the focus, and around a
/// field with an error (other fields show the focus by their own outline). One for the program.
class FocusRing : public QObject {
    Q_OBJECT

public:
    explicit FocusRing(QObject *parent = nullptr);
    ~FocusRing() override;

private:
    void follow(QWidget *focused);

    QPointer<QFocusFrame> m_frame; // becomes a child of the window it is in, and may die with it
};

} // namespace passport
