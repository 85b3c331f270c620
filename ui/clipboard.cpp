// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/clipboard.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace passport {

namespace {

constexpr auto watchName = "copiedSecret"_L1;
constexpr auto hint = "x-kde-passwordManagerHint"_L1; // what the histories of desktops look for

} // namespace

void copySecret(const QString &text, std::chrono::milliseconds kept)
{
    auto *mime = new QMimeData; // the clipboard takes it over
    mime->setText(text);
    mime->setData(hint, "secret");
    QGuiApplication::clipboard()->setMimeData(mime);

    delete qApp->findChild<QTimer *>(watchName); // of the secret before
    auto *watch = new QTimer(qApp);
    watch->setObjectName(watchName);
    watch->setSingleShot(true);
    const auto forget = [watch, text] {
        if (QGuiApplication::clipboard()->text() == text)
            QGuiApplication::clipboard()->clear();
        watch->deleteLater();
    };
    QObject::connect(watch, &QTimer::timeout, watch, forget);
    QObject::connect(qApp, &QCoreApplication::aboutToQuit, watch, forget);
    watch->start(kept);
}

} // namespace passport
