// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/account.h"
#include "support/signedin.h"
#include "ui/mainwindow.h"
#include "ui/tray/traywatch.h"

#include <QLineEdit>
#include <QTest>

namespace passport {

inline constexpr int patience = 120000; // ms; passwords are hashed at the lowest priority, and the machine may be busy

template <typename Condition> void await(const char *what, Condition condition)
{
    if (!QTest::qWaitFor(condition, patience))
        qFatal("no picture: %s", what);
}

/// Somebody who is signed in to a real server, and windows over his machines.
class Scene {
public:
    /// With the program's own waits, so that an outage is seen as a person sees it.
    Scene(const QUrl &server, QLatin1StringView who)
        : m_person(server, waits())
    {
        m_person.signIn(who);
        await("nobody is signed in", [this] { return client().portals().list() && client().push().isOnline(); });
    }

    [[nodiscard]] PassportClient &client() { return m_person.client(); }

    [[nodiscard]] std::unique_ptr<MainWindow> window(const QString &search = {})
    {
        client().portalModel().setQuery({}); // of the window before
        auto window = std::make_unique<MainWindow>(MainWindow::Parts{
            client().session(), client().portals(), client().portalModel(), client().counters(), client().push(),
            client().settings(), client().account(), m_tray});
        if (!search.isEmpty())
            window->findChild<QLineEdit *>(QStringLiteral("portalSearch"))->setText(search);
        return window;
    }

private:
    static PassportClient::Timing waits()
    {
        PassportClient::Timing timing;
        timing.api.transfer = std::chrono::milliseconds(patience);
        return timing;
    }

    SignedIn m_person;
    TrayWatch m_tray;
};

} // namespace passport
