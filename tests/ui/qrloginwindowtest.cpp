// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "client/qrobstacle.h"
#include "openedqrwindow.h"
#include "qr/qrreader.h"
#include "support/stricttest.h"
#include "support/windowcheck.h"
#include "ui/appearance.h"
#include "ui/language.h"
#include "ui/widgets/codeboxes.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QPushButton>
#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace passport;

namespace {

template <typename Widget> Widget *part(QWidget &window, const char16_t *name)
{
    return window.findChild<Widget *>(QString::fromUtf16(name));
}

/// A code that a phone could use is due only while its channel is up.
bool isScannable(const qrlogin::State &state)
{
    const auto *waiting = std::get_if<qrlogin::Waiting>(&state);
    return waiting != nullptr && waiting->line.isLive();
}

} // namespace

/// The live QR window in all its states, read from its pixels.
class QrLoginWindowTest : public StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void everyStateIsWhole_data();
    void everyStateIsWhole();
    void everyStateIsTranslated();
    void refusedBasicExchangeSaysWhoDecided();
    void codeIsThereExactlyWhenItWorks_data();
    void codeIsThereExactlyWhenItWorks();
    void copyIsPossibleExactlyWithACode();
    void focusOrders();
    void countsDown();
    void noContinueAnyway();
    void levelIsSaidToTheEnd();
    void strangersAnswerIsNoLackOfConnection();
    void proxyIsNamed();
    void hostileNamesStayText();
    void codeIsSpelled();
};

void QrLoginWindowTest::everyStateIsWhole_data()
{
    QTest::addColumn<bool>("dark");
    QTest::addColumn<QString>("language");
    for (const bool dark : {false, true}) {
        for (const QString &language : Language::available())
            QTest::addRow("%s %s", dark ? "dark" : "light", qPrintable(language)) << dark << language;
    }
}

void QrLoginWindowTest::everyStateIsWhole()
{
    QFETCH(const bool, dark);
    QFETCH(const QString, language);
    const Appearance appearance(dark ? Theme::Dark : Theme::Light);
    Language texts;
    texts.use(language);
    for (const auto &example : examples::qrLoginStates()) {
        QrLoginWindow window;
        window.render(example.state);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window, waitLimit));
        const QStringList problems = windowcheck::problems(window);
        QVERIFY2(problems.isEmpty(), qPrintable(example.name + u": "_s + problems.join(u"; "_s)));
    }
}

void QrLoginWindowTest::everyStateIsTranslated()
{
    Language texts;
    for (const auto &example : examples::qrLoginStates()) {
        texts.use(u"en"_s);
        QrLoginWindow window;
        window.render(example.state);
        window.show();
        const QStringList english = windowcheck::visibleTexts(window);
        texts.use(u"ru"_s);
        // Qt tells the windows of a new language by posting.
        QTRY_COMPARE(window.windowTitle(), u"Вход по QR-коду"_s);
        QTRY_COMPARE(windowcheck::visibleTexts(window).size(), english.size());
        const QStringList russian = windowcheck::visibleTexts(window);
        for (int i = 0; i < english.size(); ++i) {
            // Names and codes are the same in every language; sentences of ours have no Cyrillic in English.
            const bool ours
                = !english.at(i).contains(u'…') && english.at(i).size() > 9 && english.at(i) != u"Компания «Ромашка»"_s;
            QVERIFY2(!ours || english.at(i) != russian.at(i), qPrintable(example.name + u": "_s + english.at(i)));
        }
    }
    texts.use(u"en"_s);
}

void QrLoginWindowTest::refusedBasicExchangeSaysWhoDecided()
{
    Language texts;
    const auto shown = [&texts](const QString &language, const Policy &policy) {
        texts.use(language);
        QrLoginWindow window;
        window.render(basicRefusedBy(policy));
        window.show();
        return windowcheck::visibleTexts(window).join(u'\n');
    };
    const Policy none; // no file, or one that says nothing of it
    const Policy refusing{.server = {}, .qrBasicDecided = true};
    QVERIFY(shown(u"en"_s, refusing).contains(u"The rules of this computer do not allow it"_s));
    QVERIFY(!shown(u"en"_s, none).contains(u"rules of this computer"_s));
    QVERIFY(shown(u"en"_s, none).contains(u"only where the administrator of the computer allows it"_s));
    QVERIFY(shown(u"ru"_s, refusing).contains(u"Правила этого компьютера не разрешают"_s));
    QVERIFY(!shown(u"ru"_s, none).contains(u"равила"_s));
    QVERIFY(shown(u"ru"_s, none).contains(u"только если её разрешил администратор компьютера"_s));
    texts.use(u"en"_s);
}

void QrLoginWindowTest::codeIsThereExactlyWhenItWorks_data()
{
    QTest::addColumn<bool>("dark");
    QTest::addColumn<double>("ratio");
    for (const bool dark : {false, true}) {
        for (const double ratio : {1.0, 1.5, 2.0})
            QTest::addRow("%s, %.1f", dark ? "dark" : "light", ratio) << dark << ratio;
    }
}

void QrLoginWindowTest::codeIsThereExactlyWhenItWorks() // SR-20
{
    QFETCH(const bool, dark);
    QFETCH(const double, ratio);
    const Appearance appearance(dark ? Theme::Dark : Theme::Light);
    for (const auto &example : examples::qrLoginStates()) {
        if (ratio > 1 && !isScannable(example.state))
            continue; // what is not there has no sharpness
        QrLoginWindow window;
        window.render(example.state);
        window.show();
        const Result<QString> read = readQr(windowcheck::shot(window, ratio));
        QVERIFY2(bool(read) == isScannable(example.state), qPrintable(example.name));
        if (read)
            QCOMPARE(*read, examples::ticket().link);
    }
}

void QrLoginWindowTest::copyIsPossibleExactlyWithACode()
{
    for (const auto &example : examples::qrLoginStates()) {
        QrLoginWindow window;
        window.render(example.state);
        window.show();
        auto *copy = part<QPushButton>(window, u"copyCode");
        QVERIFY2((copy->isVisible() && copy->isEnabled()) == isScannable(example.state), qPrintable(example.name));
        if (copy->isVisible())
            QCOMPARE(part<QLabel>(window, u"typedCode")->text().contains(u"BCDF"_s), isScannable(example.state));
    }
    OpenedQrWindow opened;
    QTest::mouseClick(opened.find<QPushButton>(u"copyCode"), Qt::LeftButton);
    QCOMPARE(QApplication::clipboard()->text(), u"BCDF-GHJK"_s);
}

void QrLoginWindowTest::focusOrders()
{
    OpenedQrWindow opened;

    QCOMPARE(
        windowcheck::focusOrder(opened.window),
        (QStringList{u"enlarge"_s, u"typedCode"_s, u"copyCode"_s, u"rememberQr"_s, u"usePassword"_s, u"back"_s}));
    opened.window.render(exampleOf(u"scanned"_s));
    QCOMPARE(windowcheck::focusOrder(opened.window), (QStringList{u"number"_s, u"notMe"_s, u"back"_s}));
    opened.window.render(exampleOf(u"declined"_s));
    QTRY_VERIFY(opened.find<QPushButton>(u"stateFirst")->hasFocus());
    QCOMPARE(
        windowcheck::focusOrder(opened.window),
        (QStringList{u"stateFirst"_s, u"stateSecond"_s, u"closingPassword"_s, u"back"_s}));
}

void QrLoginWindowTest::countsDown()
{
    OpenedQrWindow opened;
    auto *countdown = opened.find<QLabel>(u"countdown");
    const auto shows = [countdown](const QString &time) {
        return QRegularExpression(QRegularExpression::anchoredPattern(u"New code in "_s + time))
            .match(countdown->text())
            .hasMatch();
    };
    QVERIFY2(shows(u"1:[34]\\d"_s), qPrintable(countdown->text())); // 1:45, on a machine that has time
    qrlogin::Waiting waiting = std::get<qrlogin::Waiting>(exampleOf(u"ready"_s));
    waiting.expires = QDeadlineTimer(2s);
    opened.window.render(waiting);
    QVERIFY2(shows(u"0:0[0-2]"_s), qPrintable(countdown->text()));
    QTRY_COMPARE(countdown->text(), u"New code in 0:00"_s);
    opened.window.render(exampleOf(u"refreshing"_s));
    QCOMPARE(countdown->text(), u"Getting a new code…"_s);
}

void QrLoginWindowTest::noContinueAnyway() // SR-21
{
    for (const QString &state : {u"tls"_s, u"reconnecting_tls"_s}) {
        OpenedQrWindow opened(state);
        for (const QString &text : windowcheck::visibleTexts(opened.window))
            QVERIFY2(!text.contains(u"anyway"_s) && !text.contains(u"accept"_s, Qt::CaseInsensitive), qPrintable(text));
    }
}

void QrLoginWindowTest::levelIsSaidToTheEnd()
{
    QrLoginWindow window;
    window.show();
    const auto chip = [&window] { // each header has one
        const auto chips = window.findChildren<QLabel *>(u"levelChip"_s);
        const auto seen = std::ranges::find_if(chips, &QWidget::isVisible);
        return seen == chips.end() ? QString() : (*seen)->text();
    };
    for (const qrlogin::State &state :
         {exampleOf(u"basic"_s), qrlogin::State(qrlogin::Claiming{.line = {}, .level = QrLevel::Basic}),
          qrlogin::State(qrlogin::Finished{.credentials = {}, .person = {}, .portal = {}, .level = QrLevel::Basic})}) {
        window.render(exampleOf(u"ready"_s));
        QCOMPARE(chip(), QString());
        window.render(state);
        QCOMPARE(chip(), u"Basic protection"_s);
    }
}

void QrLoginWindowTest::strangersAnswerIsNoLackOfConnection()
{
    QrLoginWindow window;
    window.render(exampleOf(u"reconnecting_stranger"_s));
    window.show();
    const QStringList texts = windowcheck::visibleTexts(window);
    QVERIFY(texts.contains(u"This is not a Passport server"_s));
    QVERIFY(texts.contains(u"Details"_s));
    QVERIFY(!texts.contains(u"No connection"_s));
    QVERIFY(!texts.contains(u"Set up the proxy"_s));
    window.render(exampleOf(u"reconnecting"_s));
    QVERIFY(windowcheck::visibleTexts(window).contains(u"Set up the proxy"_s));
}

void QrLoginWindowTest::proxyIsNamed()
{
    const QString named = u"The proxy proxy.example.test needs a name and a password"_s;
    QrLoginWindow window;
    window.show();
    for (const QString &state : {u"reconnecting_proxy"_s, u"proxy_auth"_s}) {
        window.render(exampleOf(state));
        QVERIFY2(windowcheck::visibleTexts(window).contains(named), qPrintable(state));
    }
}

void QrLoginWindowTest::hostileNamesStayText() // SR-9
{
    auto scanned = std::get<qrlogin::Scanned>(exampleOf(u"scanned"_s));
    scanned.scan.person.name = u"<b>root</b><img src='https://tracker.example.test'>"_s;
    scanned.scan.phone = QString(500, u'W');
    OpenedQrWindow opened;
    opened.window.render(scanned);
    QVERIFY(opened.find<QLabel>(u"personName")->textFormat() == Qt::PlainText);
    QVERIFY(opened.find<QLabel>(u"phoneName")->textFormat() == Qt::PlainText);
    QVERIFY(opened.window.width() <= 500);
}

void QrLoginWindowTest::codeIsSpelled()
{
    OpenedQrWindow opened;
    auto *view = opened.window.findChild<QWidget *>(u"qrCode"_s);
    const auto *interface = QAccessible::queryAccessibleInterface(view);
    QCOMPARE(interface->role(), QAccessible::Graphic);
    QCOMPARE(interface->text(QAccessible::Name), u"QR code for signing in. Code to type: B, C, D, F, G, H, J, K"_s);
    opened.window.render(exampleOf(u"reconnecting"_s));
    QVERIFY(!interface->text(QAccessible::Name).contains(u"B, C"_s));
}

QTEST_MAIN(QrLoginWindowTest)
#include "qrloginwindowtest.moc"
