// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/elidedlabel.h"

#include <QHelpEvent>
#include <QPainter>
#include <QStyle>
#include <QToolTip>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace passport {

namespace {

constexpr int leastLetters = 4; // of the widest kind; fewer tell nothing

} // namespace

ElidedLabel::ElidedLabel(TextRole role, Tone tone, QWidget *parent)
    : Label(role, tone, parent)
{
}

QSize ElidedLabel::minimumSizeHint() const
{
    const QSize whole = sizeHint();
    return {std::min(whole.width(), leastLetters * fontMetrics().maxWidth() / 2), whole.height()};
}

QString ElidedLabel::shownText() const
{
    return fontMetrics().elidedText(text(), Qt::ElideRight, contentsRect().width());
}

bool ElidedLabel::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip || shownText() == text())
        return Label::event(event);
    // A tip knows markup, and a name is none (SR-9).
    QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(), u"<p>%1</p>"_s.arg(text().toHtmlEscaped()), this);
    return true;
}

void ElidedLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const auto flags = QStyle::visualAlignment(layoutDirection(), alignment());
    style()->drawItemText(
        &painter, contentsRect(), static_cast<int>(flags), palette(), isEnabled(), shownText(), foregroundRole());
}

} // namespace passport
