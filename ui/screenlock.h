// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

namespace passport {

/// Whether the desktop says that its screen is locked (org.freedesktop.ScreenSaver, org.gnome.ScreenSaver): what is not
/// for passers-by is hidden then (SR-20). Without such a service, or without a bus, it is never locked.
class ScreenLock : public QObject {
    Q_OBJECT
public:
    explicit ScreenLock(QObject *parent = nullptr);

Q_SIGNALS:
    void changed(bool locked);
};

} // namespace passport
