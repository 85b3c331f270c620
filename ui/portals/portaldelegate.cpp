// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/portals/portaldelegate.h"

#include "client/portalmodel.h"
#include "ui/badge.h"
#include "ui/icons.h"
#include "ui/portals/portalwords.h"
#include "ui/style.h"
#include "ui/widgets/avatar.h"

#include <QPainter>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace passport {

namespace {

constexpr int logo = 32;
constexpr int leading = 20; ///< Of the picture in the row.
constexpr int counterColumn = 48;
constexpr int narrow = 620; ///< Below, the role gives its room to the name.

/// "Компания «Ромашка»" → "Р": people look for the name inside the quotes.
QString portalInitial(const QString &title)
{
    const auto inside = monogramLetters(title.mid(title.indexOf(u'«') + 1));
    return (inside.isEmpty() ? monogramLetters(title) : inside).left(1);
}

/// A word in an outlined pill or beside an icon, ending at `right`; answers where it begins.
int paintWord(
    QPainter &painter, const QStyleOptionViewItem &option, int right, const QString &word, QLatin1StringView icon,
    const QColor &colour)
{
    const auto font = textFont(icon.isEmpty() ? TextRole::Caption : TextRole::Strong, option.font);
    const QFontMetrics size(font);
    const int middle = option.rect.center().y();
    const int textWidth = size.horizontalAdvance(word);
    painter.setFont(font);
    painter.setPen(colour);
    if (!icon.isEmpty()) {
        const int left = right - textWidth;
        painter.drawText(left, middle + size.ascent() - size.height() / 2, word);
        const QRect mark(
            left - measure::smallIcon - measure::half, middle - measure::step, measure::smallIcon, measure::smallIcon);
        paintIcon(painter, mark, icon, colour);
        return mark.left() - measure::step;
    }
    const QRectF pill(
        right - textWidth - 2 * measure::step + 0.5, middle - size.height() / 2 - 1.5,
        textWidth + 2 * measure::step - 1, size.height() + 3);
    painter.drawText(pill, Qt::AlignCenter, word);
    painter.setPen(tokens(option.palette).line);
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2);
    return static_cast<int>(pill.left()) - measure::step;
}

} // namespace

QSize PortalDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    const int texts = QFontMetrics(textFont(TextRole::Strong, option.font)).height()
        + QFontMetrics(textFont(TextRole::Caption, option.font)).height();
    return {0, std::max(measure::row, texts + 2 * measure::step)};
}

QRect PortalDelegate::menuButton(const QRect &row)
{
    return {
        row.right() - measure::control - measure::step, row.center().y() - measure::menuRow / 2, measure::control,
        measure::menuRow};
}

void PortalDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    paintRow(*painter, option, index.data(PortalModel::CurrentRole).toBool());
    const QRect picture(option.rect.left() + leading, option.rect.center().y() - logo / 2, logo, logo);
    painter->setFont(option.font);
    paintMonogram(
        *painter, picture, portalInitial(index.data(PortalModel::TitleRole).toString()),
        index.data(PortalModel::MemberIdRole).toString(), MonogramShape::Square);
    paintMenuButton(*painter, option);
    paintTexts(*painter, option, index, paintMarks(*painter, option, index));
    painter->restore();
}

void PortalDelegate::paintRow(QPainter &painter, const QStyleOptionViewItem &option, bool current)
{
    const auto colours = tokens(option.palette);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    painter.setPen(Qt::NoPen);
    if (selected || current || option.state.testFlag(QStyle::State_MouseOver)) {
        painter.setBrush(selected ? colours.selected : current ? colours.accentSoft : colours.hover);
        painter.drawRoundedRect(option.rect, measure::controlRadius, measure::controlRadius);
    }
    if (option.state.testFlag(QStyle::State_HasFocus) && option.state.testFlag(QStyle::State_KeyboardFocusChange)) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(colours.accent, measure::focusLine));
        painter.drawRoundedRect(
            QRectF(option.rect).adjusted(1, 1, -1, -1), measure::controlRadius, measure::controlRadius);
    }
}

void PortalDelegate::paintMenuButton(QPainter &painter, const QStyleOptionViewItem &option)
{
    const auto colours = tokens(option.palette);
    const auto button = menuButton(option.rect);
    const QRect icon(
        button.center().x() - measure::icon / 2 + 1, button.center().y() - measure::icon / 2 + 1, measure::icon,
        measure::icon);
    paintIcon(painter, icon, "more"_L1, colours.secondary);
}

int PortalDelegate::paintMarks(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const auto colours = tokens(option.palette);
    int right = menuButton(option.rect).left() - measure::step;
    if (const int unread = index.data(PortalModel::CounterRole).toInt(); unread > 0)
        paintBadge(painter, {right, option.rect.center().y()}, unread, option);
    right -= counterColumn;
    const auto role = PortalWords::role(static_cast<Portal::Role>(index.data(PortalModel::PortalRoleRole).toInt()));
    if (!role.isEmpty() && option.rect.width() >= narrow)
        right = paintWord(painter, option, right, role, {}, colours.secondary);
    const auto state = PortalWords::state(static_cast<Portal::State>(index.data(PortalModel::StateRole).toInt()));
    if (!state.isEmpty())
        right = paintWord(painter, option, right, state, "mail"_L1, colours.warning);
    if (index.data(PortalModel::EnteringRole).toBool())
        right = paintWord(painter, option, right, tr("Switching…"), "wait"_L1, colours.secondary);
    else if (index.data(PortalModel::CurrentRole).toBool())
        right = paintWord(painter, option, right, tr("Current"), "check"_L1, colours.accent);
    return right;
}

void PortalDelegate::paintTexts(
    QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index, int right)
{
    const auto colours = tokens(option.palette);
    const bool unread = index.data(PortalModel::CounterRole).toInt() > 0;
    const auto nameFont = textFont(unread ? TextRole::Strong : TextRole::Body, option.font);
    const auto addressFont = textFont(TextRole::Caption, option.font);
    const QFontMetrics nameSize(nameFont);
    const QFontMetrics addressSize(addressFont);
    const int left = option.rect.left() + leading + logo + measure::between;
    const int top = option.rect.top() + (option.rect.height() - nameSize.height() - addressSize.height()) / 2;
    painter.setFont(nameFont);
    painter.setPen(colours.text);
    painter.drawText(
        left, top + nameSize.ascent(),
        nameSize.elidedText(index.data(PortalModel::TitleRole).toString(), Qt::ElideRight, right - left));
    painter.setFont(addressFont);
    painter.setPen(colours.secondary);
    painter.drawText(
        left, top + nameSize.height() + addressSize.ascent(),
        addressSize.elidedText(index.data(PortalModel::AddressRole).toString(), Qt::ElideMiddle, right - left));
}

} // namespace passport
