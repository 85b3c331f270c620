// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/push/jwt.h"
#include "backend/pushfixture.h"
#include "protocol/base64url.h"
#include "support/stricttest.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>

namespace passport {

namespace {

using TargetOf = QByteArray (*)(const PullConfig &config);

QByteArray tokenTarget(const PullConfig &config)
{
    return "/bitrix/subws/?token=" + config.jwt.toLatin1();
}

QByteArray channelTarget(const PullConfig &config)
{
    const QString both = config.privateChannel->id + u'/' + config.sharedChannel->id;
    return "/bitrix/subws/?CHANNEL_ID=" + both.toLatin1().toPercentEncoding();
}

QByteArray sharedTarget(const PullConfig &config)
{
    return "/bitrix/subws/?CHANNEL_ID=" + config.sharedChannel->id.toLatin1();
}

} // namespace

/// Who may listen to what, and for how long (wire.md 2.5, 2.10; SR-22, SR-43).
class PushRightsTest : public StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void derivesDocumentedChannels();
    void signsWithDocumentedAlgorithms();
    void keepsScopesApart();
    void closesWrongChannels_data();
    void closesWrongChannels();
    void acceptsSignedChannelIds();
    void refusesForeignOrigins();
    void endsASession_data();
    void endsASession();
    void signsForEachSessionItself();
    void endsAGuest();
    void expiresChannels();
    void answersRequests();
    void tellsPresenceInPortalsOnly();
};

void PushRightsTest::derivesDocumentedChannels() // wire.md 1.3
{
    PushFixture push;
    const ChannelPair pair = push.channels.guest("tag");
    QCOMPARE(pair.privateId.toHex(), QCryptographicHash::hash("tagsecret", QCryptographicHash::Md5).toHex());
    QCOMPARE(pair.publicId.toHex(), QCryptographicHash::hash("tagsecretpublic", QCryptographicHash::Md5).toHex());
    const auto now = push.clock.now();
    QCOMPARE(push.channels.user(1, {}, now).privateId, push.channels.user(1, {}, now).privateId);
    QVERIFY(push.channels.user(1, {}, now).privateId != push.channels.user(2, {}, now).privateId);
    QVERIFY(
        push.channels.user(1, {}, now).privateId != push.channels.user(1, {}, now + PullChannels::period).privateId);
    const PullChannels::Span span = PullChannels::userSpan(1, now);
    QVERIFY(span.start <= now && now < span.end);
    QCOMPARE(span.end - span.start, std::chrono::seconds(43205)); // CHANNEL_TTL
}

void PushRightsTest::signsWithDocumentedAlgorithms() // wire.md 2.5
{
    PushFixture push;
    const PullConfig config = push.config(7, u"s"_s);
    const QByteArray id = config.privateChannel->id.toLatin1();
    QCOMPARE(id.size(), 32 + 1 + 32 + 1 + 40);
    const QByteArray pair = id.first(65);
    const QByteArray ofSession = QMessageAuthenticationCode::hash("session/s", "key", QCryptographicHash::Sha1);
    QCOMPARE(id.sliced(66), QMessageAuthenticationCode::hash(pair, ofSession, QCryptographicHash::Sha1).toHex());
    const PullConfig guest = push.call([&push] { return push.configs.forGuest("tag"); });
    const QByteArray window = guest.privateChannel->id.toLatin1();
    QCOMPARE(
        window.sliced(66), QMessageAuthenticationCode::hash(window.first(65), "key", QCryptographicHash::Sha1).toHex());
    const auto claims = readJwt(config.jwt.toLatin1(), "key");
    QVERIFY(claims);
    QCOMPARE(claims->value("sub"_L1).toString(), u"7"_s);
    QCOMPARE(claims->value("iss"_L1).toString(), QString(32, u'h'));
    QCOMPARE(claims->value("exp"_L1).toInteger(), config.expires);
    QVERIFY(claims->value("chan"_L1).toString().contains(QString::fromLatin1(id.first(32))));
    QVERIFY(!readJwt(config.jwt.toLatin1(), "another key"));
    const QByteArray none = toBase64Url(R"({"alg":"none"})") + '.' + config.jwt.toLatin1().split('.').at(1) + '.';
    QVERIFY(!readJwt(none, "key"));
}

void PushRightsTest::keepsScopesApart()
{
    PushFixture push;
    const PullScope portal{.portal = u"0123"_s};
    Listener passport(push, push.target(1));
    Listener inPortal(push, push.target(1, portal));
    QTRY_COMPARE(push.listeners(), std::size_t(2));
    push.ring(1, 1, portal);
    push.ring(2, 1);
    push.call([&push, &portal] { push.hub.publishShared(portal, {u"passport"_s, u"x"_s, {{"n"_L1, 3}}}); });
    QCOMPARE(passport.number(), 2);
    QCOMPARE(inPortal.number(), 1);
    QCOMPARE(inPortal.number(), 3);
}

void PushRightsTest::closesWrongChannels_data()
{
    QTest::addColumn<QByteArray>("query");
    const QByteArray zeros(32, '0');
    QTest::newRow("nothing") << ""_ba;
    QTest::newRow("no token") << "token="_ba;
    QTest::newRow("foreign key") << "token="
            + makeJwt({{"chan"_L1, QString(32, u'0')}, {"exp"_L1, qint64(9999999999)}}, "other");
    QTest::newRow("expired") << "token=" + makeJwt({{"chan"_L1, QString(32, u'0')}, {"exp"_L1, 1}}, "key");
    QTest::newRow("no channel") << "token=" + makeJwt({{"chan"_L1, QString()}, {"exp"_L1, qint64(9999999999)}}, "key");
    QTest::newRow("unsigned id") << "CHANNEL_ID=" + zeros;
    QTest::newRow("badly signed id") << "CHANNEL_ID=" + zeros + '.' + QByteArray(40, 'a');
    const QByteArray right = QMessageAuthenticationCode::hash(zeros, "key", QCryptographicHash::Sha1).toHex();
    QTest::newRow("rightly signed, never given") << "CHANNEL_ID=" + zeros + '.' + right;
}

void PushRightsTest::closesWrongChannels() // wire.md 2.14, 6
{
    QFETCH(QByteArray, query);
    PushFixture push;
    Listener listener(push, "/bitrix/subws/?" + query);
    QVERIFY(listener.isOpen);
    QCOMPARE(listener.closeCode(), 4010);
    RawClient poll(push.port);
    poll.send(get("/bitrix/sub/?" + query));
    QCOMPARE(statusOf(poll.response()), 400);
}

void PushRightsTest::acceptsSignedChannelIds()
{
    PushFixture push;
    const QByteArray target = channelTarget(push.config(1, u"s"_s));
    Listener listener(push, target);
    QTRY_COMPARE(push.listeners(), std::size_t(1));
    push.ring(1);
    push.call([&push] { push.hub.publishShared({}, {u"passport"_s, u"x"_s, {{"n"_L1, 2}}}); });
    QCOMPARE(listener.number(), 1);
    QCOMPARE(listener.number(), 2);
    push.clock.advance(std::chrono::hours(13));
    Listener late(push, target);
    QCOMPARE(late.closeCode(), 4010);
}

void PushRightsTest::refusesForeignOrigins() // SR-22
{
    PushFixture push;
    RawClient foreign(push.port);
    QVERIFY(!foreign.openWebSocket(push.target(), "Origin: https://evil.example\r\n"));
    RawClient own(push.port);
    QVERIFY(own.openWebSocket(push.target(), "Origin: http://127.0.0.1:" + QByteArray::number(push.port) + "\r\n"));
}

void PushRightsTest::endsASession_data()
{
    QTest::addColumn<TargetOf>("targetOf");
    QTest::newRow("token") << TargetOf(tokenTarget);
    QTest::newRow("CHANNEL_ID") << TargetOf(channelTarget);
    QTest::newRow("CHANNEL_ID of the shared channel alone") << TargetOf(sharedTarget);
}

void PushRightsTest::endsASession() // SR-43
{
    QFETCH(TargetOf, targetOf);
    PushFixture push;
    const QByteArray target = targetOf(push.config(1, u"lost"_s));
    Listener lost(push, target);
    Listener kept(push, targetOf(push.config(1, u"kept"_s)));
    QTRY_COMPARE(push.listeners(), std::size_t(2));
    push.call([&push] {
        push.dead.insert(u"lost"_s);
        push.hub.endSession(SessionId(u"lost"_s), u"signedOut"_s);
    });
    const auto event = lost.event();
    QVERIFY(event);
    QCOMPARE(event->command, u"sessionEnded"_s);
    QCOMPARE(lost.closeCode(), 4010);
    Listener again(push, target); // it has not expired, but its session has ended
    QCOMPARE(again.closeCode(), 4010);
    RawClient poll(push.port);
    poll.send(get(pollOf(target)));
    QCOMPARE(statusOf(poll.response()), 400);
    push.call([&push] { push.hub.publishShared({}, {u"passport"_s, u"x"_s, {{"n"_L1, 1}}}); });
    QCOMPARE(kept.number(), 1);
}

/// Else a session that has ended would go on with what another one of the person was given.
void PushRightsTest::signsForEachSessionItself() // SR-43
{
    PushFixture push;
    const PullConfig one = push.config(1, u"one"_s);
    const PullConfig two = push.config(1, u"two"_s);
    QCOMPARE(one.privateChannel->id.first(65), two.privateChannel->id.first(65));
    QVERIFY(one.privateChannel->id != two.privateChannel->id);
    QVERIFY(one.sharedChannel->id != two.sharedChannel->id);
    const QString mixed = one.privateChannel->id + u'/' + two.sharedChannel->id;
    Listener listener(push, "/bitrix/subws/?CHANNEL_ID=" + mixed.toLatin1().toPercentEncoding());
    QCOMPARE(listener.closeCode(), 4010);
    const QByteArray pair = one.privateChannel->id.first(65).toLatin1();
    const QByteArray ofNobody = QMessageAuthenticationCode::hash(pair, "key", QCryptographicHash::Sha1).toHex();
    Listener forged(push, "/bitrix/subws/?CHANNEL_ID=" + pair.toPercentEncoding() + '.' + ofNobody);
    QCOMPARE(forged.closeCode(), 4010);
}

void PushRightsTest::endsAGuest()
{
    PushFixture push;
    const QByteArray target = push.guestTarget("tag");
    Listener window(push, target);
    QTRY_COMPARE(push.listeners(), std::size_t(1));
    push.call([&push] {
        push.hub.publishToGuest("tag", {u"main"_s, u"qrExpired"_s, {{"n"_L1, 1}}}, std::chrono::seconds(30));
        push.hub.endGuest("tag");
    });
    QCOMPARE(window.number(), 1);
    QCOMPARE(window.closeCode(), 4010);
    Listener again(push, target);
    QCOMPARE(again.closeCode(), 4010);
}

void PushRightsTest::expiresChannels() // wire.md 2.10
{
    PushFixture push(std::chrono::milliseconds(60));
    const auto now = push.clock.now();
    const auto end = std::min(PullChannels::userSpan(1, now).end, now + PullConfigs::userLife);
    Listener person(push, push.target(1));
    Listener window(push, push.guestTarget("tag"));
    QTRY_COMPARE(push.listeners(), std::size_t(2));
    push.clock.advance(end - now + std::chrono::seconds(10));
    QCOMPARE(window.closeCode(), 4010); // nobody could give it a new config
    const auto event = person.event();
    QVERIFY(event);
    QCOMPARE(event->module, u"pull"_s);
    QVERIFY(event->command == u"channel_expire"_s || event->command == u"config_expire"_s);
    push.clock.advance(std::chrono::minutes(1));
    QCOMPARE(person.closeCode(), 4010);
}

void PushRightsTest::answersRequests() // wire.md 2.7
{
    PushFixture push;
    Listener anna(push, push.target());
    QJsonObject answer = anna.asked(R"({"jsonrpc":"2.0","id":1,"method":"ping","params":{}})");
    QCOMPARE(answer.value("id"_L1).toInt(), 1);
    QVERIFY(answer.contains("result"_L1));
    answer = anna.asked(R"({"jsonrpc":"2.0","id":2,"method":"listChannels","params":{}})");
    QCOMPARE(answer.value("result"_L1).toArray().size(), 2);
    const auto code
        = [&anna](const QByteArray &request) { return anna.asked(request).value("error"_L1)["code"_L1].toInt(); };
    QCOMPARE(code(R"({"jsonrpc":"2.0","id":3,"method":"publish","params":{}})"), -32601);
    QCOMPARE(code("{nonsense"), -32700);
    QCOMPARE(code(QByteArray("[").repeated(40)), -32700); // SR-24: depth
    QCOMPARE(code(R"({"id":3,"method":"ping"})"), -32600);
    QCOMPARE(code("[]"), -32600);
    QCOMPARE(code("null"), -32600);
    QCOMPARE(code("1,2"), -32700);
    QCOMPARE(code(R"({"jsonrpc":"2.0","id":4,"method":"getUsersLastSeen","params":{}})"), -32602);
}

void PushRightsTest::tellsPresenceInPortalsOnly()
{
    PushFixture push;
    const QByteArray request = R"({"jsonrpc":"2.0","id":1,"method":"getUsersLastSeen","params":{"userList":[1,2,3]}})";
    Listener anna(push, push.target(1));
    Listener boris(push, push.target(2));
    QTRY_COMPARE(push.listeners(), std::size_t(2));
    QCOMPARE(anna.asked(request).value("result"_L1).toObject(), (QJsonObject{{"1"_L1, 0}}));
    const PullScope portal{.portal = u"0123"_s};
    Listener annaThere(push, push.target(1, portal));
    auto borisThere = std::make_unique<Listener>(push, push.target(2, portal));
    QTRY_COMPARE(push.listeners(), std::size_t(4));
    QCOMPARE(annaThere.asked(request).value("result"_L1).toObject(), (QJsonObject{{"1"_L1, 0}, {"2"_L1, 0}}));
    borisThere.reset();
    QTRY_COMPARE(push.listeners(), std::size_t(3));
    push.clock.advance(std::chrono::seconds(75));
    const QJsonObject later = annaThere.asked(request).value("result"_L1).toObject();
    QVERIFY(later.value("2"_L1).toInt() >= 75);
}

} // namespace passport

QTEST_GUILESS_MAIN(passport::PushRightsTest)
#include "pushrightstest.moc"
