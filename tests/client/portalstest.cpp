// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "client/portals.h"
#include "backend/areas.h"
#include "backend/http/faults.h"
#include "backend/portals/portalstore.h"
#include "client/counters.h"
#include "client/pushconnection.h"
#include "client/qrscene.h"
#include "client/settings.h"
#include "client/stepupgate.h"
#include "protocol/errorcodes.h"
#include "protocol/pullapi.h"
#include "support/backendfixture.h"
#include "support/stricttest.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace passport {
namespace {

constexpr UserId anna = 1;

/// Anna, signed in, with her channel open.
struct Scene : Wire {
    explicit Scene(const QUrl &server)
        : Wire(server)
    {
        QObject::connect(&push, &PushConnection::configNeeded, &push, [this] {
            const auto config = ask(api, GetPullConfig{});
            if (config)
                push.renew(*config);
        });
    }
    [[nodiscard]] bool signIn()
    {
        if (!passport::signIn(api, u"anna@example.test"_s, u"anna-demo-Passport"_s))
            return false;
        push.prepare(api.server());
        return QTest::qWaitFor([this] { return push.isOnline(); }, waitLimit);
    }
    /// As the session does: the first page, then the rest.
    [[nodiscard]] bool begin()
    {
        const auto first = ask(api, ListPortals{.query = {}, .limit = ListPortals::maxLimit, .cursor = {}});
        if (first)
            portals.begin(*first);
        return first.has_value();
    }
    [[nodiscard]] const Portal *find(const QString &address) const
    {
        const portals::List list = portals.list();
        for (const Portal &portal : list->items) {
            if (portal.address == address)
                return &portal;
        }
        return nullptr;
    }
    template <typename S> [[nodiscard]] const S *as() const { return std::get_if<S>(&portals.state()); }

    QTemporaryDir folder;
    QSettings store{folder.filePath(u"passport.ini"_s), QSettings::IniFormat};
    Settings settings{store};
    PushConnection push{network, reachability, {}};
    StepUpGate gate{api};
    Portals portals{api, gate, push, settings};
    Counters counters{api, push};
};

void ring(BackendFixture &backend, const QString &command, const QJsonObject &params)
{
    backend.onThread([&] {
        backend.areas().lists.forgetAll();
        backend.areas().hub.publishToUser(anna, {}, {.module = u"passport"_s, .command = command, .params = params});
    });
}

} // namespace

/// The list of portals, the switch and the counters against the real server.
class PortalsTest : public StrictTest {
    Q_OBJECT
private Q_SLOTS:
    void readsEveryPage()
    {
        BackendFixture backend({.morePortals = 997});
        Scene scene(backend.url());
        QVERIFY(scene.signIn());
        QVERIFY(scene.begin());
        QVERIFY(scene.as<portals::Ready>()); // the first page is shown while the others come
        QTRY_COMPARE(scene.portals.list()->items.size(), std::size_t(1000));
        QVERIFY(scene.find(u"romashka"_s));
        QVERIFY(scene.find(u"demo-0997"_s));
        QCOMPARE(scene.portals.list()->total, 1000);
    }

    void switches()
    {
        BackendFixture backend;
        Scene scene(backend.url());
        QVERIFY(scene.signIn());
        QVERIFY(scene.begin());
        QVERIFY(scene.portals.current().isEmpty());
        const PortalId romashka = scene.find(u"romashka"_s)->memberId;
        QSignalSpy entered(&scene.portals, &Portals::entered);
        scene.portals.switchTo(romashka);
        QVERIFY(scene.as<portals::Switching>());
        QVERIFY(scene.portals.current().isEmpty()); // nothing is shown before the server has said so
        QTRY_COMPARE(scene.portals.current(), romashka);
        QVERIFY(scene.as<portals::Ready>());
        QCOMPARE(scene.settings.currentPortal(), romashka);
        QCOMPARE(entered.count(), 1);
        QCOMPARE(entered.at(0).at(0).value<EnteredPortal>().portal.memberId, romashka);
    }

    void staysWhereItWasWhenRefused()
    {
        BackendFixture backend;
        Scene scene(backend.url());
        QVERIFY(scene.signIn());
        QVERIFY(scene.begin());
        const PortalId romashka = scene.find(u"romashka"_s)->memberId;
        scene.portals.switchTo(romashka);
        QTRY_COMPARE(scene.portals.current(), romashka);
        scene.portals.switchTo(scene.find(u"test24"_s)->memberId); // only invited
        QTRY_VERIFY(scene.as<portals::Ready>());
        QCOMPARE(scene.as<portals::Ready>()->error->code, code::notAllowed);
        QCOMPARE(scene.portals.current(), romashka);
        // Always: Qt repeats a call by itself when a kept connection ends without an answer.
        backend.faults().add(
            {.kind = Faults::Kind::DropBefore, .path = "passport.portals.switch", .times = Faults::always});
        scene.portals.switchTo(scene.find(u"sklad"_s)->memberId);
        QTRY_VERIFY(scene.as<portals::Ready>());
        QCOMPARE(scene.as<portals::Ready>()->error->kind, Error::Kind::Offline);
        QCOMPARE(scene.portals.current(), romashka);
        QCOMPARE(scene.settings.currentPortal(), romashka);
    }

    // SR-30
    void opensOneInTheBrowser()
    {
        BackendFixture backend;
        Scene scene(backend.url());
        QVERIFY(scene.signIn());
        QVERIFY(scene.begin());
        QSignalSpy ready(&scene.portals, &Portals::linkReady);
        QSignalSpy failed(&scene.portals, &Portals::linkFailed);
        scene.portals.openInBrowser(scene.find(u"romashka"_s)->memberId);
        QTRY_COMPARE(ready.count(), 1);
        const QUrl url = ready.at(0).at(1).toUrl();
        QCOMPARE(url.path(), u"/p/romashka/enter/"_s);
        QVERIFY(!url.fragment().isEmpty() && !url.hasQuery()); // a fragment reaches no log
        scene.portals.openInBrowser(PortalId(QString(32, u'0')));
        QTRY_COMPARE(failed.count(), 1);
        QCOMPARE(failed.at(0).at(1).value<Error>().code, code::notFound);
    }

    void readsAgainWhenRung()
    {
        BackendFixture backend;
        Scene scene(backend.url());
        QVERIFY(scene.signIn());
        QVERIFY(scene.begin());
        QVERIFY(!scene.find(u"fresh"_s));
        backend.foundation().store->writeNow([&](Db &db) {
            const PortalId fresh = addPortal(db, {.title = u"Новый"_s, .address = u"fresh"_s}, backend.clock().now());
            addMember(db, {.user = anna, .portal = fresh}, backend.clock().now());
        });
        ring(backend, u"portalsChanged"_s, {{"revision"_L1, 2}});
        QTRY_VERIFY(scene.find(u"fresh"_s));
    }

    void keepsTheListWhileOffline()
    {
        BackendFixture backend;
        Scene scene(backend.url());
        QVERIFY(scene.signIn());
        QVERIFY(scene.begin());
        backend.faults().unplug(true);
        scene.portals.refresh();
        QTRY_VERIFY(!scene.push.isOnline());
        QVERIFY(scene.as<portals::Ready>());
        QCOMPARE(scene.portals.list()->items.size(), std::size_t(3));
    }

    void failsWithoutAList()
    {
        BackendFixture backend;
        Scene scene(backend.url());
        backend.faults().add({.kind = Faults::Kind::Fail, .path = "passport.portals.list", .times = Faults::always});
        QVERIFY(scene.signIn()); // and the channel opens, which reads the list
        QTRY_VERIFY(scene.as<portals::Failed>());
        backend.faults().clear();
        scene.portals.refresh();
        QVERIFY(scene.as<portals::Loading>());
        QTRY_VERIFY(scene.as<portals::Ready>());
    }

    void forgetsWhoWasHere()
    {
        BackendFixture backend;
        Scene scene(backend.url());
        QVERIFY(scene.signIn());
        QVERIFY(scene.begin());
        scene.portals.switchTo(scene.find(u"romashka"_s)->memberId);
        scene.portals.clear();
        scene.counters.clear();
        QVERIFY(scene.as<portals::Loading>());
        QVERIFY(!scene.portals.list());
        QCOMPARE(scene.counters.total(), 0);
        QVERIFY(!scene.counters.of(PortalId(u"any"_s)));
    }

    void countsWhatPushSaysAtOnce()
    {
        BackendFixture backend;
        Scene scene(backend.url());
        QVERIFY(scene.signIn());
        QVERIFY(scene.begin());
        const PortalId romashka = scene.find(u"romashka"_s)->memberId;
        QTRY_COMPARE(scene.counters.of(romashka), 12); // read at the connection
        QCOMPARE(scene.counters.total(), 15);
        backend.faults().add({.kind = Faults::Kind::Fail, .path = "passport.counters.get", .times = Faults::always});
        QSignalSpy changed(&scene.counters, &Counters::changed);
        ring(backend, u"counters"_s, {{"memberId"_L1, romashka.toJson()}, {"count"_L1, 13}, {"total"_L1, 16}});
        QTRY_COMPARE(scene.counters.of(romashka), 13);
        QCOMPARE(scene.counters.total(), 16);
        QCOMPARE(changed.count(), 1);
    }
};

} // namespace passport

QTEST_GUILESS_MAIN(passport::PortalsTest)
#include "portalstest.moc"
