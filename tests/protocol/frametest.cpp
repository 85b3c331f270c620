// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "protocol/pullframes.h"
#include "support/stricttest.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;

namespace passport {

/// Frames of the three versions that we understand become the same PullEvent.
class FrameTest : public StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void versionsAgree_data()
    {
        QTest::addColumn<int>("version");
        QTest::addColumn<QByteArray>("text");
        const QByteArray message
            = R"({"module_id":"Main","command":"qrAuthorize","params":{"token":"t","redirectUrl":""},)"
              R"("extra":{"server_time":"2026-03-31T17:05:18+02:00","revision_web":19}})";
        const QByteArray envelope = R"({"id":7,"mid":"17749767230000000000000007","channel":"c","tag":"123",)"
                                    R"("time":"Tue, 31 Mar 2026 15:05:18 GMT","text":)"
            + message + "}";
        QTest::newRow("3, delimited") << 3 << QByteArray("#!NGINXNMS!#" + envelope + "#!NGINXNME!#");
        QTest::newRow("4, format=json") << 4 << QByteArray("[" + envelope + "]");
        const QByteArray rpc
            = R"({"jsonrpc":"2.0","method":"incoming.message","params":{"mid":"17749767230000000000000007",)"
              R"("body":)"
            + message + R"(,"sender":{"type":2,"id":""}}})";
        QTest::newRow("5, one") << 5 << rpc;
        QTest::newRow("5, list") << 5 << QByteArray("[" + rpc + "]");
    }
    void versionsAgree()
    {
        QFETCH(int, version);
        QFETCH(QByteArray, text);
        const Result<PullFrames> frames = parsePullFrames(version, text);
        QVERIFY2(frames, qPrintable(frames ? QString() : frames.error().detail));
        QCOMPARE(frames->events.size(), 1U);
        const PullEvent &event = frames->events.front();
        QCOMPARE(event.module, u"main"_s);
        QCOMPARE(event.command, u"qrAuthorize"_s);
        QCOMPARE(event.params.value("token"_L1).toString(), u"t"_s);
        QCOMPARE(event.mid, u"17749767230000000000000007"_s);
        QVERIFY(!event.fromClient);
    }

    void severalDelimitedInOneMessage()
    {
        const QByteArray one = R"(#!NGINXNMS!#{"mid":"1","text":{"module_id":"a","command":"b"}}#!NGINXNME!#)";
        QCOMPARE(parsePullFrames(3, one + one + one)->events.size(), 3U);
    }

    void emptyMapOfPhpIsAnEmptyObject()
    {
        const auto frames = parsePullFrames(4, R"([{"mid":"1","text":{"module_id":"a","command":"b","params":[]}}])");
        QVERIFY(frames);
        QVERIFY(frames->events.front().params.isEmpty());
    }

    void pingIsBareText()
    {
        QVERIFY(parsePullFrames(5, "ping")->ping);
        QVERIFY(!parsePullFrames(4, "ping"));
    }

    void mergesUserParams()
    {
        const auto frames = parsePullFrames(
            5,
            R"({"method":"incoming.message","params":{"body":{"module_id":"a","command":"b","params":{"x":1,"y":1}},)"
            R"("user_params":{"x":2},"dictionary":{"z":3}}})");
        QCOMPARE(frames->events.front().params, (QJsonObject{{"x"_L1, 2}, {"y"_L1, 1}, {"z"_L1, 3}}));
    }

    void knowsAnotherClient()
    {
        const auto frames = parsePullFrames(
            5,
            R"({"method":"incoming.message","params":{"body":{"module_id":"main","command":"qrScanned",)"
            R"("params":{"ticketId":"t","rev":1}},"sender":{"type":1,"id":"9"}}})");
        QVERIFY(frames->events.front().fromClient);
        QVERIFY(!QrRing::fromEvent(frames->events.front()));
    }

    void ignoresAnswersAndUnknownMethods()
    {
        QVERIFY(parsePullFrames(5, R"({"jsonrpc":"2.0","id":1,"result":true})")->events.empty());
        QVERIFY(parsePullFrames(5, R"({"method":"something.new","params":{}})")->events.empty());
    }

    void namesWhatIsWrong_data()
    {
        QTest::addColumn<int>("version");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("detail");
        QTest::newRow("no end") << 3 << QByteArray("#!NGINXNMS!#{}") << u"frame: expected closing delimiter"_s;
        QTest::newRow("no delimiter") << 3 << QByteArray("hello") << u"frame: expected delimiter"_s;
        QTest::newRow("no text") << 4 << QByteArray(R"([{"mid":"1"}])") << u"text: expected object"_s;
        QTest::newRow("no command") << 4 << QByteArray(R"([{"mid":"1","text":{"module_id":"a"}}])")
                                    << u"text.command: expected string"_s;
        QTest::newRow("no body") << 5 << QByteArray(R"({"method":"incoming.message","params":{}})")
                                 << u"body: expected object"_s;
        QTest::newRow("number") << 5 << QByteArray("42") << u"frame: expected object or list"_s;
        QTest::newRow("too deep") << 5 << QByteArray(QByteArray(40, '[') + QByteArray(40, ']'))
                                  << u"body: nested too deep"_s;
    }
    void namesWhatIsWrong()
    {
        QFETCH(int, version);
        QFETCH(QByteArray, text);
        QFETCH(QString, detail);
        const auto frames = parsePullFrames(version, text);
        QVERIFY(!frames);
        QCOMPARE(frames.error().detail, detail);
    }

    void ourFrameIsOneLineAndReadBack()
    {
        const PullEvent event{
            .module = u"main"_s,
            .command = u"qrScanned"_s,
            .params = {{"ticketId"_L1, u"t\n"_s}, {"rev"_L1, 2}},
            .mid = u"17749767230000000000000001"_s,
            .tag = {},
            .time = {},
            .fromClient = false};
        const QByteArray frame = pullFrame(event, 1774969518.25);
        QVERIFY(!frame.contains('\n'));
        QCOMPARE(parsePullFrames(5, frame)->events.front(), event);
        QCOMPARE(pullAcknowledgement(event.mid), "mack:17749767230000000000000001"_ba);
    }

    void ringsAreOnlyWhatTheyMustBe()
    {
        PullEvent event{
            .module = u"passport"_s,
            .command = u"counters"_s,
            .params = {{"memberId"_L1, u"m"_s}, {"count"_L1, 3}, {"total"_L1, 8}},
            .mid = {},
            .tag = {},
            .time = {},
            .fromClient = false};
        QCOMPARE(CounterRing::fromEvent(event)->total, 8);
        event.params.remove("count"_L1);
        QVERIFY(!CounterRing::fromEvent(event));
        event.command = u"qrApproval"_s;
        event.params = {{"approvalId"_L1, u"a"_s}, {"rev"_L1, 4}};
        QCOMPARE(ApprovalRing::fromEvent(event)->rev, 4);
    }
};

} // namespace passport

QTEST_GUILESS_MAIN(passport::FrameTest)
#include "frametest.moc"
