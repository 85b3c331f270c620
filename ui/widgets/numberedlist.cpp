// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/numberedlist.h"

#include "ui/widgets/label.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace passport {

namespace {

constexpr int discSide = 20;
constexpr int rowHeight = 24;

/// A number on its disc.
class NumberDisc : public QWidget {
public:
    explicit NumberDisc(int number)
        : m_number(number)
    {
        setFixedSize(discSide, discSide);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Tokens t = tokens(palette());
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(t.accentSoft);
        painter.drawEllipse(rect());
        painter.setPen(t.accent);
        QFont digits = font();
        digits.setPixelSize(12);
        digits.setWeight(QFont::DemiBold);
        painter.setFont(digits);
        painter.drawText(rect(), Qt::AlignCenter, QString::number(m_number));
    }

private:
    int m_number;
};

} // namespace

NumberedList::NumberedList(QWidget *parent)
    : QWidget(parent)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
}

void NumberedList::setSteps(const QStringList &steps)
{
    if (m_steps == steps)
        return;
    m_steps = steps;
    while (QLayoutItem *item = layout()->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (int i = 0; i < steps.size(); ++i) {
        auto *row = new QWidget;
        auto *line = new QHBoxLayout(row);
        line->setContentsMargins({});
        line->setSpacing(measure::step);
        Label *words = wrappedLabel(TextRole::Body);
        words->setText(steps.at(i));
        words->setMinimumHeight(rowHeight);
        line->addWidget(new NumberDisc(i + 1));
        line->addWidget(words, 1);
        layout()->addWidget(row);
    }
}

} // namespace passport
