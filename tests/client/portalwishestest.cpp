// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "client/portalwishes.h"
#include "backend/http/faults.h"
#include "client/addresstyping.h"
#include "client/portals.h"
#include "client/pushconnection.h"
#include "client/qrscene.h"
#include "client/settings.h"
#include "client/stepupgate.h"
#include "protocol/errorcodes.h"
#include "support/backendfixture.h"
#include "support/stricttest.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace passport {
namespace {

using namespace portalwish;

/// Somebody signed in, his list read.
struct Scene : Wire {
    Scene(const QUrl &server, QLatin1StringView who)
        : Wire(server)
        , password(who + "-demo-Passport"_L1)
        , ready(passport::signIn(api, who + "@example.test"_L1, password))
    {
        portals.refresh();
    }
    [[nodiscard]] std::optional<Portal> find(QStringView address) const
    {
        const auto list = portals.list();
        if (!list)
            return {};
        const auto found = std::ranges::find(list->items, address, &Portal::address);
        return found == list->items.end() ? std::nullopt : std::optional(*found);
    }
    template <typename S> [[nodiscard]] const S *as() { return std::get_if<S>(&portals.changes().state()); }
    [[nodiscard]] bool isAsked() const { return std::holds_alternative<stepup::Needed>(gate.state()); }
    /// Begins to create a portal, up to the question who is there (SR-40).
    void createUntilAsked()
    {
        portals.changes().ask(Create{u"Пекарня"_s});
        QTRY_VERIFY(isAsked());
    }
    /// Asks, and proves when the server wants to know who is there.
    void wish(const Wish &wish)
    {
        auto &changes = portals.changes();
        changes.ask(wish);
        QTRY_VERIFY(!as<Asking>() || isAsked());
        if (isAsked())
            gate.provePassword(password);
        QTRY_VERIFY(as<Finished>() || as<Refused>());
    }

    QTemporaryDir folder;
    QSettings store{folder.filePath(u"passport.ini"_s), QSettings::IniFormat};
    Settings settings{store};
    PushConnection push{network, reachability, {}};
    StepUpGate gate{api};
    Portals portals{api, gate, push, settings};
    QString password;
    bool ready;
};

} // namespace

/// What a person changes about his portals, through the client's machines against the real server.
class PortalWishesTest : public StrictTest {
    Q_OBJECT
private Q_SLOTS:
    // PO-12, SR-40
    void createsAfterAProof()
    {
        BackendFixture backend;
        Scene gleb(backend.url(), "gleb"_L1);
        QVERIFY(gleb.ready);
        gleb.portals.changes().ask(Create{u"Пекарня «Каравай»"_s});
        QTRY_VERIFY(gleb.isAsked());
        QVERIFY(gleb.as<Asking>());
        gleb.gate.provePassword(gleb.password);
        QTRY_VERIFY(gleb.as<Finished>());
        const Portal created = *gleb.as<Finished>()->portal;
        QCOMPARE(created.title, u"Пекарня «Каравай»"_s);
        QVERIFY(created.address.startsWith("b24-"_L1));
        QTRY_VERIFY(gleb.find(created.address)); // the list has been read again
        QTRY_COMPARE(gleb.portals.list()->createdCount, 1);
    }

    void createsOneThoughTheCallArrivedTwice() // SR-28
    {
        BackendFixture backend;
        Scene gleb(backend.url(), "gleb"_L1);
        QVERIFY(gleb.ready);
        gleb.createUntilAsked();
        backend.faults().add({.kind = Faults::Kind::DropAfter, .path = "passport.portals.create"});
        gleb.gate.provePassword(gleb.password);
        QTRY_VERIFY(gleb.as<Finished>() || gleb.as<Refused>());
        QVERIFY(gleb.as<Finished>());
        QTRY_COMPARE(gleb.portals.list()->createdCount, 1);
    }

    // PO-10, PO-11, SR-44
    void renamesOnceByOneself()
    {
        BackendFixture backend;
        Scene gleb(backend.url(), "gleb"_L1);
        QVERIFY(gleb.ready);
        gleb.wish(Create{u"Пекарня"_s});
        QVERIFY(gleb.as<Finished>());
        const Portal portal = *gleb.as<Finished>()->portal;
        QCOMPARE(portal.rename, Portal::Rename::Self);
        gleb.wish(Rename{portal.memberId, u"karavai"_s});
        QVERIFY(gleb.as<Finished>());
        QCOMPARE(gleb.as<Finished>()->portal->address, u"karavai"_s);
        QTRY_VERIFY(gleb.find(u"karavai"));
        QCOMPARE(gleb.find(u"karavai")->rename, Portal::Rename::No); // the plan is free
        gleb.wish(Rename{portal.memberId, u"karavai-msk"_s});
        QVERIFY(gleb.as<Refused>());
        QVERIFY(gleb.find(u"karavai"));
    }

    void theEighthIsRefused()
    {
        BackendFixture backend;
        Scene vera(backend.url(), "vera"_L1);
        QVERIFY(vera.ready);
        vera.wish(Create{u"Восьмой"_s});
        QVERIFY(vera.as<Refused>());
        QCOMPARE(vera.as<Refused>()->error.code, code::limitReached);
        QCOMPARE(vera.as<Refused>()->error.details.value("limit"_L1).toInt(), 7);
    }

    // PO-16
    void acceptsAndDeclinesInvitations()
    {
        BackendFixture backend;
        Scene anna(backend.url(), "anna"_L1);
        QVERIFY(anna.ready);
        QTRY_VERIFY(anna.find(u"test24"));
        const PortalId test = anna.find(u"test24")->memberId;
        QCOMPARE(anna.find(u"test24")->state, Portal::State::Invited);
        anna.wish(Answer{test, true});
        QVERIFY(anna.as<Finished>());
        QTRY_VERIFY(anna.find(u"test24")->state != Portal::State::Invited);
        anna.wish(Answer{test, false}); // it was answered
        QVERIFY(anna.as<Refused>());
        QCOMPARE(anna.as<Refused>()->error.code, code::notFound);
    }

    void declinedInvitationIsGone()
    {
        BackendFixture backend;
        Scene anna(backend.url(), "anna"_L1);
        QVERIFY(anna.ready);
        QTRY_VERIFY(anna.find(u"test24"));
        anna.wish(Answer{anna.find(u"test24")->memberId, false});
        QVERIFY(anna.as<Finished>());
        QTRY_VERIFY(!anna.find(u"test24"));
    }

    // PO-17
    void leaves()
    {
        BackendFixture backend;
        Scene anna(backend.url(), "anna"_L1);
        QVERIFY(anna.ready);
        QTRY_VERIFY(anna.find(u"sklad"));
        anna.wish(Leave{anna.find(u"romashka")->memberId, false}); // Boris works there, too
        QVERIFY(anna.as<Refused>());
        QCOMPARE(anna.as<Refused>()->error.details.value("reason"_L1).toString(), u"sole_administrator"_s);
        anna.wish(Leave{anna.find(u"sklad")->memberId, false});
        QVERIFY(anna.as<Finished>());
        QTRY_VERIFY(!anna.find(u"sklad"));
        QVERIFY(anna.find(u"romashka"));
    }

    void endsAPortalOnlyWhenToldTo()
    {
        BackendFixture backend;
        Scene gleb(backend.url(), "gleb"_L1);
        QVERIFY(gleb.ready);
        gleb.wish(Create{u"Пекарня"_s});
        QVERIFY(gleb.as<Finished>());
        const Portal portal = *gleb.as<Finished>()->portal;
        gleb.wish(Leave{portal.memberId, false});
        QVERIFY(gleb.as<Refused>());
        QCOMPARE(gleb.as<Refused>()->error.details.value("reason"_L1).toString(), u"last_member"_s);
        gleb.wish(Leave{portal.memberId, true});
        QVERIFY(gleb.as<Finished>());
        QTRY_VERIFY(!gleb.find(portal.address));
    }

    void isGivenUpWithoutAProof()
    {
        BackendFixture backend;
        Scene gleb(backend.url(), "gleb"_L1);
        QVERIFY(gleb.ready);
        gleb.createUntilAsked();
        QVERIFY(gleb.isAsked());
        gleb.gate.cancel();
        QVERIFY(gleb.as<Idle>()); // nothing was refused to him
        gleb.wish(Create{u"Пекарня"_s});
        QVERIFY(gleb.as<Finished>());
        QTRY_COMPARE(gleb.portals.list()->createdCount, 1);
    }

    // The window was closed while the server asked who is there: a proof given later creates nothing.
    void aChangeTakenBackDoesNotWaitForAProof()
    {
        BackendFixture backend;
        Scene gleb(backend.url(), "gleb"_L1);
        QVERIFY(gleb.ready);
        gleb.createUntilAsked();
        QVERIFY(gleb.isAsked());
        gleb.portals.changes().reset();
        gleb.gate.provePassword(gleb.password);
        QTRY_VERIFY(std::holds_alternative<stepup::Idle>(gleb.gate.state()));
        gleb.wish(Create{u"Другая"_s});
        QVERIFY(gleb.as<Finished>());
        QTRY_COMPARE(gleb.portals.list()->createdCount, 1);
    }

    void oneChangeAtATime()
    {
        BackendFixture backend;
        Scene anna(backend.url(), "anna"_L1);
        QVERIFY(anna.ready);
        QTRY_VERIFY(anna.find(u"sklad"));
        auto &changes = anna.portals.changes();
        changes.ask(Leave{anna.find(u"sklad")->memberId, false});
        changes.ask(Create{u"Другой"_s});
        QVERIFY(std::holds_alternative<Leave>(anna.as<Asking>()->wish));
        changes.reset();
        QVERIFY(anna.as<Idle>());
    }

    void refusedWithoutANetwork()
    {
        BackendFixture backend;
        Scene anna(backend.url(), "anna"_L1);
        QVERIFY(anna.ready);
        QTRY_VERIFY(anna.find(u"sklad"));
        backend.faults().unplug(true);
        anna.wish(Answer{anna.find(u"test24")->memberId, true});
        QVERIFY(anna.as<Refused>());
        QCOMPARE(anna.as<Refused>()->error.kind, Error::Kind::Offline);
        QCOMPARE(anna.find(u"test24")->state, Portal::State::Invited); // nothing is shown that has not happened
    }

    void checksTheAddressWhileTyping()
    {
        BackendFixture backend;
        Scene anna(backend.url(), "anna"_L1);
        QVERIFY(anna.ready);
        QTRY_VERIFY(anna.find(u"romashka"));
        const auto typing = anna.portals.typeAddress(*anna.find(u"romashka"));
        QSignalSpy changed(typing.get(), &AddressTyping::stateChanged);
        typing->type(u"romashka"_s); // as it is called now
        QVERIFY(std::holds_alternative<addresscheck::Empty>(typing->state()));
        typing->type(u"  Romashka-Group "_s);
        QCOMPARE(typing->address(), u"romashka-group"_s);
        QVERIFY(std::holds_alternative<addresscheck::Typing>(typing->state())); // a second, wire.md 4.1
        QTRY_VERIFY(std::holds_alternative<addresscheck::Free>(typing->state()));
        QVERIFY(typing->isUsable());
        typing->type(u"sklad"_s);
        QTRY_VERIFY(std::holds_alternative<addresscheck::Refused>(typing->state()));
        QCOMPARE(std::get<addresscheck::Refused>(typing->state()).reason, AddressCheck::Reason::Taken);
        QVERIFY(!typing->isUsable());
        backend.faults().unplug(true);
        typing->type(u"romashka-2"_s);
        QTRY_VERIFY(std::holds_alternative<addresscheck::Failed>(typing->state()));
        QVERIFY(typing->isUsable()); // the server decides
    }

    void rulesOfAnAddress_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<int>("broken");
        using Reason = AddressCheck::Reason;
        QTest::newRow("shortest") << u"a-1"_s << -1;
        QTest::newRow("longest") << QString(60, u'a') << -1;
        QTest::newRow("short") << u"ab"_s << int(Reason::Length);
        QTest::newRow("long") << QString(61, u'a') << int(Reason::Length);
        QTest::newRow("hyphen first") << u"-abc"_s << int(Reason::Characters);
        QTest::newRow("hyphen last") << u"abc-"_s << int(Reason::Characters);
        QTest::newRow("cyrillic") << u"ромашка"_s << int(Reason::Characters);
        QTest::newRow("dot") << u"a.bc"_s << int(Reason::Characters);
        QTest::newRow("bidirectional") << u"abc\u202edef"_s << int(Reason::Characters);
        QTest::newRow("two hyphens") << u"xn--abc"_s << int(Reason::Hyphens);
    }
    void rulesOfAnAddress()
    {
        QFETCH(QString, address);
        QFETCH(int, broken);
        const auto rule = AddressTyping::brokenRule(address);
        QCOMPARE(rule ? int(*rule) : -1, broken);
    }
};

} // namespace passport

QTEST_GUILESS_MAIN(passport::PortalWishesTest)
#include "portalwishestest.moc"
