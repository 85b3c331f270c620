// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/backend.h"
#include "backend/foundation.h"
#include "support/restcaller.h"
#include "support/stricttest.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QTcpServer>
#include <QTcpSocket>
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

/// An SMS gateway: keeps what it was sent and answers `status`.
class Gateway {
public:
    Gateway()
    {
        m_server.listen(QHostAddress::LocalHost);
        QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this] { take(); });
    }
    [[nodiscard]] QUrl url() const
    {
        return QUrl(u"http://me:se%40cret@127.0.0.1:%1/send"_s.arg(m_server.serverPort()));
    }

    int status = 200;
    QByteArrayList requests;

private:
    void take()
    {
        QTcpSocket *socket = m_server.nextPendingConnection();
        QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket] {
            const QByteArray whole = socket->peek(1 << 16);
            if (!whole.contains("}}") && !whole.endsWith('}'))
                return;
            requests.append(socket->readAll());
            socket->write("HTTP/1.1 " + QByteArray::number(status) + " -\r\nContent-Length: 0\r\n\r\n");
        });
    }

    QTcpServer m_server;
};

/// A backend that gives its letters away as told.
class Sender {
public:
    explicit Sender(PostOptions post)
        : m_post(std::move(post))
    {
        restart();
    }

    void restart()
    {
        m_backend.reset();
        BackendOptions options;
        options.data = m_folder.filePath(u"data"_s);
        options.listen = {.port = 0};
        options.demo = true;
        options.hasher = {.cost = {.memoryBytes = 8192, .passes = 1}, .threads = 1};
        options.post = m_post;
        m_backend = std::make_unique<Backend>(options, clock, m_faults);
        const Result<Backend::Urls> urls = m_backend->start();
        if (!urls)
            qFatal("no backend: %s", qPrintable(urls.error().detail));
        m_adminPort = static_cast<quint16>(QUrl(urls->adminUrl).port());
    }
    void kill() { m_backend->kill(); }
    void post(const Letter &letter)
    {
        Foundation &foundation = m_backend->foundation();
        foundation.store->writeNow([&](Db &db) { foundation.post.post(db, letter); });
    }
    /// One line of /metrics: "letters_waiting{by="mail"} 1".
    [[nodiscard]] bool tells(const QByteArray &line) const
    {
        return RestCaller(m_adminPort).get("/metrics").body.contains("\npassport_" + line + '\n');
    }
    [[nodiscard]] QByteArray readiness() const { return RestCaller(m_adminPort).get("/health/ready").body; }
    [[nodiscard]] QString outbox() const { return m_folder.filePath(u"data/outbox"_s); }
    [[nodiscard]] quint16 port() const { return m_backend->port(); }

    Clock clock;

private:
    const PostOptions m_post;
    const QTemporaryDir m_folder;
    Faults m_faults;
    std::unique_ptr<Backend> m_backend;
    quint16 m_adminPort = 0;
};

Letter notice(const QString &to = mailAddress)
{
    return {.kind = letter::passwordChanged, .to = to, .language = PageLanguage::Russian};
}

/// What Anna's program is answered when she wants to bind an address.
QJsonObject asking(const Sender &sender)
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

/// Letters on their way out: to a real mail server, to a gateway, into the folder; and what happens when these fail.
class MailTest : public StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void goesThroughTls_data();
    void goesThroughTls();
    void neverGoesInTheClear_data();
    void neverGoesInTheClear();
    void waitsForAServerThatIsDown();
    void refusedLetterHoldsUpNobody();
    void messageGoesThroughTheGateway();
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
    Sender sender(through(scheme, server.port(), u"post%40example.test:a%20b%3Ac%40d@"_s));
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
    Sender sender(post);
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
    Sender sender(through(u"smtps"_s, server.port()));
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

void MailTest::refusedLetterHoldsUpNobody()
{
    MailServer server(m_keys.path(), u"smtps"_s);
    QVERIFY(server.serve());
    Sender sender(through(u"smtps"_s, server.port()));
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

void MailTest::messageGoesThroughTheGateway()
{
    Gateway gateway;
    gateway.status = 503;
    PostOptions post;
    post.sms = gateway.url();
    Sender sender(post);
    sender.post({.kind = letter::contactCode, .to = phone, .values = {{u"code"_s, u"123456"_s}}, .goodFor = 600s});
    QTRY_VERIFY(sender.readiness().contains("sms: 1 waiting, the gateway answered 503"));
    gateway.status = 200;
    sender.clock.advance(300s);
    QTRY_VERIFY(sender.tells("letters_delivered_total{by=\"sms\"} 1"));
    const QByteArray request = gateway.requests.last();
    QVERIFY(request.startsWith("POST /send HTTP/1.1\r\n"));
    QVERIFY(request.contains("Authorization: Basic " + QByteArray("me:se@cret").toBase64() + "\r\n"));
    const QJsonObject body = QJsonDocument::fromJson(request.mid(request.indexOf("\r\n\r\n") + 4)).object();
    QCOMPARE(body.keys(), (QStringList{u"text"_s, u"to"_s}));
    QCOMPARE(body.value("to"_L1).toString(), phone);
    QVERIFY(body.value("text"_L1).toString().contains(u"123456"_s));
}

void MailTest::withoutServersEverythingIsInTheOutbox()
{
    Sender sender({});
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
