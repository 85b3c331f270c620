// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "client/portalmodel.h"
#include "client/apiclient.h"
#include "client/arrangement.h"
#include "client/counters.h"
#include "client/networkaccess.h"
#include "client/portallogos.h"
#include "client/portals.h"
#include "client/pushconnection.h"
#include "client/reachability.h"
#include "client/settings.h"
#include "client/stepupgate.h"
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
    StepUpGate gate{api};
    Portals portals{api, gate, push, settings};
    Counters counters{api, push};
    Arrangement arrangement{settings};
    PortalLogos logos{network, api};
    PortalModel model{portals, counters, arrangement, logos};
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::QtTest};

    Scene() { arrangement.begin(u"https://passport.example.test/1"_s); }

    /// The rows that are portals.
    [[nodiscard]] QList<QModelIndex> rows() const
    {
        QList<QModelIndex> all;
        for (int row = 0; row < model.rowCount(); ++row) {
            if (!model.portalAt(row).isEmpty())
                all.append(model.index(row));
        }
        return all;
    }
    [[nodiscard]] QStringList titles() const
    {
        QStringList all;
        for (const QModelIndex &row : rows())
            all.append(row.data(PortalModel::TitleRole).toString());
        return all;
    }
    /// "M 1 2 I 3": groups by their first letter, portals by their number.
    [[nodiscard]] QString outline() const
    {
        QStringList words;
        for (int row = 0; row < model.rowCount(); ++row) {
            const QModelIndex index = model.index(row);
            words += model.portalAt(row).isEmpty() ? QString(QChar(u"PMID"[index.data(PortalModel::GroupRole).toInt()]))
                                                   : QString::number(model.portalAt(row).toString().toInt(nullptr, 16));
        }
        return words.join(u' ');
    }
};

/// Five portals, the first two created by the person.
PortalList fiveOf()
{
    PortalList list;
    for (int number = 1; number <= 5; ++number) {
        list.items.push_back(portal(number, u"Portal %1"_s.arg(number), u"p%1"_s.arg(number)));
        list.items.back().mine = number <= 2;
    }
    list.total = 5;
    return list;
}

using Mark = Arrangement::Mark;

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
        const QModelIndex second = scene.rows().at(1);
        QCOMPARE(second.data(PortalModel::MemberIdRole).toString(), idOf(2).toString());
        QCOMPARE(second.data(PortalModel::AddressRole).toString(), u"passport.example.test/p/sklad"_s);
        QCOMPARE(second.data(PortalModel::PortalRoleRole).toInt(), int(Portal::Role::Employee));
        QCOMPARE(second.data(PortalModel::CounterRole).toInt(), 2); // the list's own, while no other is known
        QCOMPARE(scene.model.portalAt(3), idOf(3)); // after the name of their group
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
        for (const QModelIndex &row : scene.rows())
            rows.append(row.data(PortalModel::CounterRole).toInt());
        QCOMPARE(rows, found);
        QCOMPARE(scene.model.totalCount(), 3);
        scene.model.setQuery({});
        QCOMPARE(scene.rows().size(), 3);
    }

    void keepsTheSearchOverANewList()
    {
        Scene scene;
        scene.portals.begin(demoList());
        scene.model.setQuery(u"test portal"_s);
        QCOMPARE(scene.rows().size(), 1);
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
        QVERIFY(!scene.rows().at(0).data(PortalModel::CurrentRole).toBool());
        QVERIFY(scene.rows().at(1).data(PortalModel::CurrentRole).toBool());
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
        QCOMPARE(scene.rows().size(), 19); // 99, 199 … 999 and 990 … 998
    }

    void standsInGroups()
    {
        Scene scene;
        scene.portals.begin(fiveOf());
        QCOMPARE(scene.outline(), u"M 1 2 I 3 4 5"_s);
        QCOMPARE(scene.model.index(0).data(PortalModel::GroupSizeRole).toInt(), 2);
        QVERIFY(!scene.model.index(0).flags().testFlag(Qt::ItemIsSelectable)); // a word, no portal
        QCOMPARE(scene.model.index(5).data(PortalModel::PlaceRole).toInt(), 2);
        scene.arrangement.set(Mark::Pinned, idOf(4), true);
        scene.arrangement.set(Mark::Pinned, idOf(2), true);
        QCOMPARE(scene.outline(), u"P 2 4 M 1 I 3 5"_s);
        scene.arrangement.set(Mark::Disconnected, idOf(2), true);
        QCOMPARE(scene.outline(), u"P 4 M 1 I 3 5 D"_s); // folded at first
        scene.model.setFolded(false);
        QCOMPARE(scene.outline(), u"P 4 M 1 I 3 5 D 2"_s);
        scene.model.setFolded(true);
        scene.model.setQuery(u"portal 2"_s);
        QCOMPARE(scene.outline(), u"D 2"_s); // who searches finds
        scene.model.setQuery({});
        scene.arrangement.set(Mark::Disconnected, idOf(2), false);
        QCOMPARE(scene.outline(), u"P 2 4 M 1 I 3 5"_s); // pinned as before
    }

    void movesAmongTheGroup()
    {
        Scene scene;
        scene.portals.begin(fiveOf());
        QSignalSpy reset(&scene.model, &QAbstractItemModel::modelReset);
        QSignalSpy moved(&scene.model, &QAbstractItemModel::rowsMoved);
        scene.model.move(4, 6);
        QCOMPARE(scene.outline(), u"M 1 2 I 4 5 3"_s);
        QCOMPARE(scene.model.index(6).data(PortalModel::PlaceRole).toInt(), 3);
        scene.model.move(6, 5);
        QCOMPARE(scene.outline(), u"M 1 2 I 4 3 5"_s);
        scene.model.move(2, 4); // into another group
        scene.model.move(0, 1); // the name of a group
        scene.model.move(4, 9);
        QCOMPARE(scene.outline(), u"M 1 2 I 4 3 5"_s);
        QCOMPARE(moved.count(), 2);
        QCOMPARE(reset.count(), 0); // the rows stay the same rows while one of them is dragged
        scene.model.keepOrder();
        QCOMPARE(reset.count(), 0);
        scene.model.move(1, 2);
        scene.model.takeBackOrder();
        QCOMPARE(scene.outline(), u"M 1 2 I 4 3 5"_s);
        scene.model.setQuery(u"portal"_s); // the search does not tell who stands between
        QVERIFY(!scene.model.canMove(1, 2));
    }

    void keepsTheArrangementForEachAccount()
    {
        Scene scene;
        scene.portals.begin(fiveOf());
        scene.arrangement.set(Mark::Pinned, idOf(5), true);
        scene.model.move(3, 4);
        scene.model.keepOrder();
        scene.arrangement.set(Mark::Muted, idOf(1), true);
        const QString arranged = scene.outline();

        scene.arrangement.begin(u"https://passport.example.test/2"_s);
        QCOMPARE(scene.outline(), u"M 1 2 I 3 4 5"_s);
        scene.arrangement.begin(u"https://other.example.test/1"_s);
        QCOMPARE(scene.outline(), u"M 1 2 I 3 4 5"_s);
        scene.arrangement.clear();
        scene.arrangement.set(Mark::Pinned, idOf(1), true); // nobody is there
        QCOMPARE(scene.outline(), u"M 1 2 I 3 4 5"_s);

        Arrangement next(scene.settings); // the next start
        next.begin(u"https://passport.example.test/1"_s);
        PortalModel again(scene.portals, scene.counters, next, scene.logos);
        scene.arrangement.begin(u"https://passport.example.test/1"_s);
        QCOMPARE(scene.outline(), arranged);
        QCOMPARE(again.rowCount(), scene.model.rowCount());
        for (int row = 0; row < again.rowCount(); ++row)
            QCOMPARE(again.portalAt(row), scene.model.portalAt(row));
        QVERIFY(next.has(Mark::Muted, idOf(1)) && !next.counts(idOf(1)));
    }

    void keepsTheRowsWhenNothingChanged()
    {
        Scene scene;
        scene.portals.begin(fiveOf());
        QSignalSpy reset(&scene.model, &QAbstractItemModel::modelReset);
        const QPersistentModelIndex third = scene.rows().at(2);
        scene.portals.begin(fiveOf()); // read again
        QCOMPARE(reset.count(), 0);
        QVERIFY(third.isValid());
        PortalList renamed = fiveOf();
        renamed.items.at(2).title = u"Renamed"_s;
        scene.portals.begin(renamed);
        QCOMPARE(scene.rows().at(2).data().toString(), u"Renamed"_s);
    }

    void newPortalsStandBehindThoseThatWereMoved()
    {
        Scene scene;
        scene.portals.begin(fiveOf());
        scene.model.move(4, 6);
        scene.model.keepOrder();
        PortalList more = fiveOf();
        more.items.insert(more.items.begin(), portal(9, u"New"_s, u"new"_s));
        scene.portals.begin(more);
        QCOMPARE(scene.outline(), u"M 1 2 I 4 5 3 9"_s);
        PortalList fewer = more; // a first page: the others follow
        fewer.items.resize(3);
        scene.portals.begin(fewer);
        scene.model.keepOrder();
        scene.portals.begin(more);
        QCOMPARE(scene.outline(), u"M 1 2 I 9 4 5 3"_s); // the order among those that were not there is still known
    }
};

} // namespace passport

QTEST_GUILESS_MAIN(passport::PortalModelTest)
#include "portalmodeltest.moc"
