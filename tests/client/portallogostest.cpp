// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "client/portallogos.h"
#include "client/apiclient.h"
#include "client/httpdouble.h"
#include "client/networkaccess.h"
#include "support/stricttest.h"

#include <QBuffer>
#include <QImage>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace passport {
namespace {

const PortalId portal(QString(32, u'a'));

QByteArray png(int width, int height)
{
    QImage image(width, height, QImage::Format_RGB32);
    image.fill(Qt::darkGreen);
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return buffer.data();
}

} // namespace

/// Pictures of portals from a server that may send anything.
class PortalLogosTest : public StrictTest {
    Q_OBJECT
private Q_SLOTS:
    void fetchesEachOnce()
    {
        HttpDouble server([](const HttpDouble::Request &) { return HttpDouble::page(200, "image/png", png(100, 50)); });
        NetworkAccess network;
        ApiClient api(network, server.url());
        PortalLogos logos(network, api);
        QSignalSpy changed(&logos, &PortalLogos::changed);
        const QString url = server.url().resolved(QUrl(u"/logo.png"_s)).toString();
        QVERIFY(logos.of(portal, url).isNull());
        QVERIFY(logos.of(portal, url).isNull()); // asked for once
        QTRY_COMPARE(changed.count(), 1);
        QCOMPARE(changed.at(0).at(0).value<PortalId>(), portal);
        QCOMPARE(logos.of(portal, url).size(), QSize(PortalLogos::side, PortalLogos::side));
        QCOMPARE(server.requests().size(), std::size_t(1));
        const auto headers = server.requests().front().headers;
        QVERIFY(!headers.contains("authorization") && !headers.contains("cookie") && !headers.contains("dpop"));
    }

    void asksNobodyElse()
    {
        HttpDouble other([](const HttpDouble::Request &) { return HttpDouble::page(200, "image/png", png(64, 64)); });
        HttpDouble server([&other](const HttpDouble::Request &) {
            return HttpDouble::page(302, "text/plain", {}, "Location: " + other.url().toEncoded() + "\r\n");
        });
        NetworkAccess network;
        ApiClient api(network, server.url());
        PortalLogos logos(network, api);
        QSignalSpy changed(&logos, &PortalLogos::changed);
        for (const QString &url :
             {other.url().toString(), u"http://user@127.0.0.1/"_s, u"file:///etc/passwd"_s, QString()})
            QVERIFY(logos.of(portal, url).isNull());
        const QString ours = server.url().resolved(QUrl(u"/logo.png"_s)).toString();
        QVERIFY(logos.of(portal, ours).isNull());
        QTRY_COMPARE(changed.count(), 1); // and the redirection was not followed
        QVERIFY(logos.of(portal, ours).isNull());
        QCOMPARE(server.requests().size(), std::size_t(1));
        QVERIFY(other.requests().empty());
    }

    void takesNoPictureThatIsNone_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("status");
        QTest::newRow("text") << QByteArray("<html>") << 200;
        QTest::newRow("too many pixels") << png(2049, 1) << 200;
        QTest::newRow("too many bytes") << png(64, 64) + QByteArray(int(PortalLogos::largest), 'x') << 200;
        QTest::newRow("not found") << png(64, 64) << 404;
    }
    void takesNoPictureThatIsNone()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, status);
        HttpDouble server([&](const HttpDouble::Request &) { return HttpDouble::page(status, "image/png", bytes); });
        NetworkAccess network;
        ApiClient api(network, server.url());
        PortalLogos logos(network, api);
        QSignalSpy changed(&logos, &PortalLogos::changed);
        const QString url = server.url().resolved(QUrl(u"/logo.png"_s)).toString();
        QVERIFY(logos.of(portal, url).isNull());
        QTRY_COMPARE(changed.count(), 1);
        QVERIFY(logos.of(portal, url).isNull());
        QCOMPARE(server.requests().size(), std::size_t(1)); // and is not asked for again
    }
};

} // namespace passport

QTEST_GUILESS_MAIN(passport::PortalLogosTest)
#include "portallogostest.moc"
