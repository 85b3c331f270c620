// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "client/changekeys.h"
#include "client/apiclient.h"
#include "client/clientcodes.h"
#include "protocol/accountapi.h"
#include "protocol/portalchangesapi.h"
#include "support/stricttest.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace passport {
namespace {

ApiRequest creating(const QString &title)
{
    return apiRequest(CreatePortal{.title = title});
}

const Error lost{.kind = Error::Kind::Timeout, .code = {}, .detail = {}, .details = {}};
const Error refused = Error::ofCode("limit_reached"_L1);

} // namespace

/// Under which key a change goes out (api.md 1).
class ChangeKeysTest : public StrictTest {
    Q_OBJECT
private Q_SLOTS:
    void whatMayHaveBeenDoneKeepsItsKey()
    {
        ChangeKeys keys;
        const QString first = keys.keyOf(creating(u"One"_s));
        QVERIFY(first.size() >= 16 && first.size() <= 64);
        QVERIFY(keys.keyOf(creating(u"Two"_s)) != first);
        keys.ended(creating(u"One"_s), &lost);
        QCOMPARE(keys.keyOf(creating(u"One"_s)), first);
    }

    void anAnswerThatCannotBeReadIsNone_data()
    {
        QTest::addColumn<QString>("code");
        QTest::newRow("noise") << QString();
        QTest::newRow("a page of a gateway") << QString(code::notAPassportServer);
        QTest::newRow("without an end") << QString(code::answerTooLarge);
    }
    void anAnswerThatCannotBeReadIsNone()
    {
        QFETCH(QString, code);
        const Error unreadable{.kind = Error::Kind::Malformed, .code = code, .detail = {}, .details = {}};
        ChangeKeys keys;
        const QString first = keys.keyOf(creating(u"One"_s));
        keys.ended(creating(u"One"_s), &unreadable);
        QCOMPARE(keys.keyOf(creating(u"One"_s)), first);
    }

    // Else the server would say that it is removed, of the photo before.
    void whatMayBeUndoneIsAnotherChange()
    {
        const ApiRequest remove = apiRequest(DeletePhoto{});
        const ApiRequest put = apiRequest(PutPhoto{.contentType = "image/png", .body = "a picture"});
        ChangeKeys keys;
        const QString first = keys.keyOf(remove);
        const QString created = keys.keyOf(creating(u"One"_s));
        keys.ended(remove, &lost);
        keys.ended(creating(u"One"_s), &lost);
        (void)keys.keyOf(put);
        keys.ended(put, &refused);
        QCOMPARE(keys.keyOf(remove), first);
        (void)keys.keyOf(put);
        keys.ended(put, nullptr);
        QCOMPARE(keys.keyOf(remove), first); // it is under way: what comes of it is not known yet
        keys.ended(remove, &lost);
        (void)keys.keyOf(put);
        keys.ended(put, nullptr);
        QVERIFY(keys.keyOf(remove) != first);
        QCOMPARE(keys.keyOf(creating(u"One"_s)), created); // of another area
    }

    void whatWasAnsweredIsOver_data()
    {
        QTest::addColumn<bool>("done");
        QTest::newRow("done") << true;
        QTest::newRow("refused") << false;
    }
    void whatWasAnsweredIsOver()
    {
        QFETCH(bool, done);
        ChangeKeys keys;
        const QString first = keys.keyOf(creating(u"One"_s));
        keys.ended(creating(u"One"_s), done ? nullptr : &refused);
        QVERIFY(keys.keyOf(creating(u"One"_s)) != first);
    }

    // The server has forgotten it by then: a portal of the same name is another portal.
    void whatTheServerForgetsIsForgotten()
    {
        ChangeKeys keys(0ms);
        const QString first = keys.keyOf(creating(u"One"_s));
        keys.ended(creating(u"One"_s), &lost);
        QVERIFY(keys.keyOf(creating(u"One"_s)) != first);
        QCOMPARE(ChangeKeys::serverKeeps, 24h);
    }
};

} // namespace passport

QTEST_GUILESS_MAIN(passport::ChangeKeysTest)
#include "changekeystest.moc"
