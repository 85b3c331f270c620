// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/profile/avatarbutton.h"

#include "protocol/accountapi.h"
#include "ui/icons.h"
#include "ui/style.h"
#include "ui/widgets/avatar.h"

#include <QClipboard>
#include <QDragEnterEvent>
#include <QGuiApplication>
#include <QMimeData>
#include <QPainter>
#include <QUrl>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace passport {

namespace {

constexpr int photoSide = 96;
constexpr int overlap = 4; // how far the camera reaches over the photo's corner

QString fileIn(const QMimeData &mime)
{
    const auto urls = mime.urls();
    return urls.size() == 1 ? urls.first().toLocalFile() : QString();
}

/// The picture as it would lie in a file, of a kind that is taken.
QByteArray bytesIn(const QMimeData &mime)
{
    QByteArray bytes;
    for (const char *type : PutPhoto::types) {
        if (bytes.isEmpty())
            bytes = mime.data(QLatin1StringView(type));
    }
    return bytes;
}

bool hasPicture(const QMimeData &mime)
{
    const auto has = [&mime](const char *type) { return mime.hasFormat(QLatin1StringView(type)); };
    return mime.hasImage() || std::ranges::any_of(PutPhoto::types, has) || !fileIn(mime).isEmpty();
}

} // namespace

AvatarButton::AvatarButton(QWidget *parent)
    : QAbstractButton(parent)
    , m_menu(this)
    , m_choose(m_menu.addAction(lineIcon("camera"_L1), {}))
    , m_paste(m_menu.addAction(lineIcon("copy"_L1), {}))
    , m_remove(m_menu.addAction(lineIcon("trash"_L1), {}))
{
    setObjectName("photo"_L1);
    m_menu.setObjectName("photoMenu"_L1);
    m_choose->setObjectName("choosePhoto"_L1);
    m_paste->setObjectName("pastePhoto"_L1);
    m_remove->setObjectName("removePhoto"_L1);
    setFixedSize(sizeHint());
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setAcceptDrops(true);
    connect(this, &QAbstractButton::clicked, this, &AvatarButton::openMenu);
    connect(m_choose, &QAction::triggered, this, &AvatarButton::chooseAsked);
    connect(m_paste, &QAction::triggered, this, [this] { take(QGuiApplication::clipboard()->mimeData()); });
    connect(m_remove, &QAction::triggered, this, &AvatarButton::removeAsked);
    retranslate();
}

QSize AvatarButton::sizeHint() const
{
    return {photoSide + overlap, photoSide + overlap};
}

void AvatarButton::setPerson(const QString &initials, const QString &name, const QImage &photo)
{
    m_initials = initials;
    m_name = name;
    m_photo = photo;
    m_remove->setEnabled(!photo.isNull());
    retranslate();
    update();
}

void AvatarButton::openMenu()
{
    const auto *mime = QGuiApplication::clipboard()->mimeData();
    m_paste->setEnabled(mime && hasPicture(*mime));
    m_menu.popup(mapToGlobal(QPoint(0, height() + measure::half)));
}

bool AvatarButton::take(const QMimeData *mime)
{
    if (!mime)
        return false;
    if (const QString path = fileIn(*mime); !path.isEmpty()) {
        Q_EMIT fileDropped(path);
        return true;
    }
    // Rather not decoded here: a large one would hold the window up.
    if (const QByteArray bytes = bytesIn(*mime); !bytes.isEmpty()) {
        Q_EMIT bytesDropped(bytes);
        return true;
    }
    const auto picture = mime->hasImage() ? qvariant_cast<QImage>(mime->imageData()) : QImage();
    if (picture.isNull())
        return false;
    Q_EMIT pictureDropped(picture);
    return true;
}

void AvatarButton::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Paste)) {
        take(QGuiApplication::clipboard()->mimeData());
        return;
    }
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        return click();
    QAbstractButton::keyPressEvent(event);
}

void AvatarButton::dragEnterEvent(QDragEnterEvent *event)
{
    m_dropping = hasPicture(*event->mimeData());
    if (m_dropping)
        event->acceptProposedAction();
    update();
}

void AvatarButton::dragLeaveEvent(QDragLeaveEvent *)
{
    m_dropping = false;
    update();
}

void AvatarButton::dropEvent(QDropEvent *event)
{
    m_dropping = false;
    update();
    if (take(event->mimeData()))
        event->acceptProposedAction();
}

void AvatarButton::paintEvent(QPaintEvent *)
{
    const auto colours = tokens(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRect disc(0, 0, photoSide, photoSide);
    painter.setFont(font());
    if (m_photo.isNull())
        paintMonogram(painter, disc, m_initials, m_name, MonogramShape::Disc);
    else
        paintPhoto(painter, disc, m_photo);
    painter.setBrush(Qt::NoBrush);
    if (hasFocus() || m_dropping) {
        painter.setPen(QPen(colours.accent, measure::focusLine));
        painter.drawEllipse(QRectF(disc).adjusted(1, 1, -1, -1));
    }
    const int side = measure::control;
    const QRect camera(width() - side, height() - side, side, side);
    painter.setPen(hasFocus() ? QPen(colours.accent, measure::focusLine) : QPen(colours.controlLine, 1));
    painter.setBrush(underMouse() || isDown() ? colours.hover : colours.raised);
    painter.drawEllipse(QRectF(camera).adjusted(1, 1, -1, -1));
    const int inset = (side - measure::icon) / 2;
    paintIcon(painter, camera.adjusted(inset, inset, -inset, -inset), "camera"_L1, colours.text);
}

void AvatarButton::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QAbstractButton::changeEvent(event);
}

void AvatarButton::retranslate()
{
    m_choose->setText(tr("Choose a photo…"));
    m_paste->setText(tr("Paste"));
    m_remove->setText(tr("Remove the photo"));
    setAccessibleName(m_photo.isNull() ? tr("Add a photo") : tr("Change the photo"));
    setToolTip(tr("JPEG, PNG or WebP, up to 10 MB and 50 megapixels. It can also be dropped or pasted here."));
}

} // namespace passport
