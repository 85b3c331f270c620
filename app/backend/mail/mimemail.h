// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/mail/letter.h"

#include <QByteArray>
#include <QDateTime>

namespace passport {

/// A mail as it goes over the wire or lies in a folder (RFC 5322, MIME): plain text and HTML beside each other. No
/// value can begin a header: addresses are checked, the subject is one encoded word after another.
struct MimeMail {
    /// How the parts are written: for any mail server, or for people who open the file.
    enum class Encoding { Base64, Readable };

    QString from; ///< Address alone.
    QString to; ///< isMailAddress()
    QByteArray id; ///< Of Message-ID, without <>: the same at each try, so that a twin is known as one.
    QDateTime date;
    LetterText text;

    [[nodiscard]] QByteArray toBytes(Encoding encoding) const;
};

} // namespace passport
