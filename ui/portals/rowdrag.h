// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QBasicTimer>
#include <QObject>
#include <QPersistentModelIndex>
#include <QPoint>

class QListView;

namespace passport {

/// A row that follows the pointer: the rows it passes make room at once, a pointer at the edge scrolls. No drag and
/// drop of the system, which would run an event loop of its own and ends outside of the window.
class RowDrag : public QObject {
    Q_OBJECT
public:
    explicit RowDrag(QListView &view);

    /// The button went down on a row; nothing is dragged yet.
    void press(const QPersistentModelIndex &row, const QPoint &at);
    /// In the coordinates of the viewport. Answers whether the row is being dragged.
    bool moveTo(const QPoint &at);
    /// The button went up; answers whether a row was dragged.
    bool release();
    /// Answers whether a row was dragged.
    bool cancel();

Q_SIGNALS:
    /// One step; whoever moves rows decides whether it may.
    void moveRequested(int from, int to);
    void finished();
    void cancelled();

protected:
    void timerEvent(QTimerEvent *event) override;

private:
    void follow();
    [[nodiscard]] int rowUnderPointer() const;
    bool stop();

    QListView &m_view;
    QPersistentModelIndex m_row; ///< Invalid: the button is not down on one.
    QPoint m_start;
    QPoint m_pointer;
    bool m_dragging = false;
    QBasicTimer m_scrolling; ///< While the pointer is at an edge.
};

} // namespace passport
