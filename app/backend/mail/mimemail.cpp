// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/mail/mimemail.h"

#include "backend/core/crypto.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace passport {
namespace {

constexpr qsizetype lineSize = 76; // RFC 2045 6.8
constexpr qsizetype bytesOfWord = 42; // 56 characters of base64: an encoded word has at most 75 (RFC 2047 2)

QByteArray base64Lines(const QByteArray &bytes)
{
    const QByteArray whole = bytes.toBase64();
    QByteArray lines;
    for (qsizetype i = 0; i < whole.size(); i += lineSize)
        lines += whole.mid(i, lineSize) + "\r\n";
    return lines;
}

/// `text` as encoded words, each of whole characters.
QByteArray encodedWords(const QString &text)
{
    QByteArray words;
    QByteArray part;
    const auto finishWord = [&] {
        if (!part.isEmpty())
            words += (words.isEmpty() ? "=?UTF-8?B?" : "\r\n =?UTF-8?B?") + part.toBase64() + "?=";
        part.clear();
    };
    const auto points = text.toUcs4();
    for (const uint point : points) {
        const char32_t one = point;
        const QByteArray bytes = QString::fromUcs4(&one, 1).toUtf8();
        if (part.size() + bytes.size() > bytesOfWord)
            finishWord();
        part += bytes;
    }
    finishWord();
    return words;
}

QByteArray part(const QByteArray &type, const QString &content, MimeMail::Encoding encoding)
{
    const bool readable = encoding == MimeMail::Encoding::Readable;
    QByteArray bytes = content.toUtf8();
    if (readable)
        bytes.replace("\n", "\r\n");
    return "Content-Type: " + type + "; charset=utf-8\r\nContent-Transfer-Encoding: " + (readable ? "8bit" : "base64")
        + "\r\n\r\n" + (readable ? bytes + "\r\n" : base64Lines(bytes));
}

} // namespace

QByteArray MimeMail::toBytes(Encoding encoding) const
{
    const QByteArray boundary = "passport-" + crypto::randomAlphanumeric(24).toLatin1();
    const QByteArray when = QLocale::c().toString(date.toUTC(), u"ddd, dd MMM yyyy hh:mm:ss"_s).toLatin1() + " +0000";
    const QByteArray subject
        = encoding == Encoding::Readable ? text.subject.toUtf8() : encodedWords(text.subject); // RFC 6532 in the folder
    QByteArray mail = "From: <" + from.toLatin1() + ">\r\nTo: <" + to.toLatin1() + ">\r\nSubject: " + subject
        + "\r\nDate: " + when + "\r\nMessage-ID: <" + id + ">\r\nMIME-Version: 1.0\r\n"
        + "Auto-Submitted: auto-generated\r\nContent-Type: multipart/alternative; boundary=\"" + boundary
        + "\"\r\n\r\n";
    mail += "--" + boundary + "\r\n" + part("text/plain", text.text, encoding);
    mail += "--" + boundary + "\r\n" + part("text/html", text.html, encoding);
    return mail + "--" + boundary + "--\r\n";
}

} // namespace passport
