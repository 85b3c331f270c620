// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/style.h"
#include "support/stricttest.h"
#include "ui/appearance.h"
#include "ui/icons.h"
#include "ui/passportstyle.h"
#include "ui/systemlook.h"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QDBusVariant>
#include <QDir>
#include <QFocusFrame>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;
using namespace passport;

namespace {

/// Relative luminance and contrast as WCAG 2.1 defines them.
double luminance(const QColor &colour)
{
    const auto linear
        = [](double part) { return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

double contrast(const QColor &a, const QColor &b)
{
    const double first = luminance(a) + 0.05;
    const double second = luminance(b) + 0.05;
    return std::max(first, second) / std::min(first, second);
}

struct Named {
    const char *name;
    QColor colour;
};

QList<Named> textColours(const Tokens &t)
{
    return {{"text", t.text},       {"secondary", t.secondary}, {"accent", t.accent},
            {"success", t.success}, {"warning", t.warning},     {"error", t.error}};
}

QList<Named> fills(const Tokens &t)
{
    return {
        {"window", t.window},
        {"surface", t.surface},
        {"raised", t.raised},
        {"field", t.field},
        {"hover", t.hover},
        {"selected", t.selected},
        {"accentSoft", t.accentSoft},
        {"successSoft", t.successSoft},
        {"warningSoft", t.warningSoft},
        {"errorSoft", t.errorSoft}};
}

} // namespace

/// The look as a whole: contrast, measures, focus, following the system.
class StyleTest : public StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void textIsReadable_data() { themes(); }
    void textIsReadable();
    void controlsStandOut_data() { themes(); }
    void controlsStandOut();
    void monogramsAreReadable();
    void tokensFollowThePalette();
    void highContrastPalettesKeepTheirColours();
    void controlsHaveTheirMeasures();
    void primaryButtonShowsItsColours();
    void dangerousEntriesAreRed_data() { themes(); }
    void dangerousEntriesAreRed();
    void focusRingStandsOutside();
    void themeChangesWhileRunning();
    void wishesOfTheSystem();
    void everyIconDraws();

private:
    static void themes();
};

void StyleTest::themes()
{
    QTest::addColumn<int>("theme");
    QTest::newRow("light") << static_cast<int>(Theme::Light);
    QTest::newRow("dark") << static_cast<int>(Theme::Dark);
}

void StyleTest::textIsReadable()
{
    QFETCH(const int, theme);
    const Tokens &t = tokens(static_cast<Theme>(theme));
    for (const Named &ink : textColours(t)) {
        for (const Named &fill : fills(t)) {
            if (ink.colour == t.success && fill.colour == t.selected)
                continue; // success is never written on a selected row
            const double ratio = contrast(ink.colour, fill.colour);
            QVERIFY2(
                ratio >= 4.5,
                qPrintable(
                    u"%1 on %2: %3"_s.arg(QLatin1StringView(ink.name), QLatin1StringView(fill.name)).arg(ratio)));
        }
    }
    QVERIFY(contrast(t.onAccent, t.accent) >= 4.5);
    QVERIFY(contrast(t.onAccent, t.accentHover) >= 4.5);
    QVERIFY(contrast(t.surface, t.text) >= 4.5); // tool tips are the other way round
}

void StyleTest::controlsStandOut()
{
    QFETCH(const int, theme);
    const Tokens &t = tokens(static_cast<Theme>(theme));
    for (const QColor &ground : {t.window, t.surface, t.raised, t.field}) {
        QVERIFY(contrast(t.controlLine, ground) >= 3);
        QVERIFY(contrast(t.accent, ground) >= 3); // the focus ring
        QVERIFY(contrast(t.error, ground) >= 3); // the outline of a wrong field
    }
}

void StyleTest::monogramsAreReadable()
{
    QSet<QRgb> seen;
    for (int i = 0; i < 100; ++i) {
        const QString id = QString::number(i * 7919);
        const QColor colour = monogramColour(id);
        QVERIFY(contrast(Qt::white, colour) >= 5.5);
        QCOMPARE(monogramColour(id), colour);
        seen.insert(colour.rgb());
    }
    QCOMPARE(seen.size(), 7);
}

void StyleTest::tokensFollowThePalette()
{
    for (const Theme theme : {Theme::Light, Theme::Dark}) {
        QCOMPARE(tokens(paletteOf(theme)).accent, tokens(theme).accent);
        QCOMPARE(tokens(paletteOf(theme)).errorSoft, tokens(theme).errorSoft);
    }
}

void StyleTest::highContrastPalettesKeepTheirColours()
{
    QPalette palette;
    palette.setColor(QPalette::Window, Qt::black);
    palette.setColor(QPalette::WindowText, Qt::yellow);
    palette.setColor(QPalette::Base, Qt::black);
    const Tokens t = tokens(palette);
    for (const Named &ink : textColours(t)) {
        for (const Named &fill : fills(t))
            QVERIFY(contrast(ink.colour, fill.colour) >= 4.5);
    }
    QCOMPARE(t.controlLine, QColor(Qt::yellow));
}

void StyleTest::controlsHaveTheirMeasures()
{
    const Appearance appearance(Theme::Light);
    QPushButton button(u"Sign in"_s);
    QCOMPARE(button.sizeHint().height(), measure::control);
    QVERIFY(button.sizeHint().width() > button.fontMetrics().horizontalAdvance(button.text()));
    QCOMPARE(QLineEdit().sizeHint().height(), measure::control);

    // Everything grows with the system's font.
    QFont large = button.font();
    large.setPixelSize(40);
    button.setFont(large);
    QVERIFY(button.sizeHint().height() >= 40 + measure::group);
}

void StyleTest::primaryButtonShowsItsColours()
{
    for (const Theme theme : {Theme::Light, Theme::Dark}) {
        const Appearance appearance(theme);
        QPushButton button(u"x"_s);
        setButtonLook(button, ButtonLook::Primary);
        button.resize(100, 36);
        QCOMPARE(button.grab().toImage().pixelColor(20, 10), tokens(theme).accent);
        button.setEnabled(false);
        QCOMPARE(button.grab().toImage().pixelColor(20, 10), tokens(theme).disabledFill);
    }
}

/// Words and picture of an entry that ends something, and nothing of its neighbours (mockup 08).
void StyleTest::dangerousEntriesAreRed()
{
    QFETCH(const int, theme);
    const Appearance appearance(static_cast<Theme>(theme));
    const QColor red = tokens(static_cast<Theme>(theme)).error;
    QMenu menu;
    QAction *harmless = menu.addAction(lineIcon("out"_L1), u"Disconnect"_s);
    QAction *dangerous = menu.addAction(lineIcon("out"_L1), u"Leave"_s);
    QAction *impossible = menu.addAction(lineIcon("out"_L1), u"Leave"_s);
    markDangerous(*dangerous);
    markDangerous(*impossible);
    impossible->setEnabled(false);
    menu.resize(menu.sizeHint());
    const QImage picture = menu.grab().toImage();
    const auto redIn = [&](QAction *entry, int from, int to) {
        const QRect place = menu.actionGeometry(entry);
        for (int y = place.top(); y <= place.bottom(); ++y) {
            for (int x = from; x < std::min(to, place.right()); ++x) {
                const QColor there = picture.pixelColor(x, y);
                if (std::abs(there.red() - red.red()) + std::abs(there.green() - red.green())
                        + std::abs(there.blue() - red.blue())
                    < 48)
                    return true;
            }
        }
        return false;
    };
    constexpr int words = measure::icon + 2 * measure::step;
    QVERIFY(redIn(dangerous, 0, words));
    QVERIFY(redIn(dangerous, words, menu.width()));
    QVERIFY(!redIn(harmless, 0, menu.width()));
    QVERIFY(!redIn(impossible, 0, menu.width()));
}

void StyleTest::focusRingStandsOutside()
{
    const Appearance appearance(Theme::Light);
    QWidget window;
    auto *layout = new QVBoxLayout(&window);
    auto *field = new QLineEdit;
    auto *button = new QPushButton(u"Sign in"_s);
    layout->addWidget(field);
    layout->addWidget(button);
    window.show();
    window.activateWindow();
    button->setFocus();
    QTRY_VERIFY(window.findChild<QFocusFrame *>() != nullptr);
    QTRY_VERIFY(window.findChild<QFocusFrame *>()->isVisible());
    const QPoint above = button->geometry().topLeft() + QPoint(30, -4);
    QCOMPARE(window.grab().toImage().pixelColor(above), tokens(Theme::Light).accent);

    // A field shows the focus by its own outline.
    field->setFocus();
    QTRY_VERIFY(!window.findChild<QFocusFrame *>()->isVisible());
    QCOMPARE(
        window.grab().toImage().pixelColor(field->geometry().topLeft() + QPoint(30, 1)), tokens(Theme::Light).accent);

    // With an error its outline stays red, so it gets the ring.
    button->setFocus();
    setFieldError(*field, true);
    field->setFocus();
    QTRY_VERIFY(window.findChild<QFocusFrame *>()->isVisible());
    QCOMPARE(
        window.grab().toImage().pixelColor(field->geometry().topLeft() + QPoint(30, 1)), tokens(Theme::Light).error);
}

void StyleTest::themeChangesWhileRunning()
{
    Appearance appearance(Theme::Light);
    QWidget window;
    QPushButton button(u"x"_s, &window);
    window.show();
    QCOMPARE(tokens(button.palette()).surface, tokens(Theme::Light).surface);
    appearance.setTheme(Theme::Dark);
    QTRY_COMPARE(tokens(button.palette()).surface, tokens(Theme::Dark).surface);
}

void StyleTest::wishesOfTheSystem()
{
    const auto appearance = [](const QString &key, const QVariant &value) {
        return PortalSettings{{u"org.freedesktop.appearance"_s, {{key, value}}}};
    };
    QVERIFY(wishesFrom(appearance(u"color-scheme"_s, 1U), {}).dark);
    QVERIFY(!wishesFrom(appearance(u"color-scheme"_s, 2U), {.dark = true}).dark);
    QVERIFY(wishesFrom(appearance(u"contrast"_s, 1U), {}).highContrast);
    QVERIFY(wishesFrom(appearance(u"reduced-motion"_s, 1U), {}).stillness);
    // What the portal does not say is left to the palette.
    QVERIFY(wishesFrom({}, {.dark = true}).dark);
    // GNOME's own switches, and a value wrapped as old portals do.
    QVERIFY(wishesFrom({{u"org.gnome.desktop.interface"_s, {{u"enable-animations"_s, false}}}}, {}).stillness);
    QVERIFY(wishesFrom({{u"org.gnome.desktop.a11y.interface"_s, {{u"high-contrast"_s, true}}}}, {}).highContrast);
    const auto wrapped = QVariant::fromValue(QDBusVariant(QVariant::fromValue(QDBusVariant(1U))));
    QVERIFY(wishesFrom(appearance(u"color-scheme"_s, wrapped), {}).dark);
}

void StyleTest::everyIconDraws()
{
    const QStringList names = QDir(u":/icons"_s).entryList();
    QVERIFY(names.size() >= 60);
    for (const QString &file : names) {
        const QByteArray name = file.left(file.indexOf(u'.')).toLatin1();
        QImage image(48, 48, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        paintIcon(painter, QRect(0, 0, 48, 48), QLatin1StringView(name), Qt::red);
        painter.end();
        bool painted = false;
        for (int y = 0; y < 48 && !painted; ++y) {
            for (int x = 0; x < 48 && !painted; ++x)
                painted = image.pixelColor(x, y).alpha() > 200;
        }
        QVERIFY2(painted, name.constData());
    }
}

QTEST_MAIN(StyleTest)
#include "styletest.moc"
