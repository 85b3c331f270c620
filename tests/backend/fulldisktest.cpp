// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/formbrowser.h"
#include "backend/foundation.h"
#include "support/backendfixture.h"
#include "support/restcaller.h"
#include "support/stricttest.h"

#include <atomic>
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

/// Counts how often the administrator is told that nothing can be saved.
class CountedLog {
public:
    CountedLog()
    {
        s_lines = 0;
        s_former = qInstallMessageHandler(note);
    }
    ~CountedLog() { qInstallMessageHandler(s_former); }
    CountedLog(const CountedLog &) = delete;
    CountedLog &operator=(const CountedLog &) = delete;

    [[nodiscard]] static int lines() { return s_lines; }

private:
    static void note(QtMsgType type, const QMessageLogContext &context, const QString &text)
    {
        if (type == QtCriticalMsg)
            ++s_lines;
        s_former(type, context, text);
    }

    static inline std::atomic<int> s_lines = 0;
    static inline QtMessageHandler s_former = nullptr;
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
        const CountedLog told;
        const RestAnswer refused = another.signIn(anna, annasPassword);
        QCOMPARE(refused.status, 503);
        QCOMPARE(refused.error(), u"overloaded"_s);
        QCOMPARE(refused.details().value("reason"_L1).toString(), u"storage"_s);
        QVERIFY(refused.details().value("retryAfter"_L1).toInt() > 0);
        QCOMPARE(refused.header("Retry-After").toInt(), refused.details().value("retryAfter"_L1).toInt());
        QVERIFY(!refused.details().value("requestId"_L1).toString().isEmpty());
        QCOMPARE(here.call("passport.portals.list").status, 200); // who is signed in goes on reading
        FormBrowser page(backend.port());
        page.get("/auth/");
        const RestAnswer shown
            = page.press("/auth/", "signin", "login=anna%40example.test&password=anna-demo-Passport");
        QCOMPARE(shown.status, 503);
        QCOMPARE(shown.error(), u"overloaded"_s);
        QVERIFY(!shown.header("Retry-After").isEmpty());
        QCOMPARE(told.lines(), 1); // not one for each who asks
    }
    QCOMPARE(sessionCount(backend), 1);
    QCOMPARE(RestCaller(backend.port()).signIn(anna, annasPassword).status, 200); // without a restart
    QCOMPARE(sessionCount(backend), 2);
    QVERIFY(backend.foundation().store->writeNow([&](Db &db) { return backend.foundation().audit.verify(db); }));
}

} // namespace passport

QTEST_GUILESS_MAIN(passport::FullDiskTest)
#include "fulldisktest.moc"
