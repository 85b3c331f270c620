// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QImage>
#include <QWidget>

namespace passport {

/// The picture under a fixed square: the person moves and enlarges the picture until the square shows what he wants.
/// Mouse: drag, wheel, pinch, the square's corners. Keys: arrows (with Shift ten pixels), + and −, R turns, Home starts
/// over.
class CropView : public QWidget {
    Q_OBJECT
public:
    static constexpr double largestZoom = 4;

    explicit CropView(QWidget *parent = nullptr);

    void setPicture(const QImage &picture);
    /// What the square shows, at the resolution of the picture; null without a picture.
    [[nodiscard]] QImage square() const;
    /// 1: the square is as large as the picture allows.
    [[nodiscard]] double zoom() const { return m_zoom; }
    void setZoom(double zoom);
    /// A quarter to the right, or to the left.
    void turn(bool right);
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void changed();

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] QRectF frame() const; ///< The square, in the widget.
    [[nodiscard]] double scale() const; ///< Pixels of the widget for one of the picture.
    [[nodiscard]] QRectF chosen() const; ///< The square, in the picture.
    [[nodiscard]] double fromMiddle(const QPointF &point) const;
    void move(const QPointF &pixels); ///< The picture, in the widget.
    void reset();
    void settle();
    void paintFrame(QPainter &painter) const;

    QImage m_picture;
    QPointF m_middle; ///< Of the square, in the picture.
    double m_zoom = 1;
    QPointF m_grabbed; ///< Where the pointer was last.
    bool m_byCorner = false; ///< A corner is dragged, not the picture.
};

} // namespace passport
