// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "lettersender.h"
#include "support/stricttest.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace passport {
namespace {

const QString mailAddress = u"anna@example.test"_s;
const QString phone = u"+79000000001"_s;

/// Debian's aiosmtpd on a port of this machine; see mailserver.py.
class MailServer {
public:
    MailServer(const QDir &folder, const QString &security, const QStringList &credentials = {})
    {
        const QStringList fixed{
            QFINDTESTDATA("mailserver.py"), security, folder.filePath(u"cert.pem"_s), folder.filePath(u"key.pem"_s)};
        m_process.start(u"/usr/bin/python3"_s, fixed + credentials);
        if (const auto ready = next())
            m_port = static_cast<quint16>(ready->value("port"_L1).toInt());
    }
    ~MailServer()
    {
        m_process.closeWriteChannel();
        m_process.waitForFinished();
    }

    /// Of which it does nothing but keep it until serve().
    [[nodiscard]] quint16 port() const { return m_port; } ///< 0 if it does not run.
    bool serve()
    {
        m_process.write("serve\n");
        return next().has_value();
    }
    /// The next mail it has taken; nothing if none comes in time.
    std::optional<QJsonObject> next()
    {
        while (!m_process.canReadLine()) {
            if (!m_process.waitForReadyRead(waitLimit))
                return std::nullopt;
        }
        return QJsonDocument::fromJson(m_process.readLine()).object();
    }
    [[nodiscard]] bool hasMore()
    {
        m_process.waitForReadyRead(0);
        return m_process.canReadLine();
    }

private:
    QProcess m_process;
    quint16 m_port = 0;
};

Letter notice(const QString &to = mailAddress)
{
    return {.kind = letter::passwordChanged, .to = to, .language = PageLanguage::Russian};
}

/// What Anna's program is answered when she wants to bind an address.
QJsonObject asking(const LetterSender &sender)
{
    RestCaller anna(sender.port());
    anna.signIn(u"anna@example.test"_s, u"anna-demo-Passport"_s);
    return anna
        .call(
            "passport.contacts.add",
            {{"kind"_L1, u"email"_s}, {"value"_L1, u"anna@new.test"_s}, {"password"_L1, u"anna-demo-Passport"_s}})
        .result();
}

} // namespace

/// Letters on their way out: to a real mail server, into the folder; and what happens when these fail.
class MailTest : public StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void goesThroughTls_data();
    void goesThroughTls();
    void neverGoesInTheClear_data();
    void neverGoesInTheClear();
    void waitsForAServerThatIsDown();
    void secretLettersTellNobodyOfAnOutage();
    void refusedLetterHoldsUpNobody();
    void withoutServersEverythingIsInTheOutbox();

private:
    [[nodiscard]] PostOptions through(const QString &scheme, quint16 port, const QString &user = {}) const;

    const QTemporaryDir m_keys;
};

void MailTest::initTestCase()
{
    QProcess openssl;
    openssl.setWorkingDirectory(m_keys.path());
    openssl.start(
        u"openssl"_s,
        {u"req"_s, u"-x509"_s, u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s, u"ec_paramgen_curve:P-256"_s, u"-nodes"_s,
         u"-keyout"_s, u"key.pem"_s, u"-out"_s, u"cert.pem"_s, u"-subj"_s, u"/CN=localhost"_s, u"-addext"_s,
         u"subjectAltName=DNS:localhost"_s});
    QVERIFY(openssl.waitForFinished());
    QCOMPARE(openssl.exitCode(), 0);
}

PostOptions MailTest::through(const QString &scheme, quint16 port, const QString &user) const
{
    return {
        .smtp = QUrl(scheme + u"://"_s + user + u"localhost:"_s + QString::number(port)),
        .authorities = m_keys.filePath(u"cert.pem"_s)};
}

void MailTest::goesThroughTls_data()
{
    QTest::addColumn<QString>("scheme");
    QTest::addColumn<QString>("security");
    QTest::newRow("STARTTLS") << u"smtp"_s << u"starttls"_s;
    QTest::newRow("TLS") << u"smtps"_s << u"smtps"_s;
}

void MailTest::goesThroughTls()
{
    QFETCH(const QString, scheme);
    QFETCH(const QString, security);
    MailServer server(m_keys.path(), security, {u"post@example.test"_s, u"a b:c@d"_s});
    QVERIFY(server.serve());
    LetterSender sender(through(scheme, server.port(), u"post%40example.test:a%20b%3Ac%40d@"_s));
    sender.post(
        {.kind = letter::contactCode,
         .to = mailAddress,
         .values = {{u"code"_s, u"123456"_s}},
         .goodFor = std::chrono::minutes(10)});
    const auto mail = server.next();
    QVERIFY(mail);
    QCOMPARE(mail->value("to"_L1).toArray(), QJsonArray{mailAddress});
    QCOMPARE(mail->value("sender"_L1).toString(), u"no-reply@localhost"_s);
    QVERIFY(mail->value("tls"_L1).toBool());
    QCOMPARE(mail->value("user"_L1).toString(), u"post@example.test"_s);
    const QString content = mail->value("content"_L1).toString();
    QVERIFY(content.contains(u"multipart/alternative"_s) && content.contains(u"text/html"_s));
    const QString part = content.section(u"text/plain"_s, 1).section(u"\r\n\r\n"_s, 1, 1);
    QVERIFY(QByteArray::fromBase64(part.toLatin1()).contains("\n\n123456\n\n"));
    QTRY_VERIFY(sender.tells("letters_delivered_total{by=\"mail\"} 1"));
    QTRY_VERIFY(sender.tells("letters_waiting{by=\"mail\"} 0"));
    QVERIFY(!server.hasMore());
}

void MailTest::neverGoesInTheClear_data()
{
    QTest::addColumn<QString>("security");
    QTest::addColumn<QString>("user");
    QTest::addColumn<bool>("trusted");
    QTest::newRow("no STARTTLS offered") << u"plain"_s << QString() << true;
    QTest::newRow("unknown authority") << u"starttls"_s << QString() << false;
    QTest::newRow("wrong password") << u"starttls"_s << u"post:wrong@"_s << true;
}

void MailTest::neverGoesInTheClear()
{
    QFETCH(const QString, security);
    QFETCH(const QString, user);
    QFETCH(const bool, trusted);
    MailServer server(m_keys.path(), security, user.isEmpty() ? QStringList() : QStringList{u"post"_s, u"right"_s});
    QVERIFY(server.serve());
    PostOptions post = through(u"smtp"_s, server.port(), user);
    if (!trusted)
        post.authorities.clear();
    LetterSender sender(post);
    sender.post(notice());
    QTRY_VERIFY(sender.tells("letters_stuck{by=\"mail\"} 1"));
    QVERIFY(sender.tells("letters_waiting{by=\"mail\"} 1")); // told, not lost
    QVERIFY(sender.readiness().startsWith("ready\nmail: 1 waiting, "));
    QVERIFY(!sender.readiness().contains("wrong"));
    QVERIFY(!server.hasMore());
}

void MailTest::waitsForAServerThatIsDown()
{
    MailServer server(m_keys.path(), u"smtps"_s);
    LetterSender sender(through(u"smtps"_s, server.port()));
    sender.post(notice());
    sender.post({.kind = letter::contactCode, .to = mailAddress, .values = {{u"code"_s, u"1"_s}}, .goodFor = 600s});
    QTRY_VERIFY(sender.tells("letters_stuck{by=\"mail\"} 1"));
    sender.kill(); // what was posted survives
    sender.restart();
    QTRY_VERIFY(sender.tells("letters_stuck{by=\"mail\"} 1"));
    QVERIFY(sender.tells("letters_waiting{by=\"mail\"} 2"));
    QCOMPARE(asking(sender).value("delayed"_L1).toBool(), true); // whoever waits for a code is told
    QVERIFY(server.serve());
    sender.clock.advance(601s); // the pause is over, and so is the life of the code
    const auto mail = server.next();
    QVERIFY(mail);
    QVERIFY(mail->value("content"_L1).toString().contains(u"=?UTF-8?B?"_s));
    QTRY_VERIFY(sender.tells("letters_waiting{by=\"mail\"} 0"));
    QVERIFY(sender.tells("letters_stuck{by=\"mail\"} 0"));
    QVERIFY(sender.tells("letters_delivered_total{by=\"mail\"} 1"));
    QCOMPARE(sender.readiness(), QByteArray("ready\n"));
    QVERIFY(!server.hasMore());
    QVERIFY(!asking(sender).contains("delayed"_L1));
}

/// Otherwise a stranger would see by what he is told whether somebody has the login that he named (SR-33).
void MailTest::secretLettersTellNobodyOfAnOutage()
{
    MailServer server(m_keys.path(), u"smtps"_s);
    LetterSender sender(through(u"smtps"_s, server.port()));
    RestCaller stranger(sender.port());
    const auto started = [&stranger](const QString &login) {
        return stranger.call("passport.recovery.start", {{"login"_L1, login}}).result();
    };
    QVERIFY(!started(u"anna@example.test"_s).isEmpty());
    QTRY_VERIFY(sender.tells("letters_stuck{by=\"mail\"} 1")); // the administrator sees it
    QVERIFY(!sender.holdsUp(mailAddress));
    QVERIFY(!started(u"nobody@example.test"_s).contains("delayed"_L1));
    sender.post(notice());
    QTRY_VERIFY(sender.holdsUp(mailAddress));
    QVERIFY(started(u"vera@example.test"_s).contains("delayed"_L1));
    QVERIFY(started(u"nobody.else@example.test"_s).contains("delayed"_L1));
    QVERIFY(server.serve());
    sender.clock.advance(300s); // no pause is longer
    const auto first = server.next();
    QVERIFY(first);
    QTRY_VERIFY(!sender.holdsUp(mailAddress));
}

void MailTest::refusedLetterHoldsUpNobody()
{
    MailServer server(m_keys.path(), u"smtps"_s);
    QVERIFY(server.serve());
    LetterSender sender(through(u"smtps"_s, server.port()));
    sender.post(notice(u"refused@example.test"_s));
    sender.post(notice(u"later@example.test"_s));
    sender.post(notice(u"no address"_s));
    sender.post(notice());
    const auto mail = server.next();
    QVERIFY(mail);
    QCOMPARE(mail->value("to"_L1).toArray(), QJsonArray{mailAddress});
    QTRY_VERIFY(sender.tells("letters_waiting{by=\"mail\"} 1")); // the one for later
    QVERIFY(sender.tells("letters_refused_total{by=\"mail\"} 2"));
    QVERIFY(sender.tells("letters_stuck{by=\"mail\"} 0"));
}

void MailTest::withoutServersEverythingIsInTheOutbox()
{
    LetterSender sender({});
    sender.post({.kind = letter::contactCode, .to = mailAddress, .values = {{u"code"_s, u"123456"_s}}});
    sender.post({.kind = letter::contactCode, .to = phone, .values = {{u"code"_s, u"654321"_s}}});
    QTRY_VERIFY(sender.tells("letters_delivered_total{by=\"mail\"} 1"));
    QTRY_VERIFY(sender.tells("letters_delivered_total{by=\"sms\"} 1"));
    const QDir outbox(sender.outbox());
    const QFileInfoList files = outbox.entryInfoList(QDir::Files, QDir::Name);
    QCOMPARE(files.size(), 2);
    QCOMPARE(files.first().suffix(), u"eml"_s);
    QCOMPARE(files.last().suffix(), u"txt"_s);
    for (const QFileInfo &file : files) {
        const auto others = QFileDevice::ReadGroup | QFileDevice::ReadOther;
        QCOMPARE(file.permissions() & others, QFileDevice::Permissions());
    }
    const QByteArray page = RestCaller(sender.port()).get("/outbox").body;
    QVERIFY(page.contains("123456") && page.contains("654321") && page.contains(phone.toUtf8()));
}

} // namespace passport

QTEST_GUILESS_MAIN(passport::MailTest)
#include "mail_test.moc"
