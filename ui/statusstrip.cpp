// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/statusstrip.h"

#include "client/pushconnection.h"
#include "client/session.h"
#include "ui/errortext.h"

#include <QEvent>
#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace passport {

namespace {

std::chrono::seconds left(const QDeadlineTimer &deadline)
{
    return std::chrono::ceil<std::chrono::seconds>(std::max(deadline.remainingTimeAsDuration(), 0ns));
}

} // namespace

StatusStrip::StatusStrip(PushConnection &push, Session &session, const QString &host, QWidget *parent)
    : MessageStrip(parent)
    , m_push(push)
    , m_session(session)
    , m_host(host)
{
    setObjectName("statusStrip"_L1);
    m_second.setInterval(1s);
    connect(&m_second, &QTimer::timeout, this, &StatusStrip::render);
    connect(&m_push, &PushConnection::stateChanged, this, &StatusStrip::render);
    connect(&m_session, &Session::stateChanged, this, [this] {
        m_keepingSeen = false;
        render();
    });
    connect(this, &MessageStrip::firstPressed, this, [this] {
        if (!renderConnection()) {
            m_keepingSeen = true;
            render();
        } else {
            m_push.retryNow();
            Q_EMIT retryRequested();
        }
    });
    render();
}

void StatusStrip::setHost(const QString &host)
{
    m_host = host;
    render();
}

void StatusStrip::render()
{
    const bool something = renderConnection() || renderKeeping();
    setVisible(something);
    const bool counting = std::holds_alternative<push::Waiting>(m_push.state()) && isVisible();
    if (counting != m_second.isActive())
        counting ? m_second.start() : m_second.stop();
}

bool StatusStrip::renderConnection()
{
    if (const auto *waiting = std::get_if<push::Waiting>(&m_push.state())) {
        m_trouble = waiting->why;
        setMessage(
            Tone::Warning,
            tr("%1. Trying again in %2").arg(outageTitle(m_trouble, m_host), shownDuration(left(waiting->next))),
            tr("Try now"));
        return true;
    }
    const auto *connecting = std::get_if<push::Connecting>(&m_push.state());
    if (connecting && connecting->attempt > 0) {
        setMessage(Tone::Warning, tr("%1. Trying again…").arg(outageTitle(m_trouble, m_host)));
        return true;
    }
    const auto *online = std::get_if<push::Online>(&m_push.state());
    if (online && online->limited) {
        setMessage(Tone::Accent, tr("Limited connection: checking less often"));
        return true;
    }
    return false;
}

bool StatusStrip::renderKeeping()
{
    const auto *signedIn = std::get_if<session::SignedIn>(&m_session.state());
    if (!signedIn || !signedIn->keepError || m_keepingSeen)
        return false;
    setMessage(
        Tone::Warning, tr("You are signed in until the program ends. %1").arg(errorText(*signedIn->keepError)),
        tr("Close"));
    return true;
}

void StatusStrip::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        render();
    MessageStrip::changeEvent(event);
}

void StatusStrip::showEvent(QShowEvent *event)
{
    MessageStrip::showEvent(event);
    render();
}

} // namespace passport
