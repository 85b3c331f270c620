// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QImage>
#include <QWidget>

class QPainter;

namespace passport {

/// The photo of a person on a disc, or the initials on their colour; of whom nothing is known, a figure.
class Avatar : public QWidget {
    Q_OBJECT

public:
    /// `size` in logical pixels.
    explicit Avatar(int size, QWidget *parent = nullptr);

    /// `id` chooses the colour: the same person has the same one everywhere.
    void setPerson(const QString &initials, const QString &id, const QImage &photo = {});

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_initials;
    QString m_id;
    QImage m_photo;
};

enum class MonogramShape { Disc, Square };
/// The drawing itself, for lists: one or two letters in white on the colour of `id`.
void paintMonogram(
    QPainter &painter, const QRect &rect, const QString &letters, const QString &id, MonogramShape shape);

/// The photo on a disc.
void paintPhoto(QPainter &painter, const QRect &rect, const QImage &photo);

} // namespace passport
