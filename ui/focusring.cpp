// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/focusring.h"

#include "ui/style.h"

#include <QAbstractButton>
#include <QApplication>
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
    const bool wanted
        = focused != nullptr && (qobject_cast<QAbstractButton *>(focused) != nullptr || hasFieldError(focused));
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
