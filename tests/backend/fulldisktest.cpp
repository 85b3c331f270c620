// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/foundation.h"
#include "support/backendfixture.h"
#include "support/restcaller.h"
#include "support/stricttest.h"

#include <csignal>
#include <sys/resource.h>

using namespace Qt::StringLiterals;

namespace passport {
namespace {

const QString anna = u"anna@example.test"_s;
const QString annasPassword = u"anna-demo-Passport"_s;

/// As long as it lives nothing more can be written to any file.
class FullDisk {
public:
    FullDisk()
    {
        std::signal(SIGXFSZ, SIG_IGN); // the write shall fail, as it does on a full disk, and not end the process
        getrlimit(RLIMIT_FSIZE, &m_before);
        rlimit none = m_before;
        none.rlim_cur = 0;
        setrlimit(RLIMIT_FSIZE, &none);
    }
    ~FullDisk() { setrlimit(RLIMIT_FSIZE, &m_before); }

private:
    rlimit m_before{};
};

qint64 sessionCount(BackendFixture &backend)
{
    return backend.foundation().store->writeNow([](Db &db) {
        Rows rows = db.select("SELECT count(*) FROM session"_L1);
        return rows.next() ? rows.integer(0) : -1;
    });
}

} // namespace

/// A disk that fills up while the server runs.
class FullDiskTest : public StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void nothingIsLostAndNothingHalfDone();
};

void FullDiskTest::nothingIsLostAndNothingHalfDone()
{
    BackendFixture backend;
    RestCaller here(backend.port());
    QCOMPARE(here.signIn(anna, annasPassword).status, 200);
    {
        const FullDisk full;
        RestCaller another(backend.port());
        const RestAnswer refused = another.signIn(anna, annasPassword);
        QCOMPARE(refused.status, 500);
        QCOMPARE(refused.error(), u"internal"_s);
        QVERIFY(!refused.details().value("requestId"_L1).toString().isEmpty());
        QCOMPARE(here.call("passport.portals.list").status, 200); // who is signed in goes on reading
    }
    QCOMPARE(sessionCount(backend), 1);
    QCOMPARE(RestCaller(backend.port()).signIn(anna, annasPassword).status, 200); // without a restart
    QCOMPARE(sessionCount(backend), 2);
    QVERIFY(backend.foundation().store->writeNow([&](Db &db) { return backend.foundation().audit.verify(db); }));
}

} // namespace passport

QTEST_GUILESS_MAIN(passport::FullDiskTest)
#include "fulldisktest.moc"
