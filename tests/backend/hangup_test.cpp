// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "accountfixture.h"
#include "support/awaited.h"
#include "support/rawclient.h"

#include <QJsonDocument>
#include <QtEndian>
#include <array>
#include <future>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

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

/// Asks and hangs up: a server sees of it that nothing more will come. What it sends still arrives, which tells a test
/// how it ended.
class HastyCaller {
public:
    HastyCaller(quint16 port, const QByteArray &request)
        : m_socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = qToBigEndian(port);
        address.sin_addr.s_addr = qToBigEndian(quint32(INADDR_LOOPBACK));
        const auto size = static_cast<std::size_t>(request.size());
        if (::connect(m_socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0)
            m_asked = ::send(m_socket, request.constData(), size, MSG_NOSIGNAL) == request.size();
        ::shutdown(m_socket, SHUT_WR);
    }
    ~HastyCaller() { ::close(m_socket); }
    Q_DISABLE_COPY_MOVE(HastyCaller)

    /// The system has told the server so.
    [[nodiscard]] bool hasGone() const
    {
        tcp_info info{};
        socklen_t size = sizeof info;
        return m_asked && ::getsockopt(m_socket, IPPROTO_TCP, TCP_INFO, &info, &size) == 0
            && info.tcpi_state == TCP_FIN_WAIT2;
    }
    /// Everything until the server closes.
    [[nodiscard]] QByteArray answer() const
    {
        QByteArray answer;
        std::array<char, 4096> part{};
        pollfd ready{.fd = m_socket, .events = POLLIN, .revents = 0};
        while (::poll(&ready, 1, waitLimit) > 0) {
            const auto count = ::recv(m_socket, part.data(), part.size(), 0);
            if (count <= 0)
                break;
            answer.append(part.data(), count);
        }
        return answer;
    }

private:
    const int m_socket;
    bool m_asked = false;
};

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
    std::vector<std::unique_ptr<HastyCaller>> gone;
    for (int i = 0; i < callers; ++i)
        gone.push_back(std::make_unique<HastyCaller>(backend.port(), signIn(login, u"wrong"_s)));
    RawClient living(backend.port());
    QVERIFY(living.send(signIn(login, backend.password(u"anna"_s))));
    for (const auto &caller : gone)
        QTRY_VERIFY(caller->hasGone());
    readers.letGo();
    QCOMPARE(statusOf(living.response()), 200);
    for (const auto &caller : gone)
        QCOMPARE(statusOf(caller->answer()), 503); // nobody reads it
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
