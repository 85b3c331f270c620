// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/clipboard.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QTimer>

namespace passport {

namespace {

constexpr std::chrono::seconds kept(30);

} // namespace

void copySecret(const QString &text)
{
    QGuiApplication::clipboard()->setText(text);
    QTimer::singleShot(kept, qApp, [text] {
        if (QGuiApplication::clipboard()->text() == text)
            QGuiApplication::clipboard()->clear();
    });
}

} // namespace passport
