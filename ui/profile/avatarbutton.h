// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractButton>
#include <QImage>
#include <QMenu>

class QMimeData;

namespace passport {

/// The person's photo with a camera on it. Pressed it offers where a new one may come from; a picture can also be
/// dropped on it, and pasted while it has the focus.
class AvatarButton : public QAbstractButton {
    Q_OBJECT
public:
    explicit AvatarButton(QWidget *parent = nullptr);

    /// `photo` may be null: the initials stand for it, on the colour of the name.
    void setPerson(const QString &initials, const QString &name, const QImage &photo);
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void chooseAsked();
    void fileDropped(const QString &path);
    /// A picture as it would lie in a file: not decoded yet.
    void bytesDropped(const QByteArray &picture);
    void pictureDropped(const QImage &picture);
    void removeAsked();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void openMenu();
    /// False if there is no picture in it.
    bool take(const QMimeData *mime);
    void retranslate();

    QString m_initials;
    QString m_name;
    QImage m_photo;
    QMenu m_menu;
    QAction *m_choose;
    QAction *m_paste;
    QAction *m_remove;
    bool m_dropping = false; ///< A picture hangs over it.
};

} // namespace passport
