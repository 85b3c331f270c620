// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/account/totp.h"

#include "backend/core/crypto.h"

#include <QMessageAuthenticationCode>
#include <QUrl>
#include <QtEndian>

using namespace Qt::StringLiterals;

namespace passport::totp {
namespace {

constexpr auto alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"_L1; // RFC 4648
constexpr qint64 stepMs = 30000;
constexpr quint32 modulus = 1000000; // six digits

} // namespace

QString codeAt(const QByteArray &secret, qint64 step)
{
    QByteArray counter(8, Qt::Uninitialized);
    qToBigEndian<qint64>(step, counter.data());
    const QByteArray mac = QMessageAuthenticationCode::hash(counter, secret, QCryptographicHash::Sha1);
    const qsizetype offset = mac.back() & 0x0f; // RFC 4226 5.3, "dynamic truncation"
    const quint32 number = qFromBigEndian<quint32>(mac.constData() + offset) & 0x7fffffffU;
    return QString::number(number % modulus).rightJustified(6, u'0');
}

qint64 stepAt(qint64 unixMs)
{
    return unixMs / stepMs;
}

std::optional<qint64> stepOf(const QByteArray &secret, const QString &code, qint64 unixMs, qint64 lastUsed)
{
    const QByteArray typed = code.toLatin1();
    const qint64 now = stepAt(unixMs);
    std::optional<qint64> found;
    for (qint64 step = now - 1; step <= now + 1; ++step) {
        if (crypto::equal(typed, codeAt(secret, step).toLatin1()) && step > lastUsed && !found)
            found = step;
    }
    return found;
}

QString base32OfSecret(const QByteArray &secret)
{
    QString letters;
    quint32 bits = 0;
    int count = 0;
    for (const char byte : secret) {
        bits = (bits << 8) | static_cast<quint8>(byte);
        for (count += 8; count >= 5; count -= 5)
            letters.append(alphabet.at((bits >> (count - 5)) & 31U));
    }
    if (count > 0)
        letters.append(alphabet.at((bits << (5 - count)) & 31U));
    return letters;
}

QByteArray freshSecret()
{
    return crypto::randomBytes(20);
}

QString uriOf(const QByteArray &secret, const QString &issuer, const QString &login)
{
    const auto escaped = [](const QString &text) { return QString::fromLatin1(QUrl::toPercentEncoding(text, "@")); };
    return u"otpauth://totp/%1:%2?secret=%3&algorithm=SHA1&digits=6&issuer=%1&period=30"_s.arg(
        escaped(issuer), escaped(login), base32OfSecret(secret));
}

QByteArray secretFromBase32(const QString &text)
{
    const QString letters = text.toUpper().remove(u' ').remove(u'=');
    QByteArray secret;
    quint32 bits = 0;
    int count = 0;
    for (const QChar c : letters) {
        const qsizetype value = alphabet.indexOf(c);
        if (value < 0)
            return {};
        bits = (bits << 5) | static_cast<quint32>(value);
        count += 5;
        if (count >= 8) {
            count -= 8;
            secret.append(static_cast<char>((bits >> count) & 0xffU));
        }
    }
    return secret;
}

} // namespace passport::totp
