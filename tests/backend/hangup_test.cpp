// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "accountfixture.h"
#include "support/awaited.h"
#include "support/rawclient.h"

#include <QJsonDocument>
#include <array>
#include <future>

using namespace Qt::StringLiterals;

namespace passport {
namespace {

constexpr int callers = 40;

/// Holds every thread that reads the database, and with them every sign-in before its hash.
class HeldReaders {
public:
    explicit HeldReaders(BackendFixture &backend)
        : m_store(*backend.foundation().store)
    {
        for (std::future<void> &job : m_jobs)
            job = std::async(std::launch::async, [this] { awaited(hold()); });
    }
    ~HeldReaders() { letGo(); }
    Q_DISABLE_COPY_MOVE(HeldReaders)

    [[nodiscard]] bool holdsAll() const { return m_held == readers; }
    void letGo()
    {
        if (!std::exchange(m_free, true))
            m_gate.set_value();
    }

private:
    static constexpr int readers = 2; // Store::Options

    boost::asio::awaitable<void> hold()
    {
        const auto job = [this](Db &) {
            ++m_held;
            m_freed.wait();
        };
        co_await m_store.read(job);
    }

    Store &m_store;
    std::promise<void> m_gate;
    const std::shared_future<void> m_freed = m_gate.get_future().share();
    std::atomic<int> m_held = 0;
    bool m_free = false;
    std::array<std::future<void>, readers> m_jobs; // last: their end is awaited while the rest is there
};

QByteArray signIn(const QString &login, const QString &password)
{
    const QJsonObject asked{{"login"_L1, login}, {"password"_L1, password}, {"device"_L1, testDevice()}};
    const QByteArray body = QJsonDocument(asked).toJson(QJsonDocument::Compact);
    return "POST /rest/passport.signin HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
           "Content-Length: "
        + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

/// How many connections of that server the other side has closed and the server has not (proc(5): state 08).
int halfClosed(quint16 port)
{
    QFile table(u"/proc/net/tcp"_s);
    if (!table.open(QIODevice::ReadOnly))
        return -1;
    const QByteArray here = "0100007F:" + QByteArray::number(port, 16).toUpper().rightJustified(4, '0');
    int count = 0;
    for (const QByteArray &line : table.readAll().split('\n')) {
        const QByteArrayList columns = line.simplified().split(' ');
        if (columns.size() > 3 && columns.at(1) == here && columns.at(3) == "08")
            ++count;
    }
    return count;
}

} // namespace

/// Callers who hang up while they wait for their turn.
class HangUpTest : public StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void whoHasGoneCostsNoHash();
    void whoWaitsIsAnswered();
};

void HangUpTest::whoHasGoneCostsNoHash() // SR-34
{
    AccountFixture backend;
    const QString login = backend.login(u"anna"_s);
    const qint64 before = backend.foundation().hasher.hashesMade();
    HeldReaders readers(backend);
    QTRY_VERIFY(readers.holdsAll());
    for (int i = 0; i < callers; ++i) {
        RawClient gone(backend.port());
        QVERIFY(gone.send(signIn(login, u"wrong"_s)));
    }
    RawClient living(backend.port());
    QVERIFY(living.send(signIn(login, backend.password(u"anna"_s))));
    QTRY_COMPARE(halfClosed(backend.port()), callers);
    readers.letGo();
    QCOMPARE(statusOf(living.response()), 200);
    QTRY_COMPARE(halfClosed(backend.port()), 0); // each of them has come to its end
    QCOMPARE(backend.foundation().hasher.hashesMade(), before + 1);
    QCOMPARE(backend.audited(u"signin.fail"_s), 0); // nothing was learnt, so nothing is counted
}

void HangUpTest::whoWaitsIsAnswered()
{
    AccountFixture backend;
    const QString login = backend.login(u"anna"_s);
    const qint64 before = backend.foundation().hasher.hashesMade();
    HeldReaders readers(backend);
    QTRY_VERIFY(readers.holdsAll());
    std::vector<std::unique_ptr<RawClient>> waiting;
    for (int i = 0; i < 4; ++i) {
        waiting.push_back(std::make_unique<RawClient>(backend.port()));
        QVERIFY(waiting.back()->send(signIn(login, backend.password(u"anna"_s))));
    }
    readers.letGo();
    for (const auto &client : waiting)
        QCOMPARE(statusOf(client->response()), 200);
    QCOMPARE(backend.foundation().hasher.hashesMade(), before + 4);
}

} // namespace passport

QTEST_GUILESS_MAIN(passport::HangUpTest)
#include "hangup_test.moc"
