// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/focusring.h"

#include "ui/style.h"
#include "ui/widgets/codeboxes.h"

#include <QAbstractButton>
#include <QApplication>
#include <QLabel>
#include <QScrollArea>
#include <QSlider>
#include <QWidget>

namespace passport {

FocusRing::FocusRing(QObject *parent)
    : QObject(parent)
{
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) { follow(now); });
}

FocusRing::~FocusRing()
{
    delete m_frame;
}

void FocusRing::follow(QWidget *focused)
{
    // The cells of a code mark the one that is next, wrong or not.
    const bool wrongField = hasFieldError(focused) && qobject_cast<CodeBoxes *>(focused) == nullptr;
    const bool wanted = qobject_cast<QAbstractButton *>(focused) != nullptr
        || qobject_cast<QLabel *>(focused) != nullptr || qobject_cast<QSlider *>(focused) != nullptr
        || qobject_cast<QScrollArea *>(focused) != nullptr || wrongField;
    if (!wanted) {
        if (m_frame != nullptr)
            m_frame->setWidget(nullptr);
        return;
    }
    if (m_frame == nullptr)
        m_frame = new QFocusFrame(focused->parentWidget());
    m_frame->setWidget(focused);
}

} // namespace passport
