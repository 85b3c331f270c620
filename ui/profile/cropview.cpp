// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/profile/cropview.h"

#include "ui/style.h"

#include <QGestureEvent>
#include <QKeyEvent>
#include <QNativeGestureEvent>
#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <cmath>

namespace passport {

namespace {

constexpr QSize usual(472, 344);
constexpr int around = 36; // between the square and the upper and lower edge
constexpr int handle = 12;
constexpr int handleReach = 12; // around a corner, where it can be taken
constexpr double zoomStep = 1.1; // a key, a notch of the wheel
constexpr double notch = 120; // eighths of a degree, as Qt counts them

// A photo is judged on the same ground in every theme.
constexpr QColor ground(0x12, 0x16, 0x1a);
constexpr QColor sheet(0x0c, 0x0d, 0x0f, 158);

} // namespace

CropView::CropView(QWidget *parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::OpenHandCursor);
    grabGesture(Qt::PinchGesture);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setMinimumSize(usual);
    settle();
}

QSize CropView::sizeHint() const
{
    return usual;
}

void CropView::setPicture(const QImage &picture)
{
    m_picture = picture;
    reset();
}

void CropView::reset()
{
    m_zoom = 1;
    m_middle = QPointF(m_picture.width() / 2.0, m_picture.height() / 2.0);
    settle();
}

QRectF CropView::frame() const
{
    const double side = std::min(width(), height()) - 2.0 * around;
    return {(width() - side) / 2, (height() - side) / 2, side, side};
}

double CropView::scale() const
{
    const int smaller = std::max(1, std::min(m_picture.width(), m_picture.height()));
    return frame().width() / smaller * m_zoom;
}

QRectF CropView::chosen() const
{
    const double side = frame().width() / scale();
    return {m_middle.x() - side / 2, m_middle.y() - side / 2, side, side};
}

QImage CropView::square() const
{
    const QRect whole = chosen().toAlignedRect().intersected(m_picture.rect());
    const int side = std::min(whole.width(), whole.height());
    return side > 0 ? m_picture.copy({whole.topLeft(), QSize(side, side)}) : QImage();
}

void CropView::setZoom(double zoom)
{
    zoom = std::clamp(zoom, 1.0, largestZoom);
    if (qFuzzyCompare(zoom, m_zoom))
        return;
    m_zoom = zoom;
    settle();
}

void CropView::turn(bool right)
{
    if (m_picture.isNull())
        return;
    const QPointF middle = m_middle;
    m_middle = right ? QPointF(m_picture.height() - middle.y(), middle.x())
                     : QPointF(middle.y(), m_picture.width() - middle.x());
    m_picture = m_picture.transformed(QTransform().rotate(right ? 90 : -90));
    settle();
}

void CropView::move(const QPointF &pixels)
{
    m_middle -= pixels / scale();
    settle();
}

/// The square stays within the picture; whoever listens hears of it.
void CropView::settle()
{
    const double half = m_picture.isNull() ? 0 : chosen().width() / 2;
    m_middle.setX(std::clamp(m_middle.x(), half, std::max(half, m_picture.width() - half)));
    m_middle.setY(std::clamp(m_middle.y(), half, std::max(half, m_picture.height() - half)));
    const int side = static_cast<int>(std::lround(m_picture.isNull() ? 0 : chosen().width()));
    setAccessibleName(tr("Part of the photo"));
    setAccessibleDescription(tr("%1 by %1 pixels, %2 percent").arg(side).arg(std::lround(m_zoom * 100)));
    update();
    Q_EMIT changed();
}

double CropView::fromMiddle(const QPointF &point) const
{
    const QPointF way = point - frame().center();
    return std::max(1.0, std::max(std::abs(way.x()), std::abs(way.y())));
}

void CropView::mousePressEvent(QMouseEvent *event)
{
    m_grabbed = event->position();
    const QPointF way = m_grabbed - frame().center();
    const double half = frame().width() / 2;
    m_byCorner = std::abs(std::abs(way.x()) - half) <= handleReach && std::abs(std::abs(way.y()) - half) <= handleReach;
    setCursor(m_byCorner ? Qt::SizeAllCursor : Qt::ClosedHandCursor);
}

void CropView::mouseMoveEvent(QMouseEvent *event)
{
    const QPointF before = std::exchange(m_grabbed, event->position());
    if (m_byCorner)
        setZoom(m_zoom * fromMiddle(before) / fromMiddle(m_grabbed));
    else
        move(m_grabbed - before);
}

void CropView::mouseReleaseEvent(QMouseEvent *)
{
    setCursor(Qt::OpenHandCursor);
}

void CropView::wheelEvent(QWheelEvent *event)
{
    setZoom(m_zoom * std::pow(zoomStep, event->angleDelta().y() / notch));
    event->accept();
}

bool CropView::event(QEvent *event)
{
    if (event->type() == QEvent::Gesture) { // two fingers on a touch screen
        if (const auto *pinch
            = static_cast<QPinchGesture *>(static_cast<QGestureEvent *>(event)->gesture(Qt::PinchGesture)))
            setZoom(m_zoom * pinch->scaleFactor());
        return true;
    }
    if (event->type() == QEvent::NativeGesture) {
        const auto *gesture = static_cast<QNativeGestureEvent *>(event); // on a touch pad
        if (gesture->gestureType() == Qt::ZoomNativeGesture) {
            setZoom(m_zoom * (1 + gesture->value()));
            return true;
        }
    }
    return QWidget::event(event);
}

void CropView::keyPressEvent(QKeyEvent *event)
{
    const double step = event->modifiers().testFlag(Qt::ShiftModifier) ? 10 : 1;
    switch (event->key()) {
    case Qt::Key_Left:
        return move({-step, 0});
    case Qt::Key_Right:
        return move({step, 0});
    case Qt::Key_Up:
        return move({0, -step});
    case Qt::Key_Down:
        return move({0, step});
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return setZoom(m_zoom * zoomStep);
    case Qt::Key_Minus:
        return setZoom(m_zoom / zoomStep);
    case Qt::Key_R:
        return turn(true);
    case Qt::Key_Home:
        return reset();
    default:
        QWidget::keyPressEvent(event);
    }
}

void CropView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    QPainterPath corners;
    corners.addRoundedRect(rect(), measure::controlRadius, measure::controlRadius);
    painter.setClipPath(corners);
    painter.fillRect(rect(), ground);
    if (!m_picture.isNull()) {
        const QPointF corner = frame().center() - m_middle * scale();
        painter.drawImage(QRectF(corner, QSizeF(m_picture.size()) * scale()), m_picture);
    }
    paintFrame(painter);
}

void CropView::paintFrame(QPainter &painter) const
{
    const QRectF square = frame();
    QPainterPath outside;
    outside.addRect(rect());
    outside.addRect(square);
    painter.fillPath(outside, sheet);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(Qt::white, measure::focusLine));
    painter.drawRect(square);
    painter.setPen(QPen(QColor(255, 255, 255, 200), 1, Qt::DashLine));
    painter.drawEllipse(square);
    for (const QPointF &corner : {square.topLeft(), square.topRight(), square.bottomLeft(), square.bottomRight()}) {
        const QRectF mark(corner.x() - handle / 2.0, corner.y() - handle / 2.0, handle, handle);
        painter.setPen(Qt::NoPen);
        painter.setBrush(Qt::white);
        painter.drawRoundedRect(mark, 2, 2);
    }
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(tokens(palette()).accent, 2 * measure::focusLine));
        painter.drawRoundedRect(rect(), measure::controlRadius, measure::controlRadius);
    }
}

void CropView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    settle();
}

void CropView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        settle();
    QWidget::changeEvent(event);
}

} // namespace passport
