// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/resendlink.h"

#include "ui/errortext.h"
#include "ui/statetext.h"
#include "ui/widgets/accessibility.h"

#include <QEvent>
#include <utility>

using namespace std::chrono_literals;

namespace passport {

ResendLink::ResendLink(const QString &objectName, QWidget *parent)
    : LinkButton(objectName, parent)
{
    m_seconds.setInterval(1s);
    connect(&m_seconds, &QTimer::timeout, this, &ResendLink::renderTime);
    renderTime();
}

void ResendLink::render(QDeadlineTimer at, bool idle)
{
    m_at = at;
    m_idle = idle;
    renderTime();
}

void ResendLink::renderTime()
{
    const auto left = secondsLeft(m_at);
    const bool counts = left > 0s;
    setText(counts ? tr("Send again in %1").arg(shownTime(left)) : tr("Send again"));
    setEnabled(!counts && m_idle);
    if (std::exchange(m_counts, counts) == counts)
        return;
    if (counts)
        m_seconds.start();
    else
        m_seconds.stop();
    if (isVisible())
        announce(*this, text());
}

void ResendLink::changeEvent(QEvent *event)
{
    LinkButton::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        renderTime();
}

} // namespace passport
