// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "journeys/backendprocess.h"
#include "shots.h"
#include "support/signedin.h"
#include "ui/mainwindow.h"
#include "ui/navigation.h"
#include "ui/tray/traywatch.h"

#include <QLineEdit>
#include <QTest>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace passport {

namespace {

constexpr int morePortals = 5; // one search field and one counter more
constexpr int patience = 20000; // ms

template <typename Condition> void await(const char *what, Condition condition)
{
    if (!QTest::qWaitFor(condition, patience))
        qFatal("no picture of the main window: %s", what);
}

/// Somebody who is signed in to a real server, and windows over his machines.
class Scene {
public:
    /// With the program's own waits, so that an outage is seen as a person sees it.
    Scene(const BackendProcess &backend, QLatin1StringView who)
        : m_person(backend.url(), PassportClient::Timing{})
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
            client().settings(), m_tray});
        if (!search.isEmpty())
            window->findChild<QLineEdit *>(u"portalSearch"_s)->setText(search);
        return window;
    }

private:
    SignedIn m_person;
    TrayWatch m_tray;
};

/// One server that works and one that is gone, and who looks at them.
struct Stage {
    BackendProcess working{morePortals};
    BackendProcess dying;
    std::unique_ptr<Scene> anna, gleb, waiting, offline, failed;

    Stage()
    {
        await("a server does not start", [this] { return working.isReady(); });
        await("a server does not start", [this] { return dying.isReady(); });
        anna = std::make_unique<Scene>(working, "anna"_L1);
        gleb = std::make_unique<Scene>(working, "gleb"_L1);
        waiting = std::make_unique<Scene>(working, "anna"_L1);
        offline = std::make_unique<Scene>(dying, "anna"_L1);
        failed = std::make_unique<Scene>(dying, "anna"_L1);
        enterOwn(*anna);
        enterOwn(*offline);
        waiting->client().portals().clear(); // and asks for nothing
        cut();
    }

private:
    static void enterOwn(Scene &scene)
    {
        auto &portals = scene.client().portals();
        const auto list = portals.list();
        const auto own = std::ranges::find(list->items, Portal::Role::Admin, &Portal::role)->memberId;
        portals.switchTo(own);
        await("no portal is entered", [&] { return portals.current() == own; });
        await("no counters", [&] { return scene.client().counters().total() > 0; });
    }

    void cut()
    {
        dying.kill();
        for (auto *scene : {offline.get(), failed.get()})
            await("no outage", [&] { return std::holds_alternative<push::Waiting>(scene->client().push().state()); });
        auto &portals = failed->client().portals();
        portals.clear();
        portals.refresh();
        await("the list does not fail", [&] { return std::holds_alternative<portals::Failed>(portals.state()); });
    }
};

} // namespace

std::vector<Shot> mainShots()
{
    const auto stage = std::make_shared<Stage>(); // as long as somebody can take a picture
    return {
        {u"05_portals"_s, [stage] { return stage->anna->window(); }},
        {u"05_portals_small"_s,
         [stage] {
             auto window = stage->anna->window();
             window->resize(window->minimumSize());
             return window;
         }},
        {u"05_portals_found"_s, [stage] { return stage->anna->window(u"рома"_s); }},
        {u"05_portals_nothing_found"_s, [stage] { return stage->anna->window(u"qqq"_s); }},
        {u"05_portals_empty"_s, [stage] { return stage->gleb->window(); }},
        {u"05_portals_loading"_s, [stage] { return stage->waiting->window(); }},
        {u"05_portals_failed"_s, [stage] { return stage->failed->window(); }},
        {u"05_portals_offline"_s, [stage] { return stage->offline->window(); }},
        {u"06_settings"_s,
         [stage] {
             auto window = stage->anna->window();
             window->showPage(Page::Settings);
             window->findChild<QWidget *>(u"language"_s)->setFocus(); // as coming from the list
             return window;
         }},
    };
}

} // namespace passport
