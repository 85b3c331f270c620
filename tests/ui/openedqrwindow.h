// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "support/examplestates.h"
#include "ui/qrlogin/qrloginwindow.h"

namespace passport {

/// The example of that name; the test ends if there is none.
inline qrlogin::State exampleOf(const QString &name)
{
    for (const auto &example : examples::qrLoginStates()) {
        if (example.name == name)
            return example.state;
    }
    qFatal("no example %s", qPrintable(name));
}

/// A QR window as a person meets it, in front and in one of the example states.
struct OpenedQrWindow {
    explicit OpenedQrWindow(const QString &example = QStringLiteral("ready"))
    {
        window.show();
        window.activateWindow();
        window.render(exampleOf(example));
    }

    template <typename Widget> Widget *find(const char16_t *name)
    {
        return window.findChild<Widget *>(QString::fromUtf16(name));
    }

    QrLoginWindow window;
};

} // namespace passport
