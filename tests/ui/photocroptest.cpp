// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "profilescene.h"
#include "support/pictures.h"
#include "support/stricttest.h"
#include "ui/profile/avatarbutton.h"
#include "ui/profile/cropdialog.h"
#include "ui/profile/cropview.h"
#include "ui/widgets/busybutton.h"
#include "ui/widgets/messagestrip.h"

#include <QPointer>
#include <QSignalSpy>
#include <QSlider>
#include <QWheelEvent>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace passport {

/// A picture of 1,200 × 900 under the square, moved by every means there is, and sent.
class PhotoCropTest : public StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void init() override;
    void cleanup();
    void mouseMovesIt();
    void cornerEnlargesIt();
    void wheelEnlargesIt();
    void pinchOnATouchPadEnlargesIt();
    void pinchOnATouchScreenEnlargesIt();
    void keysMoveAndTurnIt();
    void sliderEnlargesIt();
    void fewPixelsAreSaid();
    void photoIsSentAndSeenElsewhere();
    void cancelledWhileItIsSent();
    void sentAgainAfterAnOutage();
    void laterOneIsToldAndKeepsHis();
    void laterOneTakesTheOther();
    void escapeKeepsTheOldPhoto();

private:
    void open(const QImage &picture);
    [[nodiscard]] PhotoUpload &upload() const { return m_scene->account().photoUpload(); }
    [[nodiscard]] CropView &view() const { return m_dialog->view(); }
    template <typename T = QPushButton> T *find(const char *name) const
    {
        return m_dialog->findChild<T *>(QLatin1StringView(name));
    }
    void press(const char *button) const { QTest::mouseClick(find(button), Qt::LeftButton); }
    void drag(const QPoint &from, const QPoint &to) const;
    /// Another program gives the person a photo of 300 × 300.
    void changeElsewhere() const;
    /// Where in the picture the square begins, in pixels.
    [[nodiscard]] QPoint corner() const;

    std::unique_ptr<ProfileScene> m_scene;
    QPointer<CropDialog> m_dialog;
};

void PhotoCropTest::init()
{
    StrictTest::init();
    m_scene = std::make_unique<ProfileScene>();
    QTRY_VERIFY(m_scene->isReady());
    open(pictures::map({1200, 900}));
}

void PhotoCropTest::cleanup()
{
    m_scene.reset();
}

void PhotoCropTest::open(const QImage &picture)
{
    Q_EMIT m_scene->find<AvatarButton>("photo")->pictureDropped(picture);
    QTRY_VERIFY(std::holds_alternative<photoupload::Cropping>(upload().state()));
    m_dialog = m_scene->find<CropDialog>("cropDialog");
    QVERIFY(m_dialog && m_dialog->isVisible());
}

void PhotoCropTest::drag(const QPoint &from, const QPoint &to) const
{
    QTest::mousePress(&view(), Qt::LeftButton, {}, from);
    // By hand: QTest::mouseMove() has no button down.
    QMouseEvent move(
        QEvent::MouseMove, to, view().mapToGlobal(QPointF(to)), Qt::NoButton, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&view(), &move);
    QTest::mouseRelease(&view(), Qt::LeftButton, {}, to);
}

QPoint PhotoCropTest::corner() const
{
    const QRgb first = view().square().pixel(0, 0);
    return {qRed(first) * 1200 / 256, qGreen(first) * 900 / 256};
}

void PhotoCropTest::changeElsewhere() const
{
    auto &other = m_scene->elsewhere().photoUpload();
    QSignalSpy finished(&other, &PhotoUpload::finished);
    const QImage picture = pictures::map({300, 300});
    other.take(picture);
    QTRY_VERIFY(std::holds_alternative<photoupload::Cropping>(other.state()));
    other.upload(picture, false);
    QTRY_COMPARE(finished.count(), 1);
}

void PhotoCropTest::mouseMovesIt()
{
    QCOMPARE(view().square().size(), QSize(900, 900));
    const QPoint before = corner();
    const QPoint middle = view().rect().center();
    drag(middle, middle + QPoint(20, 0)); // to the right: what is left of it comes into the square
    QVERIFY(corner().x() < before.x() - 40);
    QCOMPARE(corner().y(), before.y());
    QCOMPARE(view().square().size(), QSize(900, 900));
    drag(middle, middle + QPoint(2000, 2000)); // never beyond the edge
    QCOMPARE(corner(), QPoint(0, 0));
    QCOMPARE(view().square().size(), QSize(900, 900));
}

void PhotoCropTest::cornerEnlargesIt()
{
    const int reach = std::min(view().width(), view().height()) / 2 - 36;
    const QPoint middle = view().rect().center();
    drag(middle + QPoint(reach, reach), middle + QPoint(reach / 2, reach / 2));
    QVERIFY2(std::abs(view().zoom() - 2) < 0.05, qPrintable(QString::number(view().zoom())));
    QVERIFY(std::abs(view().square().width() - 450) < 12);
}

void PhotoCropTest::wheelEnlargesIt()
{
    const QPointF at = view().rect().center();
    const auto turn = [&](int eighths) {
        QWheelEvent wheel(
            at, view().mapToGlobal(at), {}, {0, eighths}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(&view(), &wheel);
    };
    turn(240);
    QVERIFY(std::abs(view().zoom() - 1.21) < 0.001);
    QCOMPARE(find<QSlider>("zoom")->value(), 121);
    turn(-1200);
    QCOMPARE(view().zoom(), 1.0); // never smaller than the square
    QVERIFY(!find("zoomOut")->isEnabled());
}

void PhotoCropTest::pinchOnATouchPadEnlargesIt()
{
    const QPointF at = view().rect().center();
    QNativeGestureEvent pinch(
        Qt::ZoomNativeGesture, QPointingDevice::primaryPointingDevice(), 2, at, at, view().mapToGlobal(at), 0.5, {});
    QCoreApplication::sendEvent(&view(), &pinch);
    QCOMPARE(view().zoom(), 1.5);
}

void PhotoCropTest::pinchOnATouchScreenEnlargesIt()
{
    const std::unique_ptr<QPointingDevice> screen(QTest::createTouchDevice());
    const QPoint middle = view().rect().center();
    const auto fingers = [&](int apart) {
        return std::pair{middle - QPoint(apart / 2, 0), middle + QPoint(apart / 2, 0)};
    };
    const auto [left, right] = fingers(80);
    QTest::touchEvent(&view(), screen.get()).press(0, left, &view()).press(1, right, &view());
    for (int apart = 90; apart <= 160; apart += 10) {
        const auto [one, other] = fingers(apart);
        QTest::touchEvent(&view(), screen.get()).move(0, one, &view()).move(1, other, &view());
    }
    const auto [one, other] = fingers(160);
    QTest::touchEvent(&view(), screen.get()).release(0, one, &view()).release(1, other, &view());
    QVERIFY2(view().zoom() > 1.5 && view().zoom() < 2.1, qPrintable(QString::number(view().zoom())));
}

void PhotoCropTest::keysMoveAndTurnIt()
{
    QTest::keyClick(&view(), Qt::Key_Plus);
    QVERIFY(std::abs(view().zoom() - 1.1) < 0.001);
    const QPoint before = corner();
    QTest::keyClick(&view(), Qt::Key_Right, Qt::ShiftModifier);
    QTest::keyClick(&view(), Qt::Key_Down, Qt::ShiftModifier);
    QVERIFY(corner().x() < before.x() && corner().y() < before.y());
    QTest::keyClick(&view(), Qt::Key_Left, Qt::ShiftModifier);
    QTest::keyClick(&view(), Qt::Key_Up, Qt::ShiftModifier);
    QCOMPARE(corner(), before);
    QTest::keyClick(&view(), Qt::Key_Minus);
    QCOMPARE(view().zoom(), 1.0);
    QTest::keyClick(&view(), Qt::Key_R); // what was below is on the left
    const QImage turned = view().square();
    QVERIFY(qGreen(turned.pixel(0, 0)) > qGreen(turned.pixel(turned.width() - 1, 0)));
    press("turnLeft");
    QVERIFY(qGreen(view().square().pixel(0, 0)) < 5);
    QTest::keyClick(&view(), Qt::Key_Left, Qt::ShiftModifier);
    QTest::keyClick(&view(), Qt::Key_Home);
    QCOMPARE(corner().x(), 150 * 256 / 1200 * 1200 / 256);
}

void PhotoCropTest::sliderEnlargesIt()
{
    auto *zoom = find<QSlider>("zoom");
    QTest::keyClick(zoom, Qt::Key_Right);
    QCOMPARE(view().zoom(), 1.1);
    press("zoomIn");
    QVERIFY(std::abs(view().zoom() - 1.21) < 0.001);
    QTest::keyClick(zoom, Qt::Key_End);
    QCOMPARE(view().zoom(), CropView::largestZoom);
    QVERIFY(!find("zoomIn")->isEnabled());
    QVERIFY(view().accessibleDescription().contains(u"400 percent"_s));
}

void PhotoCropTest::fewPixelsAreSaid()
{
    auto *strip = m_dialog->findChild<MessageStrip *>();
    QVERIFY(!strip->isVisible());
    open(pictures::map({100, 100})); // in the same dialog
    QVERIFY(strip->isVisible() && find("savePhoto")->isEnabled());
}

void PhotoCropTest::photoIsSentAndSeenElsewhere()
{
    QTest::keyClick(m_dialog, Qt::Key_Return);
    QTRY_VERIFY(!m_dialog);
    for (Account *account : {&m_scene->account(), &m_scene->elsewhere()})
        QTRY_COMPARE(account->photo().image().size(), QSize(512, 512));
    QTRY_VERIFY(m_scene->find<MessageStrip>("profileStrip")->isVisible()); // what became of it in the portals
    auto *remove = m_scene->find<QAction>("removePhoto");
    QTRY_VERIFY(remove->isEnabled());
    remove->trigger();
    QTRY_VERIFY(m_scene->elsewhere().photo().image().isNull());
    QTRY_VERIFY(!remove->isEnabled());
}

void PhotoCropTest::cancelledWhileItIsSent()
{
    QSignalSpy finished(&upload(), &PhotoUpload::finished);
    m_scene->faults().add(
        {.kind = Faults::Kind::Delay, .path = "passport.photo.put", .times = Faults::always, .delay = 10min});
    press("savePhoto");
    auto *save = find<BusyButton>("savePhoto");
    QVERIFY(save->isBusy() && !save->isEnabled() && !view().isEnabled());
    QTRY_COMPARE(save->text(), u"Sending, 100 %"_s);
    press("cancelPhoto");
    QVERIFY(std::holds_alternative<photoupload::NoUpload>(upload().state()));
    QTRY_VERIFY(!m_dialog);
    m_scene->faults().clear();
    open(pictures::map({300, 300})); // nothing of the first is left
    press("savePhoto");
    QTRY_COMPARE(finished.count(), 1);
    QTRY_COMPARE(m_scene->account().photo().image().size(), QSize(300, 300));
}

void PhotoCropTest::sentAgainAfterAnOutage()
{
    m_scene->faults().add({.kind = Faults::Kind::DropMidBody, .path = "passport.photo.put", .times = Faults::always});
    press("savePhoto");
    auto *strip = m_dialog->findChild<MessageStrip *>();
    QTRY_VERIFY(strip->isVisible());
    QVERIFY(m_dialog->isVisible());
    m_scene->faults().clear();
    QTest::mouseClick(strip->findChild<QPushButton *>(u"stripFirst"_s), Qt::LeftButton);
    QTRY_VERIFY(!m_dialog);
    QTRY_COMPARE(m_scene->account().photo().image().size(), QSize(512, 512));
}

// Two programs change the photo; the later one does not know yet.
void PhotoCropTest::laterOneIsToldAndKeepsHis()
{
    changeElsewhere();
    press("savePhoto");
    auto *strip = m_dialog->findChild<MessageStrip *>();
    QTRY_VERIFY(strip->isVisible());
    QCOMPARE(strip->text(), u"The photo was changed elsewhere meanwhile."_s);
    QTRY_COMPARE(m_scene->account().photo().image().size(), QSize(300, 300)); // the other one, beside his
    QVERIFY(m_dialog->isVisible());
    QTest::mouseClick(strip->findChild<QPushButton *>(u"stripFirst"_s), Qt::LeftButton);
    QTRY_VERIFY(!m_dialog);
    QTRY_COMPARE(m_scene->account().photo().image().size(), QSize(512, 512));
}

void PhotoCropTest::laterOneTakesTheOther()
{
    changeElsewhere();
    press("savePhoto");
    auto *strip = m_dialog->findChild<MessageStrip *>();
    QTRY_VERIFY(strip->isVisible());
    QTest::mouseClick(strip->findChild<QPushButton *>(u"stripSecond"_s), Qt::LeftButton);
    QTRY_VERIFY(!m_dialog);
    QTRY_COMPARE(m_scene->account().photo().image().size(), QSize(300, 300));
    QVERIFY(!m_scene->find<MessageStrip>("profileStrip")->isVisible());
}

void PhotoCropTest::escapeKeepsTheOldPhoto()
{
    QTest::keyClick(&view(), Qt::Key_Escape);
    QTRY_VERIFY(!m_dialog);
    QVERIFY(std::holds_alternative<photoupload::NoUpload>(upload().state()));
    QVERIFY(m_scene->account().photo().image().isNull());
}

} // namespace passport

QTEST_MAIN(passport::PhotoCropTest)
#include "photocroptest.moc"
