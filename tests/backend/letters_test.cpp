// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/account/usedcode.h"
#include "backend/core/crypto.h"
#include "backend/mail/mimemail.h"
#include "backend/mail/postoffice.h"
#include "backend/store/secrets.h"
#include "backend/store/store.h"
#include "support/stricttest.h"

#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace passport {
namespace {

const QString mailAddress = u"anna@example.test"_s;
const QString phone = u"+79000000001"_s;
const PageValues allValues{
    {u"code"_s, u"123456"_s},
    {u"link"_s, u"https://passport.example.test/mail/contact/#abc"_s},
    {u"value"_s, u"new@example.test"_s},
    {u"person"_s, u"А. И…а"_s},
    {u"time"_s, u"22 November 2026, 11:30 (UTC)"_s},
    {u"title"_s, u"Ромашка"_s},
    {u"day"_s, u"22 November 2026"_s},
    {u"oldUrl"_s, u"https://passport.example.test/p/romashka/"_s}};

MimeMail mailOf(const Letter &letter)
{
    return {
        .from = u"no-reply@example.test"_s,
        .to = letter.to,
        .id = "1.2@example.test",
        .date = QDateTime(QDate(2026, 11, 22), QTime(1, 2, 3), Qt::UTC),
        .text = LetterTexts().of(letter)};
}

QByteArrayList headersOf(const QByteArray &mail)
{
    QByteArrayList headers;
    for (const QByteArray &line : mail.left(mail.indexOf("\r\n\r\n")).replace("\r\n ", " ").split('\n'))
        headers.append(line.trimmed());
    return headers;
}

/// The words of an encoded subject, put together again.
QString decodedSubject(const QByteArray &mail)
{
    static const QRegularExpression word(u"=\\?UTF-8\\?B\\?([A-Za-z0-9+/=]+)\\?="_s);
    QByteArray bytes;
    for (auto it = word.globalMatch(QString::fromLatin1(headersOf(mail).at(2))); it.hasNext();)
        bytes += QByteArray::fromBase64(it.next().captured(1).toLatin1());
    return QString::fromUtf8(bytes);
}

/// A post office over a store of its own.
struct Office {
    Office()
        : store(std::move(*Store::open({.folder = folder.path()})))
        , office(clock, *Secrets::open(folder.path()))
    {
    }
    std::vector<QueuedLetter> due(Means means)
    {
        return store->writeNow([&](Db &db) { return office.due(db, means, 10); });
    }

    const QTemporaryDir folder;
    Clock clock;
    std::unique_ptr<Store> store;
    const PostOffice office;
};

} // namespace

/// The words of letters, how a mail is written, and the queue.
class LettersTest : public StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { crypto::init(); }
    void everyKindHasItsWords_data();
    void everyKindHasItsWords();
    void newContactSaysWhoseItWouldBe();
    void addressesAreChecked_data();
    void addressesAreChecked();
    void valuesStayValues();
    void subjectsOfAnyLengthComeBack();
    void letterLivesAndDiesWithItsChange();
    void queueTellsNoCode();
    void lateLettersAreDropped();
};

void LettersTest::everyKindHasItsWords_data()
{
    QTest::addColumn<QString>("kind");
    for (const QLatin1StringView kind :
         {letter::contactCode, letter::contactTaken, letter::contactAdded, letter::contactRemoved,
          letter::passwordChanged, letter::secondStepOn, letter::secondStepOff, letter::recoveryCodesMade,
          letter::recoveryCodeUsed, letter::recoveryCode, letter::signUpCode, letter::signUpTaken,
          letter::passportDeleted, letter::portalRenamed, letter::portalIdle, letter::portalEnded, letter::signInCode})
        QTest::newRow(kind.data()) << QString(kind);
}

void LettersTest::everyKindHasItsWords()
{
    QFETCH(const QString, kind);
    const bool namesCode = kind.endsWith(u".code"_s);
    QStringList seen;
    for (const PageLanguage language : {PageLanguage::English, PageLanguage::Russian}) {
        const LetterText sms = LetterTexts().of({.kind = kind, .to = phone, .language = language, .values = allValues});
        QVERIFY(!sms.text.isEmpty() && !sms.text.contains(u'{'));
        QCOMPARE(sms.text.contains(u"123456"_s), namesCode);
        seen.append(sms.text);
        if (kind == letter::signInCode) // e-mail is never a second factor (SR-38)
            continue;
        const LetterText mail
            = LetterTexts().of({.kind = kind, .to = mailAddress, .language = language, .values = allValues});
        QVERIFY(!mail.subject.isEmpty() && !mail.subject.contains(u'{'));
        QVERIFY(!mail.text.contains(u'{') && !mail.html.contains(u"{{"_s));
        QCOMPARE(mail.text.contains(u"\n\n123456\n\n"_s), namesCode);
        QCOMPARE(mail.html.contains(u">123456<"_s), namesCode);
        QCOMPARE(
            mail.html.contains(u"<a href=\"https://passport.example.test/mail/"_s),
            namesCode || kind == letter::portalRenamed);
        seen << mail.subject << mail.text;
    }
    QCOMPARE(seen.removeDuplicates(), 0); // two languages, no text twice
}

void LettersTest::newContactSaysWhoseItWouldBe()
{
    Letter letter{.kind = letter::contactCode, .to = mailAddress, .values = allValues};
    for (const PageLanguage language : {PageLanguage::English, PageLanguage::Russian}) {
        letter.language = language;
        const QString mail = LetterTexts().of(letter).text;
        QVERIFY(mail.contains(u"(А. И…а)"_s) && mail.contains(u"22 November 2026, 11:30 (UTC)"_s));
        QVERIFY(mail.contains(language == PageLanguage::Russian ? u"«Это не я»"_s : u"“This is not me”"_s));
    }
    letter.values.remove(u"person"_s); // who has no name is not put in brackets
    QVERIFY(LetterTexts().of(letter).text.contains(u"к Паспорту. Запрос"_s));
    letter.values = allValues;
    letter.to = phone;
    QVERIFY(LetterTexts().of(letter).text.contains(u"(А. И…а)"_s));
}

void LettersTest::addressesAreChecked_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isAddress");
    QTest::newRow("plain") << u"a@b.test"_s << true;
    QTest::newRow("tag") << u"first.last+tag@mail.example.test"_s << true;
    QTest::newRow("host alone") << u"root@localhost"_s << true;
    QTest::newRow("empty") << QString() << false;
    QTest::newRow("line") << u"a@b.test\r\nRCPT TO:<x@y.test>"_s << false;
    QTest::newRow("line end") << u"a@b.test\n"_s << false;
    QTest::newRow("bracket") << u"a>@b.test"_s << false;
    QTest::newRow("space") << u"a b@b.test"_s << false;
    QTest::newRow("two") << u"a@b.test,c@d.test"_s << false;
    QTest::newRow("two at") << u"a@b@c.test"_s << false;
    QTest::newRow("letters of others") << u"анна@b.test"_s << false;
    QTest::newRow("null") << u"a%1@b.test"_s.arg(QChar(u'\0')) << false;
    QTest::newRow("long") << QString(65, u'a') + u"@b.test"_s << false;
}

void LettersTest::addressesAreChecked()
{
    QFETCH(const QString, text);
    QFETCH(const bool, isAddress);
    QCOMPARE(isMailAddress(text), isAddress);
}

void LettersTest::valuesStayValues()
{
    const QString hostile = u"x\r\nBcc: thief@example.test\r\n\r\n<script>alert(1)</script>{{{code}}}\u202E"_s;
    const Letter letter{
        .kind = letter::portalRenamed, .to = mailAddress, .values = {{u"title"_s, hostile}, {u"code"_s, u"42"_s}}};
    for (const auto encoding : {MimeMail::Encoding::Base64, MimeMail::Encoding::Readable}) {
        const QByteArrayList headers = headersOf(mailOf(letter).toBytes(encoding));
        QByteArrayList names;
        for (const QByteArray &header : headers)
            names.append(header.left(header.indexOf(':')));
        QCOMPARE(
            names.join(' '), QByteArray("From To Subject Date Message-ID MIME-Version Auto-Submitted Content-Type"));
    }
    const LetterText text = LetterTexts().of(letter);
    QVERIFY(text.text.contains(u"<script>"_s) && !text.text.contains(u"\nBcc"_s));
    QVERIFY(text.text.contains(u"{{{code}}}"_s)); // what a value says is never looked at again
    QVERIFY(!text.text.contains(QChar(0x202E)));
    QVERIFY(!text.html.contains(u"<script>"_s) && text.html.contains(u"&lt;script&gt;"_s));
}

void LettersTest::subjectsOfAnyLengthComeBack()
{
    MimeMail mail = mailOf({.kind = letter::passwordChanged, .to = mailAddress});
    for (const int length : {1, 20, 41, 42, 43, 300}) {
        mail.text.subject = QString(length, u'Ж') + QString::fromUtf8("🌼");
        const QByteArray bytes = mail.toBytes(MimeMail::Encoding::Base64);
        QCOMPARE(decodedSubject(bytes), mail.text.subject);
        for (const QByteArray &line : bytes.split('\n'))
            QVERIFY2(line.size() <= 100, line); // RFC 5322 2.1.1 wants 78 of what can be folded
    }
    QVERIFY(mail.toBytes(MimeMail::Encoding::Base64).contains("\r\nDate: Sun, 22 Nov 2026 01:02:03 +0000\r\n"));
}

void LettersTest::letterLivesAndDiesWithItsChange()
{
    Office post;
    const auto failing = [&](Db &db) {
        post.office.post(db, {.kind = letter::passwordChanged, .to = mailAddress});
        throw StoreError(u"the change could not be made"_s);
    };
    QVERIFY_THROWS_EXCEPTION(StoreError, post.store->writeNow(failing));
    QCOMPARE(post.due(Means::Mail).size(), 0U);
    const Letter letter{
        .kind = letter::contactCode, .to = phone, .language = PageLanguage::Russian, .values = allValues};
    post.store->writeNow([&](Db &db) { post.office.post(db, letter); });
    QCOMPARE(post.due(Means::Mail).size(), 0U); // a phone gets messages
    const auto due = post.due(Means::Sms);
    QCOMPARE(due.size(), 1U);
    QCOMPARE(due.front().letter.kind, letter.kind);
    QCOMPARE(due.front().letter.to, letter.to);
    QVERIFY(due.front().letter.language == letter.language);
    QCOMPARE(due.front().letter.values, letter.values);
    post.store->writeNow([&](Db &db) { post.office.putOff(db, due.front().id, 60s); });
    QCOMPARE(post.due(Means::Sms).size(), 0U);
    post.clock.advance(61s);
    QCOMPARE(post.due(Means::Sms).front().tries, 1);
}

void LettersTest::queueTellsNoCode()
{
    Office post;
    post.store->writeNow([&](Db &db) {
        post.office.post(db, {.kind = letter::recoveryCode, .to = mailAddress, .values = {{u"code"_s, u"807142"_s}}});
    });
    const QString copy = post.folder.filePath(u"copy.sqlite"_s);
    post.store->backup(copy);
    QFile file(copy);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray everything = file.readAll();
    QVERIFY(everything.contains("CREATE TABLE letter"));
    QVERIFY(!everything.contains("807142"));
    QVERIFY(!everything.contains(mailAddress.toUtf8()));
}

void LettersTest::lateLettersAreDropped()
{
    Office post;
    post.store->writeNow([&](Db &db) {
        post.office.post(db, {.kind = letter::contactCode, .to = phone, .values = allValues, .goodFor = 600s});
    });
    post.clock.advance(601s);
    QCOMPARE(post.due(Means::Sms).size(), 0U);
    QCOMPARE(post.store->writeNow([&](Db &db) { return post.office.waiting(db, Means::Sms); }), 0);
}

} // namespace passport

QTEST_GUILESS_MAIN(passport::LettersTest)
#include "letters_test.moc"
