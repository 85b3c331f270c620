// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/result.h"

#include <QByteArray>
#include <QImage>

/// What is done to a picture before it is sent. All of it takes long for a large one: call it in another thread.
namespace passport::photo {

inline constexpr int workingSide = 2048; ///< Pixels; four times what is sent, so that one can zoom in.
inline constexpr int sentSide = 512; ///< What the server keeps.

/// The picture in a file of at most 10 MiB and 50 megapixels, upright, its longer side at most `workingSide`. Judged
/// by its first bytes before anything is decoded, and made small while it is decoded: 120 MiB are never exceeded.
/// Errors: too_large; unsupported_media (no JPEG, PNG or WebP, or a broken one); file_unreadable.
[[nodiscard]] Result<QImage> read(const QString &path);
/// The same for a picture that is in memory already.
[[nodiscard]] Result<QImage> read(const QByteArray &file);
/// The same for one that another program has decoded (clipboard, drag and drop). Error: too_large.
[[nodiscard]] Result<QImage> reduced(const QImage &image);

/// The square as the JPEG to be sent, at most `sentSide` a side; what is transparent becomes white.
[[nodiscard]] QByteArray encoded(const QImage &square);

} // namespace passport::photo
