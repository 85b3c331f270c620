// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QImage>

/// Pictures that somebody might choose as a photo.
namespace passport::pictures {

/// Left half red, right half blue.
[[nodiscard]] QImage halves(QSize size);
/// Each pixel tells where it is: from left to right it becomes red, from top to bottom green, in 256 steps.
[[nodiscard]] QImage map(QSize size);

/// `quality`: of the format, as QImageWriter takes it; -1: the format's own.
[[nodiscard]] QByteArray
file(const QImage &image, const QByteArray &format, bool progressive = false, int quality = -1);
/// A PNG that says it were of another size: a lie, but its checksum is right.
[[nodiscard]] QByteArray claiming(QByteArray png, quint32 width, quint32 height);

} // namespace passport::pictures
