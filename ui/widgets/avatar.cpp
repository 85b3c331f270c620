// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/avatar.h"

#include "ui/icons.h"
#include "ui/style.h"
#include "ui/widgets/accessibility.h"

#include <QPainter>
#include <QPainterPath>

using namespace Qt::StringLiterals;

namespace passport {

Avatar::Avatar(int size, QWidget *parent)
    : QWidget(parent)
{
    setFixedSize(size, size);
    markAsPicture(*this);
}

void Avatar::setPerson(const QString &initials, const QString &id, const QImage &photo)
{
    m_initials = initials;
    m_id = id;
    m_photo = photo;
    update();
}

void Avatar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    if (!m_photo.isNull())
        return paintPhoto(painter, rect(), m_photo);
    paintMonogram(painter, rect(), m_initials, m_id, MonogramShape::Disc);
    if (m_initials.isEmpty()) {
        const int margin = width() / 4;
        paintIcon(painter, rect().adjusted(margin, margin, -margin, -margin), "user"_L1, Qt::white);
    }
}

void paintMonogram(QPainter &painter, const QRect &rect, const QString &letters, const QString &id, MonogramShape shape)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(monogramColour(id));
    const qreal radius = shape == MonogramShape::Disc ? rect.width() / 2.0 : measure::controlRadius;
    painter.drawRoundedRect(rect, radius, radius);
    QFont font = painter.font();
    font.setPixelSize(rect.height() * 3 / 8);
    font.setWeight(QFont::DemiBold);
    painter.setFont(font);
    painter.setPen(Qt::white);
    painter.drawText(rect, Qt::AlignCenter, letters);
    painter.restore();
}

void paintPhoto(QPainter &painter, const QRect &rect, const QImage &photo)
{
    painter.save();
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    QPainterPath disc;
    disc.addEllipse(rect);
    painter.setClipPath(disc);
    painter.drawImage(rect, photo);
    painter.restore();
}

} // namespace passport
