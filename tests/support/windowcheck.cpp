// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "support/windowcheck.h"

#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QFocusFrame>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QPixmap>
#include <QTest>
#include <QWidget>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace passport::windowcheck {

namespace {

QString nameOf(const QWidget &widget)
{
    return u"%1 “%2”"_s.arg(QLatin1StringView(widget.metaObject()->className()), widget.objectName());
}

bool isControl(const QWidget &widget)
{
    return qobject_cast<const QAbstractButton *>(&widget) != nullptr
        || qobject_cast<const QLineEdit *>(&widget) != nullptr;
}

bool isCut(const QLabel &label)
{
    if (label.text().isEmpty())
        return false;
    if (label.wordWrap())
        return label.heightForWidth(label.width()) > label.height();
    return label.sizeHint().width() > label.width() || label.sizeHint().height() > label.height();
}

bool isCut(const QAbstractButton &button)
{
    return !button.text().isEmpty()
        && (button.sizeHint().width() > button.width() || button.fontMetrics().height() > button.height());
}

/// Fields and the view of a photo draw it themselves, everything else has the ring around it.
bool showsFocus(const QWidget &widget)
{
    if (qobject_cast<const QLineEdit *>(&widget) != nullptr
        || qobject_cast<const QAbstractSpinBox *>(&widget) != nullptr || widget.inherits("passport::CropView"))
        return true;
    const auto frames = widget.window()->findChildren<QFocusFrame *>();
    return std::ranges::any_of(
        frames, [&widget](const QFocusFrame *frame) { return frame->widget() == &widget && frame->isVisible(); });
}

} // namespace

QStringList visibleTexts(const QWidget &window)
{
    QStringList texts;
    for (const QWidget *widget : window.findChildren<QWidget *>()) {
        if (!widget->isVisible())
            continue;
        if (const auto *label = qobject_cast<const QLabel *>(widget))
            texts << label->text();
        else if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
            texts << button->text();
    }
    texts.removeAll(QString());
    return texts;
}

QStringList problems(const QWidget &window)
{
    QStringList found;
    for (QWidget *widget : window.findChildren<QWidget *>()) {
        if (!widget->isVisible())
            continue;
        const auto *label = qobject_cast<const QLabel *>(widget);
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        if ((label != nullptr && isCut(*label)) || (button != nullptr && isCut(*button)))
            found << nameOf(*widget) + u" is cut: "_s + (label != nullptr ? label->text() : button->text());
        if (!isControl(*widget))
            continue;
        const auto *interface = QAccessible::queryAccessibleInterface(widget);
        if (interface == nullptr || interface->text(QAccessible::Name).isEmpty())
            found << nameOf(*widget) + u" has no name for screen readers"_s;
        if (widget->objectName().isEmpty())
            found << nameOf(*widget) + u" has no object name"_s;
    }
    const QStringList texts = visibleTexts(window);
    if (texts.isEmpty())
        found << u"there is nothing to read"_s;
    for (const QString &text : texts) {
        if (text.contains(u"%1"_s) || text.contains(u"%n"_s) || text.contains(u"%2"_s))
            found << u"not filled in: "_s + text;
    }
    return found;
}

QStringList focusOrder(QWidget &window)
{
    QStringList order;
    for (const QWidget *widget = window.nextInFocusChain(); widget != &window; widget = widget->nextInFocusChain()) {
        const bool reachable
            = widget->isVisible() && widget->isEnabled() && (widget->focusPolicy() & Qt::TabFocus) != 0;
        if (reachable && !widget->focusProxy())
            order << widget->objectName();
    }
    return order;
}

QStringList walk(const QWidget &window)
{
    constexpr int many = 30;
    const QWidget *first = window.focusWidget();
    QStringList names;
    for (QWidget *stop = window.focusWidget(); stop && names.size() < many; stop = window.focusWidget()) {
        if (!names.isEmpty() && stop == first)
            break;
        names.append(showsFocus(*stop) ? stop->objectName() : stop->objectName() + u'?');
        QTest::keyClick(stop, Qt::Key_Tab);
    }
    return names;
}

QImage shot(QWidget &window, qreal ratio)
{
    QPixmap picture((QSizeF(window.size()) * ratio).toSize());
    picture.setDevicePixelRatio(ratio);
    picture.fill(window.palette().color(QPalette::Window));
    window.render(&picture);
    return picture.toImage();
}

} // namespace passport::windowcheck
