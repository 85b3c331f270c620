// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/pushfixture.h"
#include "support/stricttest.h"

#include <array>
#include <atomic>

namespace passport {

/// Push & Pull, version 5, as a client on the wire sees it: delivery, history, pings, long polling (wire.md 2).
class PushHistoryTest : public StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void delivers();
    void replaysWhatWasMissed();
    void neverReplaysWithoutMid_data();
    void neverReplaysWithoutMid();
    void hasNoGapAndNoDoubleWhilePublishing();
    void showsOutWhoseSessionEndedMeanwhile();
    void goesOnAfterARestart();
    void forgetsExpiredMessages();
    void boundsAChannelsHistory();
    void pingsAgainAndAgain();
    void spreadsPingsOverTheInterval();
    void dropsAFlood();
    void allowsAnAcknowledgementForEachMessage();
    void dropsASlowReader();
    void pollsLong();
    void answersAWaitingPollAtOnce();
    void answersPreflights();
    void mutesForTests();
};

void PushHistoryTest::delivers()
{
    PushFixture push;
    Listener anna(push, push.target(1));
    Listener annasPhone(push, push.target(1, {}, u"s2"_s));
    Listener boris(push, push.target(2));
    QVERIFY(anna.isOpen && annasPhone.isOpen && boris.isOpen);
    QTRY_COMPARE(push.listeners(), std::size_t(3));
    push.ring(1, 1);
    push.ring(2, 2);
    const auto event = anna.event();
    QVERIFY(event);
    QCOMPARE(event->module, u"passport"_s);
    QCOMPARE(event->command, u"counters"_s);
    QCOMPARE(event->mid.size(), 26);
    QVERIFY(!event->fromClient);
    QCOMPARE(annasPhone.number(), 1);
    QCOMPARE(boris.number(), 2);
}

void PushHistoryTest::replaysWhatWasMissed()
{
    PushFixture push;
    const QByteArray target = push.target();
    QByteArray seen;
    {
        Listener listener(push, target);
        QTRY_COMPARE(push.listeners(), std::size_t(1));
        push.ring(1);
        const auto event = listener.event();
        QVERIFY(event);
        seen = event->mid.toLatin1();
    }
    QTRY_COMPARE(push.listeners(), std::size_t(0));
    for (int i = 2; i <= 4; ++i)
        push.ring(i);
    Listener again(push, target + "&mid=" + seen);
    QTRY_COMPARE(push.listeners(), std::size_t(1));
    push.ring(5);
    for (int i = 2; i <= 5; ++i)
        QCOMPARE(again.number(), i);
}

void PushHistoryTest::neverReplaysWithoutMid_data()
{
    QTest::addColumn<QByteArray>("mid");
    QTest::newRow("none") << ""_ba;
    QTest::newRow("short") << "&mid=1"_ba;
    QTest::newRow("letters") << "&mid=" + QByteArray(26, 'x');
    QTest::newRow("from the future") << "&mid=" + QByteArray(26, '9');
}

void PushHistoryTest::neverReplaysWithoutMid()
{
    QFETCH(QByteArray, mid);
    PushFixture push;
    push.ring(1);
    Listener listener(push, push.target() + mid);
    QTRY_COMPARE(push.listeners(), std::size_t(1));
    push.ring(2);
    QCOMPARE(listener.number(), 2);
}

void PushHistoryTest::hasNoGapAndNoDoubleWhilePublishing()
{
    PushFixture push;
    const QByteArray target = push.target();
    // Half a history ahead of the reader at most: what the bound forgets is boundsAChannelsHistory's matter.
    constexpr int mostAhead = static_cast<int>(Hub::mostInChannel) / 2;
    constexpr int rounds = 30;
    constexpr int inARound = 20;
    std::atomic<int> seen = 0;
    std::thread publisher([&push, &seen] {
        for (int i = 1; i <= rounds * inARound + mostAhead; ++i) {
            for (int last = seen; i > last + mostAhead; last = seen)
                seen.wait(last);
            push.ring(i);
        }
    });
    QByteArray mid = "&mid=" + QByteArray(26, '0');
    QStringList broken;
    for (int round = 0; round < rounds; ++round) {
        Listener listener(push, target + mid);
        for (int i = 0; i < inARound; ++i) {
            const auto event = listener.event();
            const int number = event ? event->params.value("n"_L1).toInt() : -1;
            if (number != seen + 1)
                broken.append(u"round %1: %2 after %3"_s.arg(round).arg(number).arg(seen));
            mid = event ? "&mid=" + event->mid.toLatin1() : mid;
            ++seen;
            seen.notify_one();
        }
    }
    publisher.join();
    QVERIFY2(broken.isEmpty(), qPrintable(broken.join(u", ")));
}

/// The right to listen was checked, then the session ended, then the handshake was done.
void PushHistoryTest::showsOutWhoseSessionEndedMeanwhile() // SR-43
{
    PushFixture push;
    push.call([&push] { push.hub.endSession(SessionId(u"s1"_s), u"signedOut"_s); });
    Listener late(push, push.target());
    QCOMPARE(late.closeCode(), 4010);
    RawClient polling(push.port);
    polling.send(get(pollOf(push.target())));
    QCOMPARE(statusOf(polling.response()), 400);
    push.clock.advance(std::chrono::minutes(3));
    push.call([&push] { push.hub.purge(); }); // by then rights.check() refuses by itself
    QVERIFY(Listener(push, push.target(1, {}, u"s2"_s)).isOpen);
}

void PushHistoryTest::goesOnAfterARestart()
{
    PushFixture push;
    push.ring(1);
    Hub next(push.clock, push.channels, push.rights); // a moment later, in the same second
    push.clock.advance(std::chrono::milliseconds(1));
    const QByteArray before = push.call([&push] { return push.hub.lastMid(); });
    Hub after(push.clock, push.channels, push.rights);
    QVERIFY(after.lastMid() > before); // lexicographically: clients compare texts
}

void PushHistoryTest::forgetsExpiredMessages()
{
    PushFixture push;
    push.call([&push] {
        push.hub.publishToGuest("tag", {u"main"_s, u"a"_s, {{"n"_L1, 1}}}, std::chrono::seconds(30));
        push.hub.publishToGuest("tag", {u"main"_s, u"b"_s, {{"n"_L1, 2}}}, std::chrono::seconds(60));
    });
    push.clock.advance(std::chrono::seconds(31));
    Listener listener(push, push.guestTarget("tag") + "&mid=" + QByteArray(26, '0'));
    QCOMPARE(listener.number(), 2);
    push.clock.advance(std::chrono::seconds(60));
    push.call([&push] { push.hub.purge(); });
    QCOMPARE(push.call([&push] { return push.hub.historyBytes(); }), qsizetype(0));
}

void PushHistoryTest::boundsAChannelsHistory()
{
    PushFixture push;
    for (int i = 1; i <= 300; ++i)
        push.ring(i);
    Listener listener(push, push.target() + "&mid=" + QByteArray(26, '0'));
    QCOMPARE(listener.number(), 300 - static_cast<int>(Hub::mostInChannel) + 1);
}

void PushHistoryTest::pingsAgainAndAgain()
{
    PushFixture push(std::chrono::milliseconds(50));
    Listener listener(push, push.target());
    for (int i = 0; i < 5; ++i) {
        const auto frame = listener.client.frame();
        QVERIFY(frame);
        QCOMPARE(frame->payload, "ping"_ba);
        QVERIFY(listener.client.sendText("pong"));
    }
}

void PushHistoryTest::spreadsPingsOverTheInterval()
{
    struct Member final : PingWheel::Member {
        int turns = 0;
        void turn() override { ++turns; }
    };
    boost::asio::io_context io;
    PingWheel wheel(io, std::chrono::milliseconds(1000));
    std::array<Member, 10> members;
    std::vector<std::chrono::milliseconds> places;
    for (Member &member : members)
        places.push_back(wheel.add(member));
    std::ranges::sort(places);
    // Ten of them: within any third of the interval lie some, but never most.
    for (std::size_t i = 4; i < places.size(); ++i)
        QVERIFY(places.at(i) - places.at(i - 4) > std::chrono::milliseconds(300));
    const auto had = [&members](int turns) {
        return std::ranges::all_of(members, [turns](const Member &member) { return member.turns >= turns; });
    };
    while (!had(2))
        QVERIFY(io.run_one_for(std::chrono::seconds(30)) > 0);
    // However late it came to them, nobody is ahead by more than the interval that has begun.
    QVERIFY(std::ranges::none_of(members, [](const Member &member) { return member.turns > 3; }));
}

void PushHistoryTest::dropsAFlood() // SR-24
{
    PushFixture push;
    Listener listener(push, push.target());
    for (int i = 0; i < 200; ++i)
        listener.client.sendText("pong");
    QCOMPARE(listener.closeCode(), 1008);
}

void PushHistoryTest::allowsAnAcknowledgementForEachMessage()
{
    PushFixture push;
    Listener listener(push, push.target());
    QTRY_COMPARE(push.listeners(), std::size_t(1));
    for (int i = 0; i < 400; ++i) {
        push.ring(i);
        const auto event = listener.event();
        QVERIFY(event);
        QVERIFY(listener.client.sendText(pullAcknowledgement(event->mid)));
    }
}

void PushHistoryTest::dropsASlowReader()
{
    PushFixture push;
    Listener slow(push, push.target());
    Listener quick(push, push.target(2));
    QTRY_COMPARE(push.listeners(), std::size_t(2));
    const QString large(20'000, u'x');
    for (int i = 0; i < 2000 && push.listeners() == 2; ++i)
        push.call([&push, &large] { push.hub.publishToUser(1, {}, {u"passport"_s, u"x"_s, {{"text"_L1, large}}}); });
    QTRY_COMPARE(push.listeners(), std::size_t(1)); // its queue passed the cap
    push.ring(7, 2);
    QCOMPARE(quick.number(), 7);
}

void PushHistoryTest::pollsLong() // wire.md 2.12, api.md 4
{
    PushFixture push;
    const QByteArray target = pollOf(push.target());
    RawClient client(push.port);
    client.send(get(target));
    QByteArray answer = client.response();
    QCOMPARE(statusOf(answer), 304);
    QCOMPARE(headerOf(answer, "expires"), "Thu, 01 Jan 1973 11:11:01 GMT"_ba);
    QCOMPARE(headerOf(answer, "access-control-allow-origin"), "*"_ba);
    const QByteArray mid = headerOf(answer, "last-message-id");
    QCOMPARE(mid.size(), 26);
    push.ring(1);
    push.ring(2);
    client.send(get(target + "&mid=" + mid));
    answer = client.response();
    QCOMPARE(statusOf(answer), 200);
    Result<PullFrames> frames = parsePullFrames(5, bodyOf(answer));
    QVERIFY(frames);
    QCOMPARE(frames->events.size(), std::size_t(2));
    client.send("POST /bitrix/pubweb/ HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4\r\n\r\npong");
    QCOMPARE(statusOf(client.response()), 200);
}

void PushHistoryTest::answersAWaitingPollAtOnce()
{
    PushFixture push(std::chrono::minutes(1), std::chrono::minutes(1));
    RawClient client(push.port);
    client.send(get(pollOf(push.target())));
    QTRY_COMPARE(push.listeners(), std::size_t(1));
    push.ring(3);
    const Result<PullFrames> frames = parsePullFrames(5, bodyOf(client.response()));
    QVERIFY(frames);
    QCOMPARE(frames->events.front().params.value("n"_L1).toInt(), 3);
}

void PushHistoryTest::answersPreflights()
{
    PushFixture push;
    RawClient client(push.port);
    client.send("OPTIONS /bitrix/sub/ HTTP/1.1\r\nHost: localhost\r\n\r\n");
    const QByteArray answer = client.response();
    QCOMPARE(statusOf(answer), 200);
    QVERIFY(headerOf(answer, "access-control-allow-headers").contains("If-None-Match"));
}

void PushHistoryTest::mutesForTests()
{
    PushFixture push;
    Listener listener(push, push.target());
    QTRY_COMPARE(push.listeners(), std::size_t(1));
    push.faults.mutePush(true);
    push.ring(1);
    push.faults.mutePush(false);
    push.ring(2);
    QCOMPARE(listener.number(), 2);
    push.call([&push] { push.server.cut(); });
    QTRY_COMPARE(push.listeners(), std::size_t(0));
}

} // namespace passport

QTEST_GUILESS_MAIN(passport::PushHistoryTest)
#include "pushhistorytest.moc"
