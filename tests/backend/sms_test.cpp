// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "lettersender.h"
#include "support/stricttest.h"

#include <QJsonDocument>
#include <QTcpServer>
#include <QTcpSocket>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace passport {
namespace {

const QString phone = u"+79000000001"_s;
const QString another = u"+79000000002"_s;

/// An SMS gateway: keeps what it was sent and answers `status`, or what it has for that number.
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
    QHash<QByteArray, int> statusOf; ///< By number.
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
            const QJsonObject body = QJsonDocument::fromJson(whole.mid(whole.indexOf("\r\n\r\n") + 4)).object();
            const int answer = statusOf.value(body.value("to"_L1).toString().toLatin1(), status);
            socket->write("HTTP/1.1 " + QByteArray::number(answer) + " -\r\nContent-Length: 0\r\n\r\n");
        });
    }

    QTcpServer m_server;
};

Letter message(const QString &to)
{
    return {.kind = letter::signInCode, .to = to, .values = {{u"code"_s, u"123456"_s}}, .goodFor = 600s};
}

} // namespace

/// Messages on their way through a gateway, and what happens when it has trouble.
class SmsTest : public StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void messageGoesThroughTheGateway();
    void troubleWithOneNumberIsItsOwn_data();
    void troubleWithOneNumberIsItsOwn();
    void outageIsTriedWithAnotherMessage();
};

void SmsTest::messageGoesThroughTheGateway()
{
    Gateway gateway;
    gateway.status = 503;
    PostOptions post;
    post.sms = gateway.url();
    LetterSender sender(post);
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

void SmsTest::troubleWithOneNumberIsItsOwn_data()
{
    QTest::addColumn<int>("status");
    for (const int status : {500, 429, 403, 402})
        QTest::addRow("%d", status) << status;
}

void SmsTest::troubleWithOneNumberIsItsOwn()
{
    QFETCH(const int, status);
    Gateway gateway;
    gateway.statusOf.insert(phone.toLatin1(), status);
    PostOptions post;
    post.sms = gateway.url();
    LetterSender sender(post);
    sender.clock.stop();
    sender.post({message(phone), message(another)});
    QTRY_VERIFY(sender.tells("letters_delivered_total{by=\"sms\"} 1"));
    QTRY_VERIFY(sender.tells("letters_waiting{by=\"sms\"} 1")); // put off, not lost
    QVERIFY(sender.tells("letters_stuck{by=\"sms\"} 0"));
    QCOMPARE(gateway.requests.size(), 2);
    QVERIFY(gateway.requests.last().contains(another.toLatin1()));
    gateway.statusOf.clear();
    sender.clock.advance(60s);
    QTRY_VERIFY(sender.tells("letters_delivered_total{by=\"sms\"} 2"));
}

void SmsTest::outageIsTriedWithAnotherMessage()
{
    Gateway gateway;
    gateway.statusOf.insert(phone.toLatin1(), 503); // it says that it is down, and is so for one number alone
    PostOptions post;
    post.sms = gateway.url();
    LetterSender sender(post);
    sender.clock.stop();
    sender.post({message(phone), message(another)});
    QTRY_VERIFY(!gateway.requests.isEmpty());
    QVERIFY(gateway.requests.first().contains(phone.toLatin1()));
    QTRY_VERIFY(sender.tells("letters_stuck{by=\"sms\"} 1"));
    sender.clock.advance(300s); // longer than any pause
    QTRY_VERIFY(sender.tells("letters_delivered_total{by=\"sms\"} 1"));
    QVERIFY(gateway.requests.at(1).contains(another.toLatin1()));
    QTRY_VERIFY(sender.tells("letters_waiting{by=\"sms\"} 1"));
}

} // namespace passport

QTEST_GUILESS_MAIN(passport::SmsTest)
#include "sms_test.moc"
