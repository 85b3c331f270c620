// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/portals/portalview.h"

#include "client/portalmodel.h"
#include "ui/portals/portaldelegate.h"
#include "ui/portals/portalmenu.h"
#include "ui/portals/portalwords.h"
#include "ui/portals/rowdrag.h"
#include "ui/style.h"
#include "ui/widgets/accessibility.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace passport {

namespace {

PortalId idOf(const QModelIndex &row)
{
    return PortalId(row.data(PortalModel::MemberIdRole).toString());
}

bool isInvitation(const QModelIndex &row)
{
    return row.data(PortalModel::StateRole).toInt() == static_cast<int>(Portal::State::Invited);
}

/// In the order of Tab.
std::vector<RowPart> partsOf(const QModelIndex &row)
{
    if (idOf(row).isEmpty())
        return {RowPart::Row};
    if (isInvitation(row))
        return {RowPart::Row, RowPart::Accept, RowPart::Decline, RowPart::Menu};
    return {RowPart::Row, RowPart::Menu};
}

} // namespace

PortalView::PortalView(QWidget *parent)
    : QListView(parent)
    , m_drag(new RowDrag(*this))
{
    setObjectName("portalList"_L1);
    setItemDelegate(new PortalDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSelectionMode(SingleSelection);
    setMouseTracking(true);
    setEditTriggers(NoEditTriggers);
    viewport()->setAutoFillBackground(false);
    connect(this, &QListView::activated, this, &PortalView::open);
    connect(m_drag, &RowDrag::moveRequested, this, &PortalView::moveRequested);
    connect(m_drag, &RowDrag::finished, this, &PortalView::moveFinished);
    connect(m_drag, &RowDrag::cancelled, this, &PortalView::moveCancelled);
    retranslate();
}

void PortalView::setModel(QAbstractItemModel *model)
{
    // Before and after QListView itself hears of it.
    connect(model, &QAbstractItemModel::modelAboutToBeReset, this, &PortalView::remember);
    QListView::setModel(model);
    connect(model, &QAbstractItemModel::modelReset, this, &PortalView::findAgain);
}

void PortalView::remember()
{
    m_portal = idOf(currentIndex());
    m_scrolled = verticalScrollBar()->value();
}

void PortalView::findAgain()
{
    for (int row = 0; !m_portal.isEmpty() && row < model()->rowCount(); ++row) {
        const auto index = model()->index(row, 0);
        if (idOf(index) == m_portal) {
            setCurrentIndex(index);
            verticalScrollBar()->setValue(m_scrolled);
            scrollTo(index);
            return;
        }
    }
}

void PortalView::showRow(int row)
{
    const auto index = model()->index(row, 0);
    setCurrentIndex(index);
    scrollTo(index);
}

void PortalView::mousePressEvent(QMouseEvent *event)
{
    const auto at = event->position().toPoint();
    const QPersistentModelIndex row = indexAt(at);
    QListView::mousePressEvent(event);
    if (event->button() != Qt::LeftButton || !row.isValid() || fold(row) || idOf(row).isEmpty())
        return;
    const auto button = PortalDelegate::menuButton(visualRect(row));
    if (button.contains(at))
        showMenu(row, viewport()->mapToGlobal(button.bottomLeft()));
    else if (!answer(row, at))
        m_drag->press(row, at);
}

/// Answers whether a button of an invitation was hit.
bool PortalView::answer(const QModelIndex &row, const QPoint &at)
{
    if (!isInvitation(row))
        return false;
    const auto buttons = PortalDelegate::answers(visualRect(row), font());
    if (!buttons.accept.contains(at) && !buttons.decline.contains(at))
        return false;
    Q_EMIT actionRequested(buttons.accept.contains(at) ? PortalAction::Accept : PortalAction::Decline, idOf(row));
    return true;
}

void PortalView::mouseMoveEvent(QMouseEvent *event)
{
    if (event->buttons().testFlag(Qt::LeftButton))
        m_drag->moveTo(event->position().toPoint()); // without the base: rows are dragged, not a selection
    else
        QListView::mouseMoveEvent(event);
}

void PortalView::mouseReleaseEvent(QMouseEvent *event)
{
    if (m_drag->release())
        setState(NoState);
    else
        QListView::mouseReleaseEvent(event);
}

void PortalView::keyPressEvent(QKeyEvent *event)
{
    const bool alt = event->modifiers().testFlag(Qt::AltModifier);
    if (event->key() == Qt::Key_Escape && m_drag->cancel())
        return;
    if (event->key() == Qt::Key_F2 && !idOf(currentIndex()).isEmpty()
        && PortalWords::whyNotRenamed(currentIndex()).isEmpty()) {
        Q_EMIT actionRequested(PortalAction::Rename, idOf(currentIndex()));
        return;
    }
    if (alt && (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down))
        return moveByKey(event->key() == Qt::Key_Up ? -1 : 1);
    const bool press = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space;
    if (press && pressPart())
        return;
    const auto before = currentIndex();
    QListView::keyPressEvent(event);
    if (event->key() == Qt::Key_Up && currentIndex() == before)
        Q_EMIT leftUpwards();
}

bool PortalView::focusNextPrevChild(bool next)
{
    const auto parts = partsOf(currentIndex());
    const auto here = std::ranges::find(parts, m_part);
    if (next ? here == parts.end() || here + 1 == parts.end() : here == parts.end() || here == parts.begin())
        return QListView::focusNextPrevChild(next);
    window()->setAttribute(Qt::WA_KeyboardFocusChange); // as Qt does where the focus goes to another widget
    setPart(next ? *(here + 1) : *(here - 1));
    return true;
}

void PortalView::focusInEvent(QFocusEvent *event)
{
    QListView::focusInEvent(event);
    if (event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason)
        setPart(RowPart::Row);
}

void PortalView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    m_part = RowPart::Row;
    QListView::currentChanged(current, previous);
}

void PortalView::setPart(RowPart part)
{
    if (m_part == part)
        return;
    m_part = part;
    update(currentIndex());
    if (part == RowPart::Row)
        announce(*this, currentIndex().data(Qt::AccessibleTextRole).toString());
    else
        announce(*this, PortalWords::part(part, currentIndex().data().toString()));
}

bool PortalView::pressPart()
{
    const QPersistentModelIndex row = currentIndex();
    if (m_part == RowPart::Row || !row.isValid())
        return false;
    if (m_part == RowPart::Menu)
        showMenu(row, viewport()->mapToGlobal(PortalDelegate::menuButton(visualRect(row)).bottomLeft()));
    else
        Q_EMIT actionRequested(m_part == RowPart::Accept ? PortalAction::Accept : PortalAction::Decline, idOf(row));
    return true;
}

void PortalView::moveByKey(int step)
{
    const QPersistentModelIndex row = currentIndex();
    if (!row.isValid())
        return;
    const int before = row.row();
    Q_EMIT moveRequested(before, before + step);
    if (row.row() == before)
        return;
    Q_EMIT moveFinished();
    scrollTo(row);
    announce(*this, row.data(Qt::AccessibleTextRole).toString());
}

void PortalView::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const auto row = byKey ? currentIndex() : indexAt(event->pos());
    if (idOf(row).isEmpty())
        return;
    const auto place = byKey ? viewport()->mapToGlobal(PortalDelegate::menuButton(visualRect(row)).bottomLeft())
                             : event->globalPos();
    showMenu(row, place);
}

void PortalView::showMenu(const QModelIndex &row, const QPoint &at)
{
    auto *menu = new PortalMenu(row, this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu, &PortalMenu::chosen, this, [this, id = idOf(row)](PortalAction action) {
        Q_EMIT actionRequested(action, id);
    });
    menu->popup(at);
}

void PortalView::open(const QModelIndex &row)
{
    if (!fold(row) && !idOf(row).isEmpty())
        Q_EMIT actionRequested(PortalAction::Open, idOf(row));
}

/// Answers whether the row names a group that can be folded.
bool PortalView::fold(const QModelIndex &row)
{
    if (!row.data(PortalModel::HeadsGroupRole).toBool() || !row.flags().testFlag(Qt::ItemIsEnabled))
        return false;
    const int at = row.row();
    Q_EMIT foldRequested(!row.data(PortalModel::FoldedRole).toBool());
    showRow(at);
    return true;
}

void PortalView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QListView::changeEvent(event);
}

void PortalView::retranslate()
{
    setAccessibleName(tr("Portals"));
    setAccessibleDescription(tr(
        "Enter opens a portal in the browser, Alt with ↑ and ↓ moves it, Tab goes to its buttons, the Menu key shows "
        "what else can be done"));
}

} // namespace passport
