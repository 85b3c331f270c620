// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/core/workers.h"
#include "protocol/result.h"

#include <QByteArray>
#include <boost/asio/awaitable.hpp>

namespace passport {

/// Turns what somebody calls his photo into a picture of our own making: at most `side` pixels wide and high, upright,
/// without transparency and without anything but pixels. What the file says of itself is believed only as far as it can
/// be checked: its type by its content, its size by its header before anything is decoded.
class PhotoReader {
public:
    static constexpr int side = 512;

    PhotoReader();

    /// A JPEG. Errors: too_large (bytes or pixels), unsupported_media (none of the three types, another one than
    /// `contentType` says, broken), overloaded.
    boost::asio::awaitable<Result<QByteArray>> read(QByteArray contentType, QByteArray file);

    void stop() { m_workers.stop(); } ///< Before the io_context of the callers is destroyed.

private:
    // One: a PNG of 50 megapixels is 200 MB while it is decoded.
    Workers m_workers{{.threads = 1, .maxQueued = 32}};
};

/// The work itself, on the calling thread.
[[nodiscard]] Result<QByteArray> readPhoto(const QByteArray &contentType, const QByteArray &file);

} // namespace passport
