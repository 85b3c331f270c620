// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/avatar.h"

#include "ui/style.h"
#include "ui/widgets/accessibility.h"

#include <QPainter>

namespace passport {

Avatar::Avatar(int size, QWidget *parent)
    : QWidget(parent)
{
    setFixedSize(size, size);
    markAsPicture(*this);
}

void Avatar::setPerson(const QString &initials, const QString &id)
{
    m_initials = initials;
    m_id = id;
    update();
}

void Avatar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(monogramColour(m_id));
    painter.drawEllipse(rect());
    QFont letters = font();
    letters.setPixelSize(height() * 3 / 8);
    letters.setWeight(QFont::DemiBold);
    painter.setFont(letters);
    painter.setPen(Qt::white);
    painter.drawText(rect(), Qt::AlignCenter, m_initials);
}

} // namespace passport
