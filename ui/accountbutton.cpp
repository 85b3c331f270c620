// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/accountbutton.h"

#include "ui/icons.h"
#include "ui/style.h"
#include "ui/widgets/avatar.h"

#include <QEvent>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace passport {

namespace {

constexpr int pictureSize = 36;

} // namespace

AccountButton::AccountButton(QWidget *parent)
    : QToolButton(parent)
    , m_signOut(m_menu.addAction(lineIcon("out"_L1), {}))
    , m_delete(m_menu.addAction(lineIcon("trash"_L1), {}))
{
    setObjectName("account"_L1);
    setPopupMode(QToolButton::InstantPopup);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_menu.setObjectName("accountMenu"_L1);
    m_signOut->setObjectName("signOut"_L1);
    m_delete->setObjectName("deleteFromMenu"_L1);
    markDangerous(*m_delete);
    m_menu.insertSeparator(m_delete);
    setMenu(&m_menu);
    connect(m_delete, &QAction::triggered, this, &AccountButton::deletionRequested);
    connect(m_signOut, &QAction::triggered, this, &AccountButton::signOutRequested);
    retranslate();
}

void AccountButton::setPerson(const Person &person)
{
    m_person = person;
    retranslate();
    update();
}

void AccountButton::setCompact(bool compact)
{
    m_compact = compact;
    retranslate();
    updateGeometry();
    update();
}

QSize AccountButton::sizeHint() const
{
    return {m_compact ? pictureSize + 2 * measure::step : 0, measure::row};
}

void AccountButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const auto colours = tokens(palette());
    if (underMouse() || isDown()) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(colours.hover);
        painter.drawRoundedRect(rect(), measure::controlRadius, measure::controlRadius);
    }
    const QRect picture(measure::step, (height() - pictureSize) / 2, pictureSize, pictureSize);
    const auto strong = textFont(TextRole::Strong, font());
    painter.setFont(font());
    if (m_person.photo.isNull())
        paintMonogram(painter, picture, m_person.initials, m_person.name, MonogramShape::Disc);
    else
        paintPhoto(painter, picture, m_person.photo);
    if (m_compact)
        return;
    const int left = picture.right() + measure::between;
    const QRect mark(
        width() - measure::step - measure::smallIcon, (height() - measure::smallIcon) / 2, measure::smallIcon,
        measure::smallIcon);
    paintIcon(painter, mark, "updown"_L1, colours.secondary);
    const int room = mark.left() - measure::half - left;
    const auto caption = textFont(TextRole::Caption, font());
    const QFontMetrics strongSize(strong);
    const QFontMetrics captionSize(caption);
    const int top = (height() - strongSize.height() - captionSize.height()) / 2;
    painter.setFont(strong);
    painter.setPen(colours.text);
    painter.drawText(left, top + strongSize.ascent(), strongSize.elidedText(m_person.name, Qt::ElideRight, room));
    const QString &under = m_person.login.isEmpty() ? m_person.server : m_person.login;
    painter.setFont(caption);
    painter.setPen(colours.secondary);
    painter.drawText(
        left, top + strongSize.height() + captionSize.ascent(), captionSize.elidedText(under, Qt::ElideRight, room));
}

void AccountButton::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QToolButton::changeEvent(event);
}

void AccountButton::retranslate()
{
    m_signOut->setText(tr("Sign out on this computer"));
    m_delete->setText(tr("Delete the Passport…"));
    setAccessibleName(m_person.name.isEmpty() ? tr("Passport") : tr("Passport of %1").arg(m_person.name));
    setAccessibleDescription(
        m_person.login.isEmpty() ? m_person.server : tr("%1 at %2").arg(m_person.login, m_person.server));
    const QString name = m_compact ? accessibleName() + u'\n' : QString();
    setToolTip(
        (name + accessibleDescription()).toHtmlEscaped().replace(u'\n', "<br>"_L1)); // a name is no markup (SR-9)
}

} // namespace passport
