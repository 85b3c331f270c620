// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/portals/portaldelegate.h"

#include "client/portalmodel.h"
#include "protocol/initials.h"
#include "ui/badge.h"
#include "ui/icons.h"
#include "ui/portals/portalview.h"
#include "ui/portals/portalwords.h"
#include "ui/style.h"
#include "ui/widgets/avatar.h"

#include <QPainter>
#include <QPainterPath>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace passport {

namespace {

constexpr int logo = 32;
constexpr int leading = 20; ///< Of the picture in the row.
constexpr int counterColumn = 48;
constexpr int groupHeight = 40;
constexpr int narrow = 620; ///< Below, the role gives its room to the name.

/// "Компания «Ромашка»" → "Р": people look for the name inside the quotes.
QString portalInitial(const QString &title)
{
    const auto inside = initialOf(title.mid(title.indexOf(u'«') + 1));
    return inside.isEmpty() ? initialOf(title) : inside;
}

void paintLogo(QPainter &painter, const QRect &rect, const QImage &image)
{
    painter.save();
    QPainterPath shape;
    shape.addRoundedRect(rect, measure::controlRadius, measure::controlRadius);
    painter.setClipPath(shape);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(rect, image);
    painter.restore();
}

/// Whether the keyboard is at that part of the row.
bool isAt(const QStyleOptionViewItem &option, RowPart part)
{
    const auto *view = qobject_cast<const PortalView *>(option.widget);
    const RowPart now = view != nullptr ? view->part() : RowPart::Row;
    return now == part && option.state.testFlag(QStyle::State_HasFocus)
        && option.state.testFlag(QStyle::State_KeyboardFocusChange);
}

/// The ring around a button that has the keyboard.
void paintRing(QPainter &painter, const QStyleOptionViewItem &option, const QRect &button)
{
    constexpr int outside = measure::focusLine + 1;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(tokens(option.palette).accent, measure::focusLine));
    painter.drawRoundedRect(
        QRectF(button).adjusted(-outside, -outside, outside, outside), measure::controlRadius + outside,
        measure::controlRadius + outside);
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
    const bool filled = option.state & (QStyle::State_Selected | QStyle::State_MouseOver);
    const auto colours = tokens(option.palette);
    painter.setPen(filled ? colours.controlLine : colours.line); // the thin line is lost on a coloured row
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2);
    return static_cast<int>(pill.left()) - measure::step;
}

} // namespace

QSize PortalDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    if (!m_heights.isValid() || m_measured != option.font) {
        m_measured = option.font;
        const int name = QFontMetrics(textFont(TextRole::Strong, option.font)).height();
        const int address = QFontMetrics(textFont(TextRole::Caption, option.font)).height();
        m_heights
            = {std::max(groupHeight, address + 2 * measure::step),
               std::max(measure::row, name + address + 2 * measure::step)};
    }
    return {0, index.data(PortalModel::HeadsGroupRole).toBool() ? m_heights.width() : m_heights.height()};
}

QRect PortalDelegate::menuButton(const QRect &row)
{
    return {
        row.right() - measure::control - measure::step, row.center().y() - measure::menuRow / 2, measure::control,
        measure::menuRow};
}

PortalDelegate::Answers PortalDelegate::answers(const QRect &row, const QFont &font)
{
    const QFontMetrics size(textFont(TextRole::Strong, font));
    const auto button = [&](const QString &words, int right) {
        const int width = size.horizontalAdvance(words) + 2 * measure::between;
        const int height = std::max(measure::compact, size.height() + measure::step);
        return QRect(right - width, row.center().y() - height / 2 + 1, width, height);
    };
    const QRect decline = button(PortalWords::decline(), menuButton(row).left() - measure::step);
    return {button(PortalWords::accept(), decline.left() - measure::step), decline};
}

/// Answers where the room for the other marks ends.
int PortalDelegate::paintAnswers(QPainter &painter, const QStyleOptionViewItem &option)
{
    const auto colours = tokens(option.palette);
    const auto buttons = answers(option.rect, option.font);
    painter.setFont(textFont(TextRole::Strong, option.font));
    const auto paintButton = [&](const QRect &button, const QString &words, bool primary) {
        painter.setPen(primary ? QPen(Qt::NoPen) : QPen(colours.controlLine));
        painter.setBrush(primary ? colours.accent : colours.surface);
        painter.drawRoundedRect(
            QRectF(button).adjusted(0.5, 0.5, -0.5, -0.5), measure::controlRadius, measure::controlRadius);
        painter.setPen(primary ? colours.onAccent : colours.text);
        painter.drawText(button, Qt::AlignCenter, words);
    };
    paintButton(buttons.accept, PortalWords::accept(), true);
    paintButton(buttons.decline, PortalWords::decline(), false);
    if (isAt(option, RowPart::Accept))
        paintRing(painter, option, buttons.accept);
    else if (isAt(option, RowPart::Decline))
        paintRing(painter, option, buttons.decline);
    return buttons.accept.left() - measure::step;
}

void PortalDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (index.data(PortalModel::HeadsGroupRole).toBool()) {
        paintGroup(*painter, option, index);
        painter->restore();
        return;
    }
    paintRow(*painter, option, index.data(PortalModel::CurrentRole).toBool());
    const QRect picture(option.rect.left() + leading, option.rect.center().y() - logo / 2, logo, logo);
    painter->setFont(option.font);
    if (const auto image = index.data(PortalModel::LogoRole).value<QImage>(); !image.isNull())
        paintLogo(*painter, picture, image);
    else
        paintMonogram(
            *painter, picture, portalInitial(index.data(PortalModel::TitleRole).toString()),
            index.data(PortalModel::MemberIdRole).toString(), MonogramShape::Square);
    paintMenuButton(*painter, option);
    paintHandle(*painter, option, index);
    paintTexts(*painter, option, index, paintMarks(*painter, option, index));
    painter->restore();
}

void PortalDelegate::paintGroup(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const auto colours = tokens(option.palette);
    const auto group = static_cast<Arrangement::Group>(index.data(PortalModel::GroupRole).toInt());
    auto text = PortalWords::group(group);
    int left = option.rect.left() + leading;
    if (index.flags().testFlag(Qt::ItemIsEnabled)) {
        paintRow(painter, option, false);
        const QRect mark(
            left - measure::half, option.rect.center().y() - measure::smallIcon / 2 + 1, measure::smallIcon,
            measure::smallIcon);
        const bool folded = index.data(PortalModel::FoldedRole).toBool();
        paintIcon(painter, mark, folded ? "right"_L1 : "down"_L1, colours.secondary);
        left += measure::smallIcon;
        text += u" (%1)"_s.arg(QLocale().toString(index.data(PortalModel::GroupSizeRole).toInt()));
    }
    QFont font = textFont(TextRole::Caption, option.font);
    font.setWeight(QFont::DemiBold);
    painter.setFont(font);
    painter.setPen(colours.secondary);
    painter.drawText(option.rect.adjusted(left - option.rect.left(), 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, text);
}

void PortalDelegate::paintHandle(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const bool movable = index.data(PortalModel::GroupSizeRole).toInt() > 1;
    if (!movable || !option.state.testFlag(QStyle::State_MouseOver))
        return;
    const QRect handle(
        option.rect.left() + 2, option.rect.center().y() - measure::smallIcon / 2 + 1, measure::smallIcon,
        measure::smallIcon);
    paintIcon(painter, handle, "drag"_L1, tokens(option.palette).secondary);
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
    if (isAt(option, RowPart::Row)) {
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
    if (isAt(option, RowPart::Menu))
        paintRing(painter, option, button.adjusted(2, 2, -2, -2));
}

/// Answers where the room for the other marks ends.
int PortalDelegate::paintCounter(
    QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index, int right)
{
    const int unread = index.data(PortalModel::CounterRole).toInt();
    const bool disconnected = index.data(PortalModel::GroupRole).toInt() == int(Arrangement::Group::Disconnected);
    const bool muted = index.data(PortalModel::MutedRole).toBool();
    const QPoint middle(right, option.rect.center().y());
    if (unread > 0 && !disconnected)
        paintBadge(painter, middle, unread, option, muted ? BadgeLook::Quiet : BadgeLook::Loud);
    right -= counterColumn;
    if (!muted || disconnected)
        return right;
    const QRect mark(
        right - measure::smallIcon, middle.y() - measure::smallIcon / 2 + 1, measure::smallIcon, measure::smallIcon);
    paintIcon(painter, mark, "bell-off"_L1, tokens(option.palette).secondary);
    return mark.left() - measure::step;
}

int PortalDelegate::paintMarks(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const auto colours = tokens(option.palette);
    const bool invited = index.data(PortalModel::StateRole).toInt() == int(Portal::State::Invited);
    int right = invited ? paintAnswers(painter, option)
                        : paintCounter(painter, option, index, menuButton(option.rect).left() - measure::step);
    const auto role = PortalWords::role(static_cast<Portal::Role>(index.data(PortalModel::PortalRoleRole).toInt()));
    if (!role.isEmpty() && !invited && option.rect.width() >= narrow)
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
    const bool quiet = index.data(PortalModel::GroupRole).toInt() == int(Arrangement::Group::Disconnected)
        || index.data(PortalModel::MutedRole).toBool();
    const bool unread = !quiet && index.data(PortalModel::CounterRole).toInt() > 0;
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
    const auto deletesOn = index.data(PortalModel::DeletesOnRole).toDateTime();
    painter.setPen(deletesOn.isValid() ? colours.warning : colours.secondary);
    const auto second
        = deletesOn.isValid() ? PortalWords::deletion(deletesOn) : index.data(PortalModel::AddressRole).toString();
    painter.drawText(
        left, top + nameSize.height() + addressSize.ascent(),
        addressSize.elidedText(second, Qt::ElideMiddle, right - left));
}

} // namespace passport
