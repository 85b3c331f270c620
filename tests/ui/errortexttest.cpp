// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/errortext.h"
#include "client/clientcodes.h"
#include "protocol/busyreason.h"
#include "protocol/errorcodes.h"
#include "support/stricttest.h"

#include <QSet>

using namespace Qt::StringLiterals;
using namespace passport;

/// Errors become sentences: all of them, with a next step where there is one, and never with what is for logs only.
class ErrorTextTest : public StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void everyKindHasWords();
    void everyCodeHasWords();
    void namesTheHost();
    void outagesAreNamedForWhatTheyAre();
    void countsTriesAndWaits();
    void busyServersSayWhy();
    void tlsSaysWhy();
    void neverShowsWhatIsForLogs();
    void showsTimes();
};

void ErrorTextTest::everyKindHasWords()
{
    for (int kind = 0; kind <= static_cast<int>(Error::Kind::KeychainUnavailable); ++kind) {
        const Error error{.kind = static_cast<Error::Kind>(kind), .code = {}, .detail = {}, .details = {}};
        QVERIFY(!errorWords(error).title.isEmpty());
        QVERIFY(errorText(error).endsWith(u'.'));
        QVERIFY2(!errorText(error).contains(u"trying"_s), "an error does not know whether somebody tries again");
        QVERIFY(!errorText(error).contains(u'%'));
    }
}

void ErrorTextTest::everyCodeHasWords()
{
    QStringList codes;
    for (const ErrorCode &row : errorCodes())
        codes << row.code;
    for (const auto &word : code::clientCodes)
        codes << word;
    for (const QString &word : codes) {
        const Error error{
            .kind = kindOfCode(word).value_or(Error::Kind::Offline), .code = word, .detail = {}, .details = {}};
        QVERIFY2(!errorWords(error).title.isEmpty(), qPrintable(word));
        QVERIFY2(!errorText(error).contains(u'%') && !errorText(error).contains(u'_'), qPrintable(word));
        QVERIFY2(!errorText(error).contains(u"trying"_s), qPrintable(word));
    }
    // What a person can do something about has words of its own, not those of its kind.
    QSet<QString> titles;
    for (const auto &word :
         {code::wrongCredentials, code::wrongCode, code::qrDisabled, code::tooMany, code::ticketGone,
          code::keyringLocked, code::keyringMissing, code::notAPassportServer, code::hostNotFound, code::tlsRefused})
        titles << errorWords({.kind = kindOfCode(word).value_or(Error::Kind::Insecure),
                              .code = word,
                              .detail = {},
                              .details = {}})
                      .title;
    QCOMPARE(titles.size(), 10);
}

void ErrorTextTest::namesTheHost()
{
    const Error error{
        .kind = Error::Kind::Offline,
        .code = code::hostNotFound,
        .detail = {},
        .details = {{"host"_L1, "passport.example.test"_L1}}};
    QCOMPARE(errorWords(error).title, u"Cannot find passport.example.test"_s);
}

void ErrorTextTest::outagesAreNamedForWhatTheyAre()
{
    const QString host = u"passport.example.test"_s;
    Error why{.kind = Error::Kind::Offline, .code = {}, .detail = {}, .details = {}};
    QCOMPARE(outageTitle(why, host), u"Cannot reach passport.example.test"_s);
    QVERIFY(hasNoAnswer(why));
    why.code = code::serverAway; // a gateway's page
    QCOMPARE(outageTitle(why, host), u"The server is not available"_s);
    QVERIFY(!hasNoAnswer(why));
    why = {.kind = Error::Kind::Malformed, .code = code::notAPassportServer, .detail = {}, .details = {}};
    QCOMPARE(outageTitle(why, host), u"This is not a Passport server"_s);
    QVERIFY(!hasNoAnswer(why));
}

void ErrorTextTest::countsTriesAndWaits()
{
    Error error = Error::ofCode(code::wrongCode, {}, {{"triesLeft"_L1, 2}});
    QVERIFY(errorWords(error).sentence.contains(u"2"_s));
    error = Error::ofCode(code::tooMany);
    error.retryAfter = std::chrono::seconds(300);
    QCOMPARE(errorWords(error).sentence, u"Wait 5 min."_s);
}

void ErrorTextTest::busyServersSayWhy()
{
    Error error = Error::ofCode(code::overloaded);
    error.retryAfter = std::chrono::seconds(30);
    QCOMPARE(errorText(error), u"The server is busy. Wait 30 s."_s);
    error.details.insert("reason"_L1, busyreason::storage);
    QCOMPARE(errorText(error), u"The server cannot save anything at the moment. Wait 30 s."_s);
}

void ErrorTextTest::tlsSaysWhy()
{
    QSet<QString> sentences;
    for (const auto reason :
         {"expired"_L1, "not_yet_valid"_L1, "wrong_host"_L1, "self_signed"_L1, "unknown_issuer"_L1, "revoked"_L1,
          "other"_L1}) {
        const Error error{
            .kind = Error::Kind::Insecure,
            .code = code::tlsRefused,
            .detail = {},
            .details = {{"host"_L1, "h.test"_L1}, {"reason"_L1, reason}, {"issuer"_L1, "Example CA"_L1}}};
        QCOMPARE(errorWords(error).title, u"The connection to h.test is not secure"_s);
        sentences << errorWords(error).sentence;
        QVERIFY(errorDetails(error).contains(u"Example CA"_s));
    }
    QCOMPARE(sentences.size(), 7);
}

void ErrorTextTest::neverShowsWhatIsForLogs()
{
    for (const ErrorCode &row : errorCodes()) {
        const Error error = Error::ofCode(row.code, u"MARKER portal.title: expected string"_s);
        QVERIFY(!errorText(error).contains(u"MARKER"_s));
        QVERIFY(!errorDetails(error).contains(u"MARKER"_s));
    }
}

void ErrorTextTest::showsTimes()
{
    using namespace std::chrono_literals;
    QCOMPARE(shownTime(105s), u"1:45"_s);
    QCOMPARE(shownTime(7s), u"0:07"_s);
    QCOMPARE(shownTime(59min + 59s), u"59:59"_s);
    QCOMPARE(shownTime(22h + 2min + 3s), u"22:02:03"_s);
    QCOMPARE(shownTime(-3s), u"0:00"_s);
    QCOMPARE(shownDuration(45s), u"45 s"_s);
    QCOMPARE(shownDuration(121s), u"3 min"_s);
    QCOMPARE(shownDuration(7201s), u"3 h"_s);
}

QTEST_GUILESS_MAIN(ErrorTextTest)
#include "errortexttest.moc"
