// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/accountfixture.h"
#include "support/stricttest.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace passport {
namespace {

const QString anna = u"anna"_s;
const QByteArray russian = "ru-RU,ru;q=0.9,en;q=0.8";
const QByteArray english = "en-GB,en;q=0.9";

/// A call of a program that speaks a language.
RestAnswer say(RestCaller &caller, const QByteArray &method, const QJsonObject &wish, const QByteArray &language)
{
    RestCaller::Headers headers{{"Content-Type", "application/json"}, {"Accept-Language", language}};
    if (!caller.accessToken.isEmpty())
        headers.emplace_back("Authorization", "Bearer " + caller.accessToken);
    return caller.post("/rest/" + method, QJsonDocument(wish).toJson(QJsonDocument::Compact), headers);
}

RestCaller signedInSpeaking(const BackendFixture &backend, const QString &who, const QByteArray &language)
{
    RestCaller caller(backend.port());
    const RestAnswer answer = say(
        caller, "passport.signin",
        {{"login"_L1, AccountFixture::login(who)},
         {"password"_L1, AccountFixture::password(who)},
         {"device"_L1, testDevice()}},
        language);
    caller.take(answer.result());
    return caller;
}

QJsonObject asking(const QString &address)
{
    return {{"kind"_L1, u"email"_s}, {"value"_L1, address}, {"password"_L1, AccountFixture::password(anna)}};
}

QString spokenIn(const QByteArray &letter)
{
    return letter.contains("Никому") || letter.contains("Паспорт") ? u"ru"_s : u"en"_s;
}

} // namespace

/// Letters come in the language of whoever reads them, not of whoever causes them.
class ReadersTest : public StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void lastSignInSaysTheLanguage();
    void strangersDoNotChooseIt();
    void callsOwnWhileNobodyKnows();
};

void ReadersTest::lastSignInSaysTheLanguage()
{
    AccountFixture backend;
    RestCaller caller = signedInSpeaking(backend, anna, russian);
    QCOMPARE(say(caller, "passport.contacts.add", asking(u"one@new.test"_s), english).status, 200);
    QTRY_COMPARE(backend.lettersTo(u"one@new.test"_s).size(), 1);
    QCOMPARE(spokenIn(backend.lettersTo(u"one@new.test"_s).first()), u"ru"_s);
    signedInSpeaking(backend, anna, "fr"); // speaks neither of ours: nothing is learnt
    QCOMPARE(say(caller, "passport.contacts.add", asking(u"two@new.test"_s), english).status, 200);
    QTRY_COMPARE(backend.lettersTo(u"two@new.test"_s).size(), 1);
    QCOMPARE(spokenIn(backend.lettersTo(u"two@new.test"_s).first()), u"ru"_s);
    signedInSpeaking(backend, anna, english);
    QCOMPARE(say(caller, "passport.contacts.add", asking(u"three@new.test"_s), russian).status, 200);
    QTRY_COMPARE(backend.lettersTo(u"three@new.test"_s).size(), 1);
    QCOMPARE(spokenIn(backend.lettersTo(u"three@new.test"_s).first()), u"en"_s);
}

void ReadersTest::strangersDoNotChooseIt() // SR-33: nor does their call show what the owner speaks
{
    AccountFixture backend;
    signedInSpeaking(backend, u"vera"_s, russian);
    const QString vera = AccountFixture::login(u"vera"_s);
    RestCaller caller = signedInSpeaking(backend, anna, english);
    QCOMPARE(say(caller, "passport.contacts.add", asking(vera), english).status, 200); // taken: the owner is told
    QTRY_COMPARE(backend.lettersTo(vera).size(), 1);
    QCOMPARE(spokenIn(backend.lettersTo(vera).first()), u"ru"_s);
    RestCaller stranger(backend.port());
    QCOMPARE(say(stranger, "passport.recovery.start", {{"login"_L1, vera}}, english).status, 200);
    QTRY_COMPARE(backend.lettersTo(vera).size(), 2);
    QCOMPARE(spokenIn(backend.lettersTo(vera).last()), u"ru"_s);
}

void ReadersTest::callsOwnWhileNobodyKnows()
{
    AccountFixture backend;
    RestCaller stranger(backend.port());
    const QString gleb = AccountFixture::login(u"gleb"_s);
    QCOMPARE(say(stranger, "passport.recovery.start", {{"login"_L1, gleb}}, russian).status, 200);
    QTRY_COMPARE(backend.lettersTo(gleb).size(), 1);
    QCOMPARE(spokenIn(backend.lettersTo(gleb).first()), u"ru"_s);
}

} // namespace passport

QTEST_GUILESS_MAIN(passport::ReadersTest)
#include "readers_test.moc"
