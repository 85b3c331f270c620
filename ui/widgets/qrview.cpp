// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/qrview.h"

#include "qr/qrimage.h"
#include "ui/style.h"
#include "ui/widgets/accessibility.h"

#include <QMouseEvent>
#include <QPainter>
#include <QStyle>
#include <algorithm>
#include <cmath>

namespace passport {

namespace {

constexpr int moduleSide = 6; // logical pixels, so that a phone reads it from an arm's length
constexpr int leastModuleSide = 5; // while a message needs the room
constexpr int fewestDevicePixels = 4; // of a module
constexpr int outline = 1;

/// The ratio of what is painted on in the end, a grabbed picture included.
qreal deviceRatio(const QPainter &painter)
{
    return painter.deviceTransform().m11();
}

int devicePixelsOfModule(int available, int modules, qreal ratio)
{
    const int fitting = static_cast<int>(std::floor((available - 2 * outline) * ratio / modules));
    return std::max(fewestDevicePixels, fitting);
}

} // namespace

QrView::QrView(QWidget *parent)
    : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    policy.setHeightForWidth(false);
    setSizePolicy(policy);
    markAsPicture(*this);
    connect(&m_fade, &QVariantAnimation::valueChanged, this, qOverload<>(&QWidget::update));
}

void QrView::setCode(const std::optional<QrCode> &code)
{
    if (m_code == code)
        return;
    const bool replaces = m_code && code && m_look == Look::Code;
    m_code = code;
    if (code)
        m_modules = code->size() + 2 * QrCode::quietZone;
    m_runs = code ? darkRuns(*code) : QList<QRect>();
    m_fade.stop();
    const int duration = style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, this);
    if (replaces && isVisible() && duration > 0) {
        m_fade.setDuration(duration);
        m_fade.setStartValue(0.0);
        m_fade.setEndValue(1.0);
        m_fade.start();
    }
    updateGeometry();
    update();
}

void QrView::setLook(Look look)
{
    m_look = look;
    update();
}

int QrView::cardSide(int available) const
{
    const qreal ratio = devicePixelRatioF();
    const int pixels = devicePixelsOfModule(available, m_modules, ratio) * m_modules;
    return static_cast<int>(std::ceil(pixels / ratio)) + 2 * outline;
}

QRect QrView::card() const
{
    const int side = cardSide(std::min(width(), height()));
    QRect place(0, 0, side, side);
    place.moveLeft((width() - side) / 2);
    place.moveTop((height() - side) / 2);
    return place;
}

QSize QrView::sizeHint() const
{
    const int side = m_modules * moduleSide + 2 * outline;
    return {side, side};
}

QSize QrView::minimumSizeHint() const
{
    const int side = m_modules * leastModuleSide + 2 * outline;
    return {side, side};
}

void QrView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(card(), tokens(palette()).line);
    painter.fillRect(card().adjusted(outline, outline, -outline, -outline), codePaper);
    switch (m_look) {
    case Look::Preparing:
        return paintBars(painter);
    case Look::Code:
        if (m_fade.state() == QAbstractAnimation::Running)
            painter.setOpacity(m_fade.currentValue().toDouble());
        return paintModules(painter, codeInk);
    case Look::Covered:
        return paintModules(painter, codeCovered);
    case Look::Empty:
        return;
    }
}

void QrView::paintModules(QPainter &painter, const QColor &ink) const
{
    const qreal ratio = deviceRatio(painter);
    const int pixels = devicePixelsOfModule(card().width(), m_modules, ratio);
    // At a ratio of 1.5 half the logical positions lie between two device pixels: begin on one.
    const QTransform toDevice = painter.deviceTransform();
    const QPointF corner = toDevice.map(QPointF(card().topLeft()) + QPointF(outline, outline));
    const qreal slack = ((card().width() - 2 * outline) * ratio - pixels * m_modules) / 2;
    const QPoint start(qRound(corner.x() + std::max(0.0, slack)), qRound(corner.y() + std::max(0.0, slack)));

    painter.save();
    painter.setTransform(toDevice.inverted(), true); // now in device pixels
    painter.translate(start);
    painter.scale(pixels, pixels);
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ink);
    painter.drawRects(m_runs);
    painter.restore();
}

void QrView::paintBars(QPainter &painter) const
{
    const int width = card().width() / 2;
    constexpr int height = measure::between;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(codeCovered.darker(106));
    for (int i = 0; i < 3; ++i) {
        const QRect bar(
            card().center().x() - width / 2, card().center().y() - 100 + i * 2 * height, width - i * 24, height);
        painter.drawRoundedRect(bar, measure::smallRadius, measure::smallRadius);
    }
}

void QrView::mouseDoubleClickEvent(QMouseEvent *)
{
    Q_EMIT doubleClicked();
}

} // namespace passport
