// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/sidebar.h"

#include "client/portals.h"
#include "client/pushconnection.h"
#include "ui/errortext.h"
#include "ui/style.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/iconlabel.h"
#include "ui/widgets/label.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLocale>
#include <QPainter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace passport {

namespace {

constexpr int wide = 240;
constexpr int slim = 64;

} // namespace

Sidebar::Sidebar(PushConnection &push, Portals &portals, QWidget *parent)
    : QWidget(parent)
    , m_push(push)
    , m_portals(portals)
    , m_account(new AccountButton)
    , m_navigation(new Navigation)
    , m_mark(new IconLabel("online"_L1, Tone::Success, measure::smallIcon))
    , m_connection(new Label(TextRole::Caption))
    , m_updated(new ElidedLabel(TextRole::Caption, Tone::Secondary))
{
    setObjectName("sidebar"_L1);
    m_connection->setObjectName("connection"_L1);
    m_updated->setObjectName("updated"_L1);
    layOut();
    connect(m_navigation, &Navigation::pageChosen, this, &Sidebar::pageChosen);
    connect(m_account, &AccountButton::signOutRequested, this, &Sidebar::signOutRequested);
    connect(m_account, &AccountButton::deletionRequested, this, &Sidebar::deletionRequested);
    connect(&m_push, &PushConnection::stateChanged, this, &Sidebar::renderConnection);
    connect(&m_push, &PushConnection::stateChanged, this, &Sidebar::renderUpdated);
    connect(&m_portals, &Portals::stateChanged, this, &Sidebar::renderUpdated);
    setCompact(false);
    renderConnection();
    renderUpdated();
}

void Sidebar::layOut()
{
    auto *connection = new QHBoxLayout;
    connection->setContentsMargins(measure::between, measure::step, measure::between, 0);
    connection->setSpacing(measure::step);
    connection->addWidget(m_mark);
    connection->addWidget(m_connection, 1);
    connection->addWidget(m_updated);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(measure::step, measure::step, measure::step + 1, measure::between);
    column->setSpacing(0);
    column->addWidget(m_account);
    column->addSpacing(measure::step);
    column->addWidget(m_navigation);
    column->addStretch();
    column->addLayout(connection);
}

void Sidebar::setCompact(bool compact)
{
    setFixedWidth(compact ? slim : wide);
    m_account->setCompact(compact);
    m_navigation->setCompact(compact);
    m_connection->setHidden(compact);
    m_updated->setHidden(compact);
}

void Sidebar::renderConnection()
{
    const auto *online = std::get_if<push::Online>(&m_push.state());
    const auto *connecting = std::get_if<push::Connecting>(&m_push.state());
    const bool first = std::holds_alternative<push::Stopped>(m_push.state())
        || std::holds_alternative<push::FetchingConfig>(m_push.state()) || (connecting && connecting->attempt == 0);
    const auto tone = online ? Tone::Success : first ? Tone::Secondary : Tone::Warning;
    m_mark->setIcon(online ? "online"_L1 : first ? "wait"_L1 : "offline"_L1, tone);
    const auto *waiting = std::get_if<push::Waiting>(&m_push.state());
    const QString trouble = waiting && !hasNoAnswer(waiting->why) ? tr("Not available") : tr("No connection");
    m_connection->setText(online ? tr("Online") : first ? tr("Connecting…") : trouble);
    m_connection->setTone(tone);
    m_mark->setToolTip(m_connection->text());
}

void Sidebar::renderUpdated()
{
    const QDateTime at = m_portals.readAt();
    const bool isToday = at.date() == QDate::currentDate();
    const QString when
        = isToday ? QLocale().toString(at.time(), QLocale::ShortFormat) : QLocale().toString(at.date(), u"d MMM"_s);
    if (!at.isValid())
        m_updated->clear();
    else if (!m_push.isOnline())
        m_updated->setText(tr("as of %1").arg(when)); // beside the words of an outage, which need more room
    else
        m_updated->setText(isToday ? tr("updated at %1").arg(when) : tr("updated on %1").arg(when));
}

void Sidebar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        renderConnection();
        renderUpdated();
    }
    QWidget::changeEvent(event);
}

void Sidebar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const auto colours = tokens(palette());
    painter.fillRect(rect(), colours.window);
    painter.fillRect(QRect(width() - 1, 0, 1, height()), colours.line);
}

} // namespace passport
