// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "support/demopeople.h"
#include "support/qrwindow.h"
#include "support/stricttest.h"

#include <QTemporaryDir>
#include <QtEndian>

using namespace Qt::StringLiterals;

namespace passport {
namespace {

/// The parts of a place database that we need, by the description of its format ("MaxMind DB", 2.0).
namespace mmdb {

enum Type { Utf8 = 2, Uint16 = 5, Uint32 = 6, Map = 7, Uint64 = 9, Array = 11 };

/// Types above 7 do not fit into three bits: they follow in a byte of their own.
QByteArray control(Type type, qsizetype size)
{
    if (type <= Map)
        return QByteArray(1, static_cast<char>(type << 5 | size));
    return QByteArray(1, static_cast<char>(size)) + static_cast<char>(type - Map);
}

QByteArray text(const QByteArray &words)
{
    return control(Utf8, words.size()) + words;
}

QByteArray number(Type type, quint32 value)
{
    QByteArray bytes(4, '\0');
    qToBigEndian(value, bytes.data());
    while (bytes.startsWith('\0'))
        bytes.remove(0, 1);
    return control(type, bytes.size()) + bytes;
}

using Members = std::initializer_list<std::pair<const char *, QByteArray>>;

QByteArray map(Members members)
{
    QByteArray bytes = control(Map, static_cast<qsizetype>(members.size()));
    for (const auto &[name, value] : members)
        bytes += text(name) + value;
    return bytes;
}

QByteArray named(const char *name)
{
    return map({{"names", map({{"en", text(name)}})}});
}

QByteArray record(quint32 value)
{
    QByteArray bytes(4, '\0');
    qToBigEndian(value, bytes.data());
    return bytes.sliced(1); // 24 bits
}

/// One network, 127.0.0.0/8, of one place.
QByteArray loopbackIsIn(const char *city, const char *country)
{
    constexpr quint32 nodes = 8;
    constexpr quint32 separator = 16;
    QByteArray tree;
    for (quint32 bit = 0; bit < nodes; ++bit) {
        const quint32 next = bit + 1 < nodes ? bit + 1 : nodes + separator; // the first place
        const bool isOne = (127U >> (7 - bit) & 1U) != 0;
        tree += isOne ? record(nodes) + record(next) : record(next) + record(nodes);
    }
    const QByteArray metadata = map(
        {{"binary_format_major_version", number(Uint16, 2)},
         {"binary_format_minor_version", number(Uint16, 0)},
         {"build_epoch", number(Uint64, 1700000000)},
         {"database_type", text("Test")},
         {"description", map({{"en", text("A test")}})},
         {"ip_version", number(Uint16, 4)},
         {"languages", control(Array, 1) + text("en")},
         {"node_count", number(Uint32, nodes)},
         {"record_size", number(Uint16, 24)}});
    return tree + QByteArray(separator, '\0') + map({{"city", named(city)}, {"country", named(country)}})
        + "\xab\xcd\xefMaxMind.com" + metadata;
}

} // namespace mmdb

QString placeSeen(const BackendFixture &backend)
{
    RestCaller phone = signedIn(backend, u"anna"_s);
    QrWindow window(backend.port());
    window.open();
    return phone.call("passport.qr.scan", {{"link"_L1, window.link()}}).result().value("place"_L1).toString();
}

} // namespace

/// `--geoip`: the confirmation names the place of the computer that asks (SR-9).
class PlacesTest : public StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void confirmationNamesThePlace()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(u"places.mmdb"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(mmdb::loopbackIsIn("Kazan", "Russia"));
        file.close();
        const BackendFixture backend({.places = file.fileName()});
        QCOMPARE(placeSeen(backend), u"Kazan, Russia"_s);
    }

    void withoutADatabaseNothingIsSaid()
    {
        const BackendFixture backend;
        QCOMPARE(placeSeen(backend), QString());
    }
};

} // namespace passport

QTEST_APPLESS_MAIN(passport::PlacesTest)
#include "places_test.moc"
