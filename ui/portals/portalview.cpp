// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/portals/portalview.h"

#include "client/portalmodel.h"
#include "ui/portals/portaldelegate.h"
#include "ui/portals/portalmenu.h"
#include "ui/style.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMouseEvent>

using namespace Qt::StringLiterals;

namespace passport {

namespace {

PortalId idOf(const QModelIndex &row)
{
    return PortalId(row.data(PortalModel::MemberIdRole).toString());
}

} // namespace

PortalView::PortalView(QWidget *parent)
    : QListView(parent)
{
    setObjectName("portalList"_L1);
    setItemDelegate(new PortalDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setUniformItemSizes(true); // a thousand rows are measured once
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSelectionMode(SingleSelection);
    setMouseTracking(true);
    setEditTriggers(NoEditTriggers);
    viewport()->setAutoFillBackground(false);
    connect(this, &QListView::activated, this, &PortalView::open);
    retranslate();
}

void PortalView::showRow(int row)
{
    const auto index = model()->index(row, 0);
    setCurrentIndex(index);
    scrollTo(index);
}

void PortalView::mousePressEvent(QMouseEvent *event)
{
    QListView::mousePressEvent(event);
    const auto row = indexAt(event->position().toPoint());
    if (event->button() != Qt::LeftButton || !row.isValid())
        return;
    const auto button = PortalDelegate::menuButton(visualRect(row));
    if (button.contains(event->position().toPoint()))
        showMenu(row, viewport()->mapToGlobal(button.bottomLeft()));
}

void PortalView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Up && currentIndex().row() <= 0) {
        Q_EMIT leftUpwards();
        return;
    }
    QListView::keyPressEvent(event);
}

void PortalView::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const auto row = byKey ? currentIndex() : indexAt(event->pos());
    if (!row.isValid())
        return;
    const auto place = byKey ? viewport()->mapToGlobal(PortalDelegate::menuButton(visualRect(row)).bottomLeft())
                             : event->globalPos();
    showMenu(row, place);
}

void PortalView::showMenu(const QModelIndex &row, const QPoint &at)
{
    auto *menu = new PortalMenu(row, this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu, &PortalMenu::openRequested, this, &PortalView::openRequested);
    connect(menu, &PortalMenu::makeCurrentRequested, this, &PortalView::makeCurrentRequested);
    menu->popup(at);
}

void PortalView::open(const QModelIndex &row)
{
    Q_EMIT openRequested(idOf(row));
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
    setAccessibleDescription(tr("Enter opens a portal in the browser, the Menu key shows what else can be done"));
}

} // namespace passport
