// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "client/portalmodel.h"
#include "client/apiclient.h"
#include "client/counters.h"
#include "client/networkaccess.h"
#include "client/portals.h"
#include "client/pushconnection.h"
#include "client/reachability.h"
#include "client/settings.h"
#include "support/stricttest.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace passport {
namespace {

PortalId idOf(int number)
{
    return PortalId(u"%1"_s.arg(number, 32, 16, QChar(u'0')));
}

Portal portal(int number, const QString &title, const QString &address)
{
    Portal made;
    made.memberId = idOf(number);
    made.title = title;
    made.address = address;
    made.url = u"https://passport.example.test/p/%1/"_s.arg(address);
    made.role = Portal::Role::Employee;
    made.state = Portal::State::Active;
    made.counter = number;
    return made;
}

PortalList demoList()
{
    PortalList list;
    list.items
        = {portal(1, u"Ромашка"_s, u"romashka"_s), portal(2, u"Склад №2 «Берёзка»"_s, u"sklad"_s),
           portal(3, u"Test portal"_s, u"test24"_s)};
    list.total = 3;
    return list;
}

/// The objects around a model; nobody is at the other end of the wire.
struct Scene {
    QTemporaryDir folder;
    QSettings store{folder.filePath(u"passport.ini"_s), QSettings::IniFormat};
    Settings settings{store};
    NetworkAccess network;
    Reachability reachability;
    ApiClient api{network, QUrl(u"http://127.0.0.1:9"_s)};
    PushConnection push{network, reachability, {}};
    Portals portals{api, push, settings};
    Counters counters{api, push};
    PortalModel model{portals, counters};
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::QtTest};

    [[nodiscard]] QStringList titles() const
    {
        QStringList all;
        for (int row = 0; row < model.rowCount(); ++row)
            all.append(model.index(row).data(PortalModel::TitleRole).toString());
        return all;
    }
};

} // namespace

class PortalModelTest : public StrictTest {
    Q_OBJECT
private Q_SLOTS:
    void showsTheListInItsOrder()
    {
        Scene scene;
        QCOMPARE(scene.model.rowCount(), 0);
        scene.portals.begin(demoList());
        QCOMPARE(scene.titles(), (QStringList{u"Ромашка"_s, u"Склад №2 «Берёзка»"_s, u"Test portal"_s}));
        const QModelIndex second = scene.model.index(1);
        QCOMPARE(second.data(PortalModel::MemberIdRole).toString(), idOf(2).toString());
        QCOMPARE(second.data(PortalModel::AddressRole).toString(), u"passport.example.test/p/sklad"_s);
        QCOMPARE(second.data(PortalModel::PortalRoleRole).toInt(), int(Portal::Role::Employee));
        QCOMPARE(second.data(PortalModel::CounterRole).toInt(), 2); // the list's own, while no other is known
        QCOMPARE(scene.model.portalAt(2), idOf(3));
        QCOMPARE(scene.model.rowOf(idOf(9)), -1);
    }

    void findsByTyping_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QList<int>>("found");
        QTest::newRow("nothing typed") << u"  "_s << QList<int>{1, 2, 3};
        QTest::newRow("title") << u"ромаш"_s << QList<int>{1};
        QTest::newRow("another case") << u"TEST"_s << QList<int>{3};
        QTest::newRow("address") << u"skl"_s << QList<int>{2};
        QTest::newRow("the host of all is no search") << u"passport"_s << QList<int>{};
        QTest::newRow("full address") << u"example.test/p/roma"_s << QList<int>{1};
        QTest::newRow("е for ё") << u"березка"_s << QList<int>{2};
        QTest::newRow("words in any order") << u"бер  склад"_s << QList<int>{2};
        QTest::newRow("every word") << u"ромашка склад"_s << QList<int>{};
        QTest::newRow("nothing found") << u"zzz"_s << QList<int>{};
    }
    void findsByTyping()
    {
        QFETCH(QString, query);
        QFETCH(QList<int>, found);
        Scene scene;
        scene.portals.begin(demoList());
        scene.model.setQuery(query);
        QList<int> rows;
        for (int row = 0; row < scene.model.rowCount(); ++row)
            rows.append(scene.model.index(row).data(PortalModel::CounterRole).toInt());
        QCOMPARE(rows, found);
        QCOMPARE(scene.model.totalCount(), 3);
        scene.model.setQuery({});
        QCOMPARE(scene.model.rowCount(), 3);
    }

    void keepsTheSearchOverANewList()
    {
        Scene scene;
        scene.portals.begin(demoList());
        scene.model.setQuery(u"test portal"_s);
        QCOMPARE(scene.model.rowCount(), 1);
        PortalList longer = demoList();
        longer.items.push_back(portal(4, u"Second TEST portal"_s, u"second"_s));
        scene.portals.begin(longer);
        QCOMPARE(scene.titles(), (QStringList{u"Test portal"_s, u"Second TEST portal"_s}));
    }

    void marksTheCurrentOne()
    {
        Scene scene;
        scene.settings.setCurrentPortal(idOf(2));
        scene.portals.begin(demoList());
        QVERIFY(!scene.model.index(0).data(PortalModel::CurrentRole).toBool());
        QVERIFY(scene.model.index(1).data(PortalModel::CurrentRole).toBool());
        scene.portals.clear();
        QCOMPARE(scene.model.rowCount(), 0);
    }

    void forgetsACurrentOneThatIsGone()
    {
        Scene scene;
        scene.settings.setCurrentPortal(idOf(77));
        scene.portals.begin(demoList());
        QVERIFY(scene.portals.current().isEmpty());
    }

    void asksForNoMoreThanItMust()
    {
        Scene scene;
        PortalList thousand;
        for (int number = 0; number < 1000; ++number)
            thousand.items.push_back(portal(number, u"Portal %1"_s.arg(number), u"p%1"_s.arg(number)));
        scene.portals.begin(thousand);
        QSignalSpy reset(&scene.model, &QAbstractItemModel::modelReset);
        scene.model.setQuery(u"portal"_s); // all of them: nothing changes
        QCOMPARE(reset.count(), 0);
        scene.model.setQuery(u"portal 99"_s);
        QCOMPARE(reset.count(), 1);
        QCOMPARE(scene.model.rowCount(), 19); // 99, 199 … 999 and 990 … 998
    }
};

} // namespace passport

QTEST_GUILESS_MAIN(passport::PortalModelTest)
#include "portalmodeltest.moc"
