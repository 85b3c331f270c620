// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/accessibility.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QStringList>
#include <QVariant>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace passport {

namespace {

constexpr auto pictureProperty = "passportPicture";

QAccessibleInterface *pictureInterface(const QString &, QObject *object)
{
    auto *widget = qobject_cast<QWidget *>(object);
    if (widget == nullptr || !widget->property(pictureProperty).toBool())
        return nullptr;
    return new QAccessibleWidget(widget, QAccessible::Graphic);
}

} // namespace

void announce(QWidget &widget, const QString &text)
{
    if (text.isEmpty())
        return;
    widget.setAccessibleName(text);
    QAccessibleEvent alert(&widget, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void chainFocus(std::initializer_list<QWidget *> widgets)
{
    QWidget *previous = nullptr;
    for (QWidget *widget : widgets) {
        if (previous != nullptr)
            QWidget::setTabOrder(previous, widget);
        previous = widget;
    }
}

void markAsPicture(QWidget &widget)
{
    widget.setProperty(pictureProperty, true);
    QAccessible::installFactory(&pictureInterface); // Qt keeps one entry, however often it is told
}

QString spelled(const QString &code)
{
    QStringList letters;
    for (const QChar letter : code) {
        if (letter.isLetterOrNumber())
            letters.append(letter);
    }
    return letters.join(u", "_s);
}

} // namespace passport
