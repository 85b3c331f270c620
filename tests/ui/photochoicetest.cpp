// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "profilescene.h"
#include "protocol/accountapi.h"
#include "support/pictures.h"
#include "support/stricttest.h"
#include "ui/profile/avatarbutton.h"
#include "ui/profile/cropdialog.h"
#include "ui/profile/cropview.h"
#include "ui/widgets/messagestrip.h"

#include <QClipboard>
#include <QDropEvent>
#include <QFile>
#include <QFileDialog>
#include <QGuiApplication>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace passport {

using pictures::file;
using pictures::halves;

/// The ways by which a picture comes to the profile, and what is said of those that cannot become a photo.
class PhotoChoiceTest : public StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void init() override;
    void cleanup();
    void fileIsChosen();
    void fileIsDropped();
    void somethingElseIsNotTaken();
    void pictureIsPasted_data();
    void pictureIsPasted();
    void pictureIsPastedByTheMenu();
    void largePictureIsReduced();
    void badPictureIsRefused_data();
    void badPictureIsRefused();
    void badPictureGivesWayToAnother();

private:
    [[nodiscard]] QString written(const QByteArray &bytes, const QString &name = u"me.png"_s) const;
    [[nodiscard]] AvatarButton *avatar() const { return m_scene->find<AvatarButton>("photo"); }
    [[nodiscard]] MessageStrip *strip() const { return m_scene->find<MessageStrip>("profileStrip"); }
    [[nodiscard]] CropDialog *crop() const { return m_scene->find<CropDialog>("cropDialog"); }
    /// Whether the button took it.
    [[nodiscard]] bool drop(const QMimeData &mime) const;
    [[nodiscard]] bool dropFile(const QString &path) const;

    std::unique_ptr<ProfileScene> m_scene;
    QTemporaryDir m_folder;
};

void PhotoChoiceTest::init()
{
    StrictTest::init();
    m_scene = std::make_unique<ProfileScene>();
    QTRY_VERIFY(m_scene->isReady());
}

void PhotoChoiceTest::cleanup()
{
    m_scene.reset();
    QGuiApplication::clipboard()->clear();
}

QString PhotoChoiceTest::written(const QByteArray &bytes, const QString &name) const
{
    QFile file(m_folder.filePath(name));
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName() : QString();
}

bool PhotoChoiceTest::drop(const QMimeData &mime) const
{
    const QPointF at = avatar()->rect().center();
    QDragEnterEvent enter(at.toPoint(), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(avatar(), &enter);
    if (!enter.isAccepted())
        return false;
    QDropEvent drop(at, Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(avatar(), &drop);
    return drop.isAccepted();
}

bool PhotoChoiceTest::dropFile(const QString &path) const
{
    QMimeData mime;
    mime.setUrls({QUrl::fromLocalFile(path)});
    return drop(mime);
}

void PhotoChoiceTest::fileIsChosen()
{
    const QString path = written(file(halves({300, 200}), "png"));
    QTest::keyClick(avatar(), Qt::Key_Return);
    auto *menu = m_scene->find<QMenu>("photoMenu");
    QVERIFY(menu->isVisible());
    QTest::keyClick(menu, Qt::Key_Down);
    QTest::keyClick(menu, Qt::Key_Return);
    auto *dialog = m_scene->page().findChild<QFileDialog *>();
    QVERIFY(dialog && dialog->isVisible());
    auto *name = dialog->findChild<QLineEdit *>(u"fileNameEdit"_s);
    name->setText(path);
    QTest::keyClick(name, Qt::Key_Return);
    QTRY_VERIFY(crop() && crop()->isVisible());
    QCOMPARE(crop()->view().square().size(), QSize(200, 200));
}

void PhotoChoiceTest::fileIsDropped()
{
    QVERIFY(dropFile(written(file(halves({300, 200}), "jpeg"))));
    QTRY_VERIFY(crop() && crop()->isVisible());
    QCOMPARE(crop()->view().square().size(), QSize(200, 200));
}

void PhotoChoiceTest::somethingElseIsNotTaken()
{
    QMimeData text;
    text.setText(u"no picture"_s);
    QVERIFY(!drop(text));
    QMimeData several;
    several.setUrls({QUrl::fromLocalFile(u"/one.png"_s), QUrl::fromLocalFile(u"/two.png"_s)});
    QVERIFY(!drop(several));
    QMimeData far;
    far.setUrls({QUrl(u"https://example.test/me.png"_s)}); // nothing is fetched from elsewhere
    QVERIFY(!drop(far));
    QGuiApplication::clipboard()->setText(u"no picture"_s);
    QTest::keySequence(avatar(), QKeySequence::Paste);
    QVERIFY(std::holds_alternative<photoupload::NoUpload>(m_scene->account().photoUpload().state()));
}

void PhotoChoiceTest::pictureIsPasted_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::newRow("decoded by another program") << QByteArray();
    QTest::newRow("as a file") << "image/png"_ba;
}

void PhotoChoiceTest::pictureIsPasted()
{
    QFETCH(const QByteArray, type);
    auto *mime = new QMimeData; // the clipboard takes it over
    if (type.isEmpty())
        mime->setImageData(halves({300, 200}));
    else
        mime->setData(QLatin1StringView(type), file(halves({300, 200}), "png"));
    QGuiApplication::clipboard()->setMimeData(mime);
    QTest::keySequence(avatar(), QKeySequence::Paste);
    QTRY_VERIFY(crop() && crop()->isVisible());
    QCOMPARE(crop()->view().square().size(), QSize(200, 200));
}

void PhotoChoiceTest::pictureIsPastedByTheMenu()
{
    auto *paste = m_scene->find<QAction>("pastePhoto");
    QTest::mouseClick(avatar(), Qt::LeftButton);
    QVERIFY(!paste->isEnabled()); // nothing lies there
    auto *menu = m_scene->find<QMenu>("photoMenu");
    QTest::keyClick(menu, Qt::Key_Escape);
    QGuiApplication::clipboard()->setImage(halves({300, 200}));
    QTest::mouseClick(avatar(), Qt::LeftButton);
    QVERIFY(paste->isEnabled());
    QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(paste).center());
    QTRY_VERIFY(crop() && crop()->isVisible());
}

void PhotoChoiceTest::largePictureIsReduced()
{
    const QImage large(8000, 6000, QImage::Format_Grayscale8); // 48 megapixels
    QVERIFY(dropFile(written(file(large, "jpeg"))));
    QTRY_VERIFY(crop() && crop()->isVisible());
    QCOMPARE(crop()->view().square().size(), QSize(1536, 1536));
}

void PhotoChoiceTest::badPictureIsRefused_data()
{
    const QByteArray png = file(halves({64, 64}), "png");
    const QString limit = u"A photo may have 10 MB and 50 megapixels."_s;
    const QString kind = u"This is not a picture that can be read. Choose a JPEG, PNG or WebP file."_s;
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("no picture") << "no picture"_ba << kind;
    QTest::newRow("empty") << QByteArray() << kind;
    QTest::newRow("larger than it says") << png + QByteArray(PutPhoto::mostBytes, 'x') << limit;
    QTest::newRow("says it is too large") << pictures::claiming(png, 100000, 100000) << limit;
    QTest::newRow("says it is larger than it is") << pictures::claiming(png, 9000, 5000) << kind;
}

void PhotoChoiceTest::badPictureIsRefused()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, sentence);
    QVERIFY(dropFile(written(bytes)));
    QTRY_COMPARE(strip()->text(), sentence);
    QVERIFY(strip()->isVisible() && !crop());
    QTest::mouseClick(strip()->findChild<QPushButton *>(u"stripSecond"_s), Qt::LeftButton); // cancel
    QVERIFY(!strip()->isVisible());
}

void PhotoChoiceTest::badPictureGivesWayToAnother()
{
    QVERIFY(dropFile(written("no picture")));
    auto *another = strip()->findChild<QPushButton *>(u"stripFirst"_s);
    QTRY_COMPARE(another->text(), u"Choose another…"_s);
    QTest::mouseClick(another, Qt::LeftButton);
    QVERIFY(m_scene->page().findChild<QFileDialog *>());
    QVERIFY(dropFile(written(file(halves({300, 200}), "png"), u"better.png"_s)));
    QTRY_VERIFY(crop() && crop()->isVisible());
}

} // namespace passport

QTEST_MAIN(passport::PhotoChoiceTest)
#include "photochoicetest.moc"
