// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/qrview.h"
#include "qr/qrreader.h"
#include "support/stricttest.h"
#include "ui/appearance.h"

#include <QAccessible>
#include <QPixmap>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace passport;

namespace {

const QString signInLink = u"https://passport.example.test/a/s1/0123456789abcdef/0123456789abcdef0123456789abcdef/"_s;

/// What a screen of that many device pixels a logical pixel would show.
QImage shot(QWidget &widget, qreal ratio)
{
    QPixmap picture((QSizeF(widget.size()) * ratio).toSize());
    picture.setDevicePixelRatio(ratio);
    picture.fill(widget.palette().color(QPalette::Window));
    widget.render(&picture);
    return picture.toImage();
}

} // namespace

/// The code on the screen, read from its pixels as a phone reads it.
class QrViewTest : public StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void isReadFromTheScreen_data();
    void isReadFromTheScreen();
    void modulesAreWholeDevicePixels_data() { isReadFromTheScreen_data(); }
    void modulesAreWholeDevicePixels();
    void coveredCodesCannotBeRead_data();
    void coveredCodesCannotBeRead();
    void growsByWholePixels();
    void isAPictureWithAName();
};

void QrViewTest::isReadFromTheScreen_data()
{
    QTest::addColumn<bool>("dark");
    QTest::addColumn<double>("ratio");
    for (const bool dark : {false, true}) {
        for (const double ratio : {1.0, 1.25, 1.5, 2.0, 3.0})
            QTest::addRow("%s, %.2f", dark ? "dark" : "light", ratio) << dark << ratio;
    }
}

void QrViewTest::isReadFromTheScreen()
{
    QFETCH(const bool, dark);
    QFETCH(const double, ratio);
    const Appearance appearance(dark ? Theme::Dark : Theme::Light);
    QWidget window;
    auto *layout = new QVBoxLayout(&window);
    layout->setContentsMargins(33, 17, 31, 21); // odd on purpose: half device pixels at 1.5
    auto *view = new QrView;
    layout->addWidget(view);
    view->setCode(QrCode::fromText(signInLink).value());
    view->setLook(QrView::Look::Code);
    window.show();
    const Result<QString> read = readQr(shot(window, ratio));
    QVERIFY(read);
    QCOMPARE(*read, signInLink);
}

void QrViewTest::modulesAreWholeDevicePixels()
{
    QFETCH(const bool, dark);
    QFETCH(const double, ratio);
    const Appearance appearance(dark ? Theme::Dark : Theme::Light);
    QrView view;
    const QrCode code = QrCode::fromText(signInLink).value();
    view.setCode(code);
    view.setLook(QrView::Look::Code);
    view.resize(view.sizeHint());
    const QImage picture = shot(view, ratio);

    // Inside the outline there is nothing but pure black and pure white: no pixel belongs to two modules.
    const int inset = qCeil(2 * ratio);
    for (int y = inset; y < picture.height() - inset; ++y) {
        for (int x = inset; x < picture.width() - inset; ++x) {
            const QRgb pixel = picture.pixel(x, y);
            QVERIFY(pixel == qRgb(0, 0, 0) || pixel == qRgb(255, 255, 255));
        }
    }
    // The quiet zone is part of the card.
    const int zone = qFloor(QrCode::quietZone * 4.0);
    for (int i = inset; i < zone; ++i)
        QCOMPARE(picture.pixel(i, picture.height() / 2), qRgb(255, 255, 255));
}

void QrViewTest::coveredCodesCannotBeRead_data()
{
    QTest::addColumn<int>("look");
    QTest::newRow("preparing") << static_cast<int>(QrView::Look::Preparing);
    QTest::newRow("covered") << static_cast<int>(QrView::Look::Covered);
    QTest::newRow("empty") << static_cast<int>(QrView::Look::Empty);
}

void QrViewTest::coveredCodesCannotBeRead() // SR-20
{
    QFETCH(const int, look);
    const Appearance appearance(Theme::Dark);
    QrView view;
    view.setCode(QrCode::fromText(signInLink).value());
    view.setLook(static_cast<QrView::Look>(look));
    view.resize(300, 300);
    QCOMPARE(readQr(shot(view, 2)).error().kind, Error::Kind::NotFound);
}

void QrViewTest::growsByWholePixels()
{
    QrView view;
    view.setCode(QrCode::fromText(signInLink).value());
    const int modules = QrCode::fromText(signInLink)->size() + 8;
    QCOMPARE(view.sizeHint().width(), modules * 6 + 2);
    QCOMPARE(view.cardSide(modules * 6 + 2), modules * 6 + 2);
    QCOMPARE(view.cardSide(modules * 7 + 1), modules * 6 + 2);
    QCOMPARE(view.cardSide(modules * 7 + 2), modules * 7 + 2);
    // Never so small that a camera fails.
    QCOMPARE(view.cardSide(10), modules * 4 + 2);
}

void QrViewTest::isAPictureWithAName()
{
    QrView view;
    view.setAccessibleName(u"QR code"_s);
    const auto *interface = QAccessible::queryAccessibleInterface(&view);
    QCOMPARE(interface->role(), QAccessible::Graphic);
    QCOMPARE(interface->text(QAccessible::Name), u"QR code"_s);
}

QTEST_MAIN(QrViewTest)
#include "qrviewtest.moc"
