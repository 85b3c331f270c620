// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/portals/rowdrag.h"

#include "client/portalmodel.h"
#include "ui/style.h"

#include <QApplication>
#include <QListView>
#include <QScrollBar>
#include <QTimerEvent>
#include <algorithm>
#include <chrono>

namespace passport {

namespace {

constexpr int edge = measure::margin; ///< So near to it the list scrolls …
constexpr int scrollStep = measure::step; ///< … by so much a frame: nine rows a second.
constexpr std::chrono::milliseconds frame(16);

} // namespace

RowDrag::RowDrag(QListView &view)
    : QObject(&view)
    , m_view(view)
{
}

void RowDrag::press(const QPersistentModelIndex &row, const QPoint &at)
{
    stop();
    m_row = row;
    m_start = at;
}

bool RowDrag::moveTo(const QPoint &at)
{
    if (!m_row.isValid()) {
        stop(); // the row went while it was being dragged
        return false;
    }
    m_pointer = at;
    if (!m_dragging && (at - m_start).manhattanLength() < QApplication::startDragDistance())
        return false;
    if (!m_dragging) {
        m_dragging = true;
        m_view.viewport()->setCursor(Qt::ClosedHandCursor);
    }
    const int height = m_view.viewport()->height();
    if (at.y() >= edge && at.y() < height - edge)
        m_scrolling.stop();
    else if (!m_scrolling.isActive())
        m_scrolling.start(static_cast<int>(frame.count()), Qt::PreciseTimer, this);
    follow();
    return true;
}

void RowDrag::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_scrolling.timerId() || !m_row.isValid())
        return QObject::timerEvent(event);
    auto *bar = m_view.verticalScrollBar();
    bar->setValue(bar->value() + (m_pointer.y() < edge ? -scrollStep : scrollStep));
    follow();
}

void RowDrag::follow()
{
    const int to = rowUnderPointer();
    if (to >= 0 && to != m_row.row())
        Q_EMIT moveRequested(m_row.row(), to);
}

/// The nearest one in the row's own group.
int RowDrag::rowUnderPointer() const
{
    const int first = m_row.row() - m_row.data(PortalModel::PlaceRole).toInt() + 1;
    const int last = first + m_row.data(PortalModel::GroupSizeRole).toInt() - 1;
    const int y = std::clamp(m_pointer.y(), 0, m_view.viewport()->height() - 1);
    const auto under = m_view.indexAt({m_view.viewport()->width() / 2, y});
    const int row = under.isValid() ? under.row() : m_view.model()->rowCount() - 1; // below the last one
    return std::clamp(row, first, last);
}

bool RowDrag::release()
{
    if (!stop())
        return false;
    Q_EMIT finished();
    return true;
}

bool RowDrag::cancel()
{
    if (!stop())
        return false;
    Q_EMIT cancelled();
    return true;
}

bool RowDrag::stop()
{
    m_row = QPersistentModelIndex();
    m_scrolling.stop();
    if (!std::exchange(m_dragging, false))
        return false;
    m_view.viewport()->unsetCursor();
    return true;
}

} // namespace passport
