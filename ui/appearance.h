// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/enterkey.h"
#include "ui/style.h"
#include "ui/systemlook.h"
#include "ui/tickmnemonic.h"

#include <QObject>
#include <memory>
#include <optional>

namespace passport {

class FocusRing;

/// Dresses the program: our style and palette, light or dark as chosen, or as the system wishes (no choice), and the
/// keys of buttons and ticks. The look of a high-contrast system is left as it is. One per program, made right after
/// QApplication.
class Appearance : public QObject {
    Q_OBJECT

public:
    explicit Appearance(std::optional<Theme> choice = {}, QObject *parent = nullptr);
    ~Appearance() override;

    void setTheme(std::optional<Theme> choice);

private:
    void apply();
    [[nodiscard]] Theme theme() const;

    SystemLook m_system;
    EnterKey m_enter;
    TickMnemonic m_ticks;
    std::optional<Theme> m_choice;
    std::unique_ptr<FocusRing> m_ring;
    bool m_stillness = false; // of the style in use
};

} // namespace passport
