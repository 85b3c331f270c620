// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/fittingdialog.h"

#include <QEvent>
#include <QLayout>
#include <QScreen>
#include <algorithm>

namespace passport {

namespace {

constexpr int dialogWidth = 456;

} // namespace

FittingDialog::FittingDialog(QWidget *parent)
    : QDialog(parent)
{
    setFixedWidth(dialogWidth);
}

bool FittingDialog::event(QEvent *event)
{
    const bool handled = QDialog::event(event);
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Polish)
        fit();
    return handled;
}

/// The hint of a layout counts a sentence as if it had the width it likes best; only its height for this width counts
/// every line.
void FittingDialog::fit()
{
    if (!layout())
        return;
    const int needed = layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(dialogWidth)
                                                     : layout()->totalSizeHint().height();
    const QRect room = screen()->availableGeometry();
    setFixedHeight(std::min(needed, room.height()));
    if (isVisible() && geometry().bottom() > room.bottom())
        move(x(), std::max(room.top(), y() - (geometry().bottom() - room.bottom())));
}

} // namespace passport
