// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/appearance.h"

#include "ui/focusring.h"
#include "ui/passportstyle.h"

#include <QApplication>
#include <QToolTip>

namespace passport {

Appearance::Appearance(std::optional<Theme> choice, QObject *parent)
    : QObject(parent)
    , m_choice(choice)
{
    connect(&m_system, &SystemLook::changed, this, &Appearance::apply);
    apply();
}

Appearance::~Appearance() = default;

void Appearance::setTheme(std::optional<Theme> choice)
{
    m_choice = choice;
    apply();
}

Theme Appearance::theme() const
{
    return m_choice.value_or(m_system.wishes().dark ? Theme::Dark : Theme::Light);
}

void Appearance::apply()
{
#if defined(Q_OS_LINUX)
    const LookWishes &wishes = m_system.wishes();
    if (wishes.highContrast)
        return;
    if (m_ring == nullptr || m_stillness != wishes.stillness) {
        m_stillness = wishes.stillness;
        QApplication::setStyle(new PassportStyle(m_stillness)); // owned by QApplication
    }
    if (m_ring == nullptr)
        m_ring = std::make_unique<FocusRing>();
    const QPalette palette = paletteOf(theme());
    QApplication::setPalette(palette);
    QToolTip::setPalette(palette);
#endif
}

} // namespace passport
