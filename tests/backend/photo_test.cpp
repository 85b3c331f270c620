// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "accountfixture.h"
#include "backend/account/photoreader.h"
#include "protocol/accountapi.h"
#include "support/awaited.h"
#include "support/rawclient.h"
#include "support/stricttest.h"

#include <QBuffer>
#include <QImage>
#include <QJsonArray>
#include <QtEndian>

using namespace Qt::StringLiterals;

namespace passport {
namespace {

const QString anna = u"anna"_s;

/// A picture with a text inside that must not come out again.
QByteArray picture(const char *format, const QSize &size = {640, 320})
{
    QImage image(size, QImage::Format_RGB32);
    for (int y = 0; y < size.height(); ++y) {
        for (int x = 0; x < size.width(); ++x)
            image.setPixel(x, y, qRgb(x % 256, y % 256, 128));
    }
    image.setText(u"Comment"_s, u"SECRET-PLACE"_s);
    QByteArray file;
    QBuffer device(&file);
    device.open(QIODevice::WriteOnly);
    return image.save(&device, format) ? file : QByteArray();
}

/// A PNG whose header promises that many pixels and whose pixels are none.
QByteArray promising(quint32 width, quint32 height)
{
    QByteArray header("IHDR");
    header.append(8, '\0');
    qToBigEndian(width, header.data() + 4);
    qToBigEndian(height, header.data() + 8);
    header.append("\x08\x02\x00\x00\x00", 5);
    quint32 sum = 0xffffffffU; // CRC-32 as PNG has it
    for (const char byte : std::as_const(header)) {
        sum ^= static_cast<quint8>(byte);
        for (int bit = 0; bit < 8; ++bit)
            sum = (sum >> 1) ^ ((sum & 1U) != 0 ? 0xedb88320U : 0U);
    }
    QByteArray crc(4, '\0');
    qToBigEndian(sum ^ 0xffffffffU, crc.data());
    return QByteArray("\x89PNG\r\n\x1a\n\0\0\0\x0d", 12) + header + crc + QByteArray("\0\0\x10\0IDAT", 8)
        + QByteArray(4096, 'x');
}

RestAnswer put(RestCaller &caller, const QByteArray &type, const QByteArray &file, const QByteArray &query = {})
{
    const QByteArray target = "/rest/passport.photo.put" + query;
    RestCaller::Headers headers{{"Content-Type", type}, {"Authorization", "DPoP " + caller.accessToken}};
    headers.emplace_back("DPoP", caller.proof("POST", target, caller.accessToken));
    return caller.post(target, file, headers);
}

QByteArray pathOf(const RestAnswer &answer)
{
    return QUrl(answer.result().value("photoUrl"_L1).toString()).path().toLatin1();
}

} // namespace

/// The person's picture: what comes in, what is kept, who may see it.
class PhotoTest : public StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void keepsAPictureOfItsOwnMaking_data();
    void keepsAPictureOfItsOwnMaking();
    void portalsAreUpdatedWhenAsked();
    void theLaterOfTwoProgramsIsTold();
    void theOldPictureGoesWithTheNew();
    void lyingFiles_data();
    void lyingFiles();
    void tooManyBytesAreRefusedBeforeTheyCome();
    void aStrangersFileIsNotEvenRead();
    void transparencyBecomesWhite();
    void fullDiskLeavesNothingHalfDone();
};

void PhotoTest::keepsAPictureOfItsOwnMaking_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::newRow("jpeg") << "image/jpeg"_ba;
    QTest::newRow("png") << "image/png"_ba;
    QTest::newRow("webp") << "image/webp"_ba;
}

void PhotoTest::keepsAPictureOfItsOwnMaking()
{
    QFETCH(QByteArray, type);
    AccountFixture backend;
    const auto caller = backend.signedIn(anna);
    const RestAnswer answer = put(*caller, type, picture(type.mid(6).constData()));
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.result().value("revision"_L1).toInt(), 2);
    const QString url = answer.result().value("photoUrl"_L1).toString();
    QVERIFY(url.startsWith(backend.url().toString() + u"/photo/"_s));
    QCOMPARE(caller->call("passport.profile.get").result().value("photoUrl"_L1).toString(), url);
    RestCaller nobody(backend.port());
    const RestAnswer shown = nobody.get(pathOf(answer));
    QCOMPARE(shown.status, 200);
    QCOMPARE(shown.header("Content-Type"), "image/jpeg"_ba);
    QCOMPARE(shown.header("X-Content-Type-Options"), "nosniff"_ba);
    QCOMPARE(shown.header("Cache-Control"), "private, max-age=31536000, immutable"_ba);
    QImage image;
    QVERIFY(image.loadFromData(shown.body, "jpeg"));
    QCOMPARE(image.size(), QSize(512, 256));
    QVERIFY(!shown.body.contains("SECRET-PLACE"));
    QCOMPARE(nobody.get("/photo/" + QByteArray(43, 'A') + ".jpg").status, 404);
    QCOMPARE(nobody.get(pathOf(answer).chopped(4)).status, 404);
    QCOMPARE(backend.audited(u"photo.change"_s), 1);
}

void PhotoTest::portalsAreUpdatedWhenAsked()
{
    AccountFixture backend;
    const auto caller = backend.signedIn(anna);
    const QByteArray file = picture("png");
    QCOMPARE(put(*caller, "image/png", file).result().value("portals"_L1).toArray().size(), 0);
    const QByteArray query = "?updatePortals=true&idempotencyKey=0123456789abcdef";
    const RestAnswer told = put(*caller, "image/png", file, query);
    QCOMPARE(told.result().value("portals"_L1).toArray().size(), 2);
    QCOMPARE(told.result().value("revision"_L1).toInt(), 3);
    QCOMPARE(put(*caller, "image/png", file, query).result(), told.result()); // a lost answer
}

/// Two programs change the picture: the later one is told, and shown what the other one put there.
void PhotoTest::theLaterOfTwoProgramsIsTold()
{
    AccountFixture backend;
    const auto first = backend.signedIn(anna);
    const auto second = backend.signedIn(anna);
    const QByteArray query = "?revision=1&idempotencyKey=0123456789abcdef";
    const RestAnswer done = put(*first, "image/png", picture("png"), query);
    QCOMPARE(done.status, 200);
    const RestAnswer refused = put(*second, "image/jpeg", picture("jpeg"), "?revision=1");
    QCOMPARE(refused.status, 409);
    QCOMPARE(refused.error(), u"conflict"_s);
    QCOMPARE(refused.details().value("revision"_L1).toInt(), 2);
    const QJsonObject theirs = refused.details().value("profile"_L1).toObject();
    QCOMPARE(theirs.value("photoUrl"_L1), done.result().value("photoUrl"_L1));
    QCOMPARE(second->call("passport.photo.delete", {{"revision"_L1, 1}}).error(), u"conflict"_s);
    QCOMPARE(RestCaller(backend.port()).get(pathOf(done)).status, 200); // nothing has happened to it
    QCOMPARE(put(*first, "image/png", picture("png"), query).result(), done.result()); // no conflict with oneself
    QCOMPARE(put(*second, "image/jpeg", picture("jpeg"), "?revision=2").status, 200);
    QCOMPARE(second->call("passport.photo.delete", {{"revision"_L1, 3}}).status, 200);
    QCOMPARE(put(*first, "image/png", picture("png"), "?revision=one").status, 400);
    QCOMPARE(put(*first, "image/png", picture("png")).status, 200); // who names none replaces whatever is there
}

void PhotoTest::theOldPictureGoesWithTheNew()
{
    AccountFixture backend;
    const auto caller = backend.signedIn(u"gleb"_s); // in no portal that could go on showing it
    RestCaller nobody(backend.port());
    const QByteArray first = pathOf(put(*caller, "image/png", picture("png")));
    const QByteArray second = pathOf(put(*caller, "image/png", picture("png")));
    QCOMPARE(nobody.get(first).status, 404);
    QCOMPARE(nobody.get(second).status, 200);
    const RestAnswer gone = caller->call("passport.photo.delete");
    QCOMPARE(gone.status, 200);
    QVERIFY(!gone.result().contains("photoUrl"_L1));
    QCOMPARE(nobody.get(second).status, 404);
}

void PhotoTest::lyingFiles_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QString>("error");
    const QByteArray png = picture("png");
    QTest::newRow("another type") << "image/gif"_ba << png << u"unsupported_media"_s;
    QTest::newRow("no picture") << "image/png"_ba << QByteArray(5000, 'x') << u"unsupported_media"_s;
    QTest::newRow("nothing") << "image/png"_ba << QByteArray() << u"unsupported_media"_s;
    QTest::newRow("a page") << "image/jpeg"_ba
                            << "<html><script>"_ba << u"unsupported_media"_s;
    QTest::newRow("not what it says") << "image/jpeg"_ba << png << u"unsupported_media"_s;
    QTest::newRow("broken off") << "image/jpeg"_ba << picture("jpeg").first(40) << u"unsupported_media"_s;
    const QByteArray jpeg = picture("jpeg");
    QTest::newRow("half a JPEG") << "image/jpeg"_ba << jpeg.first(jpeg.size() / 2) << u"unsupported_media"_s;
    QTest::newRow("a JPEG without its end") << "image/jpeg"_ba << jpeg.chopped(2) << u"unsupported_media"_s;
    QTest::newRow("half a PNG") << "image/png"_ba << png.first(png.size() / 2) << u"unsupported_media"_s;
    const QByteArray webp = picture("webp");
    QTest::newRow("half a WebP") << "image/webp"_ba << webp.first(webp.size() / 2) << u"unsupported_media"_s;
    QTest::newRow("promises little") << "image/png"_ba << promising(100, 100) << u"unsupported_media"_s;
    QTest::newRow("promises too much") << "image/png"_ba << promising(10000, 5001) << u"too_large"_s;
    QTest::newRow("promises the world") << "image/png"_ba << promising(100000, 100000) << u"too_large"_s;
}

void PhotoTest::lyingFiles()
{
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, file);
    QFETCH(QString, error);
    AccountFixture backend;
    const auto caller = backend.signedIn(anna);
    const RestAnswer refused = put(*caller, type, file);
    QCOMPARE(refused.error(), error);
    QCOMPARE(refused.status, error == u"too_large"_s ? 413 : 415);
    QCOMPARE(caller->call("passport.profile.get").result().value("revision"_L1).toInt(), 1);
}

void PhotoTest::tooManyBytesAreRefusedBeforeTheyCome()
{
    AccountFixture backend;
    const auto caller = backend.signedIn(anna);
    // More than 1 MiB is welcome here …
    const QByteArray noise(2 * 1024 * 1024, 'x');
    QCOMPARE(put(*caller, "image/jpeg", noise).error(), u"unsupported_media"_s);
    // … more than 10 MiB is not, and it is said before they are sent.
    RawClient socket(backend.port());
    socket.send("POST /rest/passport.photo.put HTTP/1.1\r\nHost: x\r\nAuthorization: DPoP x\r\n"
                "Expect: 100-continue\r\nContent-Length: 10485761\r\n\r\n");
    QVERIFY(socket.response().startsWith("HTTP/1.1 413 "));
}

void PhotoTest::aStrangersFileIsNotEvenRead()
{
    AccountFixture backend;
    RawClient socket(backend.port());
    socket.send("POST /rest/passport.photo.put HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\n"
                "Content-Length: 2000000\r\n\r\n");
    QVERIFY(socket.response().startsWith("HTTP/1.1 413 "));
    RestCaller nobody(backend.port());
    QCOMPARE(nobody.post("/rest/passport.photo.put", "x").error(), u"NO_AUTH_FOUND"_s);
}

void PhotoTest::transparencyBecomesWhite()
{
    const PhotoReader limits; // sets what a decoder may allocate
    QImage clear(8, 8, QImage::Format_ARGB32);
    clear.fill(Qt::transparent);
    QByteArray file;
    QBuffer device(&file);
    device.open(QIODevice::WriteOnly);
    QVERIFY(clear.save(&device, "png"));
    const Result<QByteArray> jpeg = readPhoto("image/png", file);
    QVERIFY(jpeg);
    QCOMPARE(QImage::fromData(*jpeg).pixelColor(4, 4), QColor(Qt::white));
}

void PhotoTest::fullDiskLeavesNothingHalfDone() // SR-47
{
    AccountFixture backend;
    const auto caller = backend.signedIn(anna);
    Store &store = *backend.foundation().store;
    const QByteArray good = pathOf(put(*caller, "image/png", picture("png")));
    // The database may not grow by another page; SQLite says the same of a disk.
    const auto limit
        = [&store](Sql pragma) { awaited(store.write([&pragma](Db &db) { (void)db.select(pragma).next(); })); };
    limit("PRAGMA max_page_count = 1"_L1);
    RestAnswer refused;
    for (int i = 0; i < 50 && refused.error().isEmpty(); ++i) // pages that are free already are used up first
        refused = put(*caller, "image/png", picture("png", {512, 512}), "?updatePortals=true");
    QCOMPARE(refused.status, 503);
    QCOMPARE(refused.error(), u"overloaded"_s);
    const QJsonObject before = caller->call("passport.profile.get").result();
    const auto photos = [&store] {
        return store.writeNow([](Db &db) {
            Rows rows = db.select("SELECT count(*) FROM photo WHERE user_id = 1"_L1);
            return rows.next() ? rows.smallInteger(0) : -1;
        });
    };
    const int kept = photos();
    QCOMPARE(put(*caller, "image/png", picture("png", {512, 512})).status, 503);
    QCOMPARE(caller->call("passport.profile.get").result(), before);
    const QString shown = before.value("photoUrl"_L1).toString();
    QCOMPARE(RestCaller(backend.port()).get(QUrl(shown).path().toLatin1()).status, 200);
    limit("PRAGMA max_page_count = 1000000"_L1);
    QCOMPARE(photos(), kept);
    QCOMPARE(put(*caller, "image/png", picture("png", {512, 512}), "?updatePortals=true").status, 200);
    QCOMPARE(RestCaller(backend.port()).get(good).status, 404);
}

} // namespace passport

QTEST_GUILESS_MAIN(passport::PhotoTest)
#include "photo_test.moc"
