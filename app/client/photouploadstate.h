// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/errorcodes.h"

#include <QImage>
#include <variant>

/// What a new photo can be in; see PhotoUpload for the way between them.
namespace passport::photoupload {

struct NoUpload { };
struct Preparing { };
struct Cropping {
    QImage picture; ///< Upright, at most photo::workingSide a side.
};
struct Uploading {
    qint64 sent = 0; ///< Bytes.
    qint64 total = 0; ///< 0 while it is not known yet.
};
struct Removing { };
struct Failed {
    Error error;
    bool canRetry = false; ///< The picture was good; it did not arrive.
};

/// Another program has changed the photo meanwhile: to retry is to go over it.
[[nodiscard]] inline bool isConflict(const Failed &failed)
{
    return failed.canRetry && failed.error.code == code::conflict;
}

using State = std::variant<NoUpload, Preparing, Cropping, Uploading, Removing, Failed>;

} // namespace passport::photoupload
