// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/card.h"

class QPushButton;

namespace passport {

class Label;
class Portals;

/// The last card of the profile: deleting the Passport, and what is in the way of it (mockup 10).
class DangerCard : public Card {
    Q_OBJECT
public:
    /// `portals` outlives it.
    explicit DangerCard(Portals &portals, QWidget *parent = nullptr);

Q_SIGNALS:
    void deletionAsked();

protected:
    void changeEvent(QEvent *event) override;

private:
    void render();

    Portals &m_portals;
    Label *m_title;
    Label *m_sentence;
    QPushButton *m_delete;
};

} // namespace passport
