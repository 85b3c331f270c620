// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/options.h"
#include "support/stricttest.h"
#include "ui/desktopprocess.h"

using namespace Qt::StringLiterals;

namespace passport {

/// The command line, and the links that web pages can put on it (SR-26).
class OptionsTest : public StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void everyOptionArrives();
    void serverThatIsNotTakenIsNamed();
    void badUsageEndsWithTwo_data();
    void badUsageEndsWithTwo();
    void helpAndVersionEndWithZero();
    void whatStandsBehindALinkIsDropped();
    void goodLinks_data();
    void goodLinks();
    void hostileLinksAreNoLinks_data();
    void hostileLinksAreNoLinks();
};

void OptionsTest::everyOptionArrives()
{
    const auto parsed = parseOptions(
        {u"passport"_s, u"--server"_s, u"https://passport.example.test/"_s, u"--profile"_s, u"work-2"_s,
         u"--background"_s, u"--qr"_s, u"--log-file"_s, u"passport.log"_s, u"passport:settings"_s});
    const auto *options = std::get_if<Options>(&parsed);
    QVERIFY(options);
    QCOMPARE(options->server, QUrl(u"https://passport.example.test"_s));
    QCOMPARE(options->profile, u"work-2"_s);
    QVERIFY(options->background && options->qr);
    QCOMPARE(options->logFile, u"passport.log"_s);
    QVERIFY(options->link == (DeepLink{DeepLink::Page::Settings, {}}));

    const auto plain = parseOptions({u"passport"_s});
    QCOMPARE(std::get<Options>(plain).profile, u"default"_s);
    QVERIFY(!std::get<Options>(plain).server && !std::get<Options>(plain).link);
}

void OptionsTest::serverThatIsNotTakenIsNamed()
{
    Options options;
    QVERIFY(ignoredServer(options, u"https://passport.example.test"_s).isEmpty());
    options.server = QUrl(u"https://Passport.example.test:443"_s);
    QVERIFY(ignoredServer(options, u"https://passport.example.test"_s).isEmpty());
    const QString note = ignoredServer(options, u"http://127.0.0.1:8080"_s);
    QVERIFY2(note.contains(u"uses http://127.0.0.1:8080."_s), qPrintable(note));
    QVERIFY2(note.contains(u"assport.example.test"_s), qPrintable(note));
}

void OptionsTest::badUsageEndsWithTwo_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("unknown option") << QStringList{u"--frobnicate"_s};
    QTest::newRow("a word") << QStringList{u"portals"_s};
    QTest::newRow("plain http elsewhere") << QStringList{u"--server"_s, u"http://passport.example.test"_s};
    QTest::newRow("no value") << QStringList{u"--server"_s};
    QTest::newRow("a path as profile") << QStringList{u"--profile"_s, u"../other"_s};
    QTest::newRow("an empty profile") << QStringList{u"--profile"_s, QString()};
    QTest::newRow("not there yet") << QStringList{u"--workstation"_s};
}

void OptionsTest::badUsageEndsWithTwo()
{
    QFETCH(QStringList, arguments);
    const auto parsed = parseOptions(QStringList{u"passport"_s} + arguments);
    const auto *goodbye = std::get_if<Goodbye>(&parsed);
    QVERIFY(goodbye);
    QCOMPARE(goodbye->exitCode, 2);
    QVERIFY(goodbye->text.startsWith("passport: "_L1));
    QCOMPARE(goodbye->text.count(u'\n'), 0);
}

void OptionsTest::helpAndVersionEndWithZero()
{
    const auto help = std::get<Goodbye>(parseOptions({u"passport"_s, u"--help"_s}));
    QCOMPARE(help.exitCode, 0);
    for (const auto &option : {u"--server"_s, u"--profile"_s, u"--background"_s, u"--qr"_s, u"--log-file"_s})
        QVERIFY2(help.text.contains(option), qPrintable(option));
    const auto version = std::get<Goodbye>(parseOptions({u"passport"_s, u"--version"_s}));
    QCOMPARE(version.exitCode, 0);
    QCOMPARE(version.text, u"passport %1\n"_s.arg(QLatin1StringView(PASSPORT_VERSION)));
}

void OptionsTest::whatStandsBehindALinkIsDropped()
{
    const auto parsed = parseOptions(
        {u"passport"_s, u"passport:portals"_s, u"--server"_s, u"https://evil.example.test"_s, u"--qr"_s});
    const auto &options = std::get<Options>(parsed);
    QVERIFY(options.link && !options.server && !options.qr);
}

void OptionsTest::goodLinks_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("page");
    QTest::addColumn<QString>("portal");
    const auto id = QString(32, u'a');
    const auto row = [](const QString &text, DeepLink::Page page, const QString &portal) {
        QTest::newRow(qPrintable(text)) << text << static_cast<int>(page) << portal;
    };
    row(u"passport:"_s, DeepLink::Page::Portals, {});
    row(u"passport://"_s, DeepLink::Page::Portals, {});
    row(u"passport:portals"_s, DeepLink::Page::Portals, {});
    row(u"passport://portals/"_s, DeepLink::Page::Portals, {});
    row(u"passport:portals/"_s + id, DeepLink::Page::Portals, id);
    row(u"passport:qr"_s, DeepLink::Page::QrSignIn, {});
    row(u"passport://settings/"_s, DeepLink::Page::Settings, {});
}

void OptionsTest::goodLinks()
{
    QFETCH(QString, text);
    QFETCH(int, page);
    QFETCH(QString, portal);
    const auto link = DeepLink::parse(text);
    QVERIFY(link);
    QCOMPARE(static_cast<int>(link->page), page);
    QCOMPARE(link->portal.value_or(PortalId()).toString(), portal);
}

void OptionsTest::hostileLinksAreNoLinks_data()
{
    QTest::addColumn<QString>("text");
    const auto id = QString(32, u'a');
    for (const auto &text :
         {u"passport:approve/1"_s, u"passport:portals?token=1"_s, u"passport:portals/../../settings"_s,
          u"passport:portals/%61"_s, u"passport:portals/"_s + id + u"?x"_s, u"passport:portals/"_s + id.toUpper(),
          u"passport:portals/"_s + id + u"\n--server"_s, u"passport:qr#x"_s, u"passport:qr --server=https://evil"_s,
          u"PASSPORT:qr"_s, u"passport:///portals"_s, u"passport:signout"_s, u"javascript:alert(1)"_s,
          u"https://example.test"_s, u" passport:qr"_s, u"passport:qr "_s, u"passport:switch/"_s + id, QString()})
        QTest::newRow(qPrintable(text)) << text;
}

void OptionsTest::hostileLinksAreNoLinks()
{
    QFETCH(QString, text);
    QVERIFY(!DeepLink::parse(text));
}

} // namespace passport

QTEST_APPLESS_MAIN(passport::OptionsTest)
#include "optionstest.moc"
