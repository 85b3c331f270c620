// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/navigation.h"

#include "ui/badge.h"
#include "ui/icons.h"
#include "ui/style.h"

#include <QEvent>
#include <QPainter>
#include <QSignalBlocker>
#include <QStyledItemDelegate>

using namespace Qt::StringLiterals;

namespace passport {

namespace {

constexpr int iconNameRole = Qt::UserRole;
constexpr int unreadRole = Qt::UserRole + 1;
constexpr int compactRole = Qt::UserRole + 2;
constexpr int entryHeight = 40;

class EntryDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {0, entryHeight + measure::half};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const auto colours = tokens(option.palette);
        const bool current = option.state.testFlag(QStyle::State_Selected);
        const QRect entry = option.rect.adjusted(0, 0, 0, -measure::half);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        if (current || option.state.testFlag(QStyle::State_MouseOver)) {
            painter->setBrush(current ? colours.selected : colours.hover);
            painter->drawRoundedRect(entry, measure::controlRadius, measure::controlRadius);
        }
        if (current) {
            painter->setBrush(colours.accent);
            painter->drawRoundedRect(QRectF(entry.left(), entry.center().y() - 10, 3, 20), 1.5, 1.5);
        }
        if (option.state.testFlag(QStyle::State_HasFocus)) {
            painter->setBrush(Qt::NoBrush);
            painter->setPen(QPen(colours.accent, measure::focusLine));
            painter->drawRoundedRect(
                QRectF(entry).adjusted(1, 1, -1, -1), measure::controlRadius, measure::controlRadius);
        }
        paintContent(*painter, option, index, entry);
        painter->restore();
    }

private:
    static void
    paintContent(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index, const QRect &entry)
    {
        const auto colours = tokens(option.palette);
        const bool current = option.state.testFlag(QStyle::State_Selected);
        const QRect icon(entry.left() + 14, entry.center().y() - measure::icon / 2, measure::icon, measure::icon);
        paintIcon(
            painter, icon, QLatin1StringView(index.data(iconNameRole).toByteArray()),
            current ? colours.accent : colours.text);
        if (index.data(compactRole).toBool())
            return;
        painter.setFont(textFont(current ? TextRole::Strong : TextRole::Body, option.font));
        painter.setPen(colours.text);
        painter.drawText(
            entry.adjusted(48, 0, -measure::row, 0), Qt::AlignVCenter | Qt::AlignLeft,
            index.data(Qt::DisplayRole).toString());
        if (const int unread = index.data(unreadRole).toInt(); unread > 0)
            paintBadge(painter, QPoint(entry.right() - measure::between, entry.center().y()), unread, option);
    }
};

} // namespace

Navigation::Navigation(QWidget *parent)
    : QListView(parent)
{
    setObjectName("navigation"_L1);
    for (const auto name : {"grid", "user", "shield", "sliders"}) { // in the order of Page
        auto *entry = new QStandardItem;
        entry->setData(QByteArray(name), iconNameRole);
        m_pages.appendRow(entry);
    }
    setModel(&m_pages);
    setItemDelegate(new EntryDelegate(this));
    setEditTriggers(NoEditTriggers);
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setAutoFillBackground(false);
    setFixedHeight(m_pages.rowCount() * (entryHeight + measure::half));
    setPage(Page::Portals);
    retranslate();
}

void Navigation::setPage(Page page)
{
    setCurrentIndex(m_pages.index(static_cast<int>(page), 0));
}

Page Navigation::page() const
{
    return static_cast<Page>(currentIndex().row());
}

void Navigation::setUnread(int unread)
{
    m_unread = unread;
    m_pages.item(0)->setData(unread, unreadRole);
    retranslate();
}

void Navigation::setCompact(bool compact)
{
    m_compact = compact;
    for (int row = 0; row < m_pages.rowCount(); ++row)
        m_pages.item(row)->setData(compact, compactRole);
    retranslate();
}

void Navigation::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QListView::changeEvent(event);
}

void Navigation::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    if (current.isValid() && previous.isValid())
        Q_EMIT pageChosen(page());
}

void Navigation::retranslate()
{
    const QStringList names{tr("Portals"), tr("Profile"), tr("Security"), tr("Settings")};
    for (int row = 0; row < m_pages.rowCount(); ++row) {
        auto *entry = m_pages.item(row);
        entry->setText(names.at(row));
        entry->setAccessibleText(names.at(row));
        entry->setToolTip(m_compact ? names.at(row) : QString());
    }
    if (m_unread > 0)
        m_pages.item(0)->setAccessibleText(tr("Portals, %n unread", nullptr, m_unread));
    setAccessibleName(tr("Pages"));
}

} // namespace passport
