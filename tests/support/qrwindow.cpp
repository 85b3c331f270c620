// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "support/qrwindow.h"

#include "protocol/base64url.h"
#include "protocol/qrproof.h"

#include <sodium.h>

using namespace Qt::StringLiterals;

namespace passport {
namespace {

unsigned char *bytesOf(QByteArray &array)
{
    return reinterpret_cast<unsigned char *>(array.data());
}

const unsigned char *bytesOf(const QByteArray &array)
{
    return reinterpret_cast<const unsigned char *>(array.constData());
}

} // namespace

QrWindow::QrWindow(quint16 port)
    : caller(port)
    , key(TestKey::make())
    , sessionKey(TestKey::make())
    , audience(u"http://127.0.0.1:%1"_s.arg(port))
    , idempotencyKey(sessionKey.text().left(32))
{
}

RestAnswer QrWindow::open(const QJsonObject &more)
{
    QJsonObject parameters{{"key"_L1, key.text()}, {"device"_L1, testDevice(u"WS-042"_s)}, {"remember"_L1, false}};
    for (auto it = more.begin(); it != more.end(); ++it)
        parameters.insert(it.key(), it.value());
    const RestAnswer answer = caller.call("passport.qr.open", parameters);
    if (answer.status == 200)
        ticket = answer.result();
    return answer;
}

RestAnswer QrWindow::prove(const QByteArray &method, const QString &payload, QJsonObject parameters)
{
    ++seq;
    const QByteArray text = qrProofText(
        QLatin1StringView(method), audience, TicketId(ticketId()), ticket.value("nonce"_L1).toString(), seq, payload);
    parameters.insert("ticketId"_L1, ticketId());
    parameters.insert("seq"_L1, seq);
    parameters.insert("proof"_L1, QString::fromLatin1(toBase64Url(key.sign(text))));
    return caller.call(method, parameters);
}

RestAnswer QrWindow::status()
{
    RestAnswer answer = prove("passport.qr.status", u"-"_s);
    if (const QString sealed = answer.result().value("token"_L1).toString(); !sealed.isEmpty())
        token = opened(sealed);
    return answer;
}

RestAnswer QrWindow::number(const QString &digits)
{
    return prove("passport.qr.number", digits, {{"number"_L1, digits}});
}

RestAnswer QrWindow::cancel()
{
    return prove("passport.qr.cancel", u"-"_s);
}

RestAnswer QrWindow::claim()
{
    const QString payload = claimPayload(token, sessionKey.text(), idempotencyKey);
    RestAnswer answer = prove(
        "passport.qr.claim", payload,
        {{"token"_L1, token}, {"key"_L1, sessionKey.text()}, {"idempotencyKey"_L1, idempotencyKey}});
    if (answer.status == 200) {
        caller.key = sessionKey;
        caller.take(answer.result());
    }
    return answer;
}

QString QrWindow::state()
{
    return status().result().value("state"_L1).toString();
}

QString QrWindow::ticketId() const
{
    return ticket.value("ticketId"_L1).toString();
}

QString QrWindow::link() const
{
    return ticket.value("link"_L1).toString();
}

QString QrWindow::opened(const QString &sealed) const
{
    const auto box = fromBase64Url(sealed.toLatin1());
    if (!box || box->size() < qsizetype(crypto_box_SEALBYTES))
        return {};
    QByteArray publicKey(crypto_box_PUBLICKEYBYTES, '\0');
    QByteArray secretKey(crypto_box_SECRETKEYBYTES, '\0');
    if (crypto_sign_ed25519_pk_to_curve25519(bytesOf(publicKey), bytesOf(key.publicKey)) != 0
        || crypto_sign_ed25519_sk_to_curve25519(bytesOf(secretKey), bytesOf(key.secretKey)) != 0)
        return {};
    QByteArray plain(box->size() - qsizetype(crypto_box_SEALBYTES), '\0');
    const int failed = crypto_box_seal_open(
        bytesOf(plain), bytesOf(*box), static_cast<unsigned long long>(box->size()), bytesOf(publicKey),
        bytesOf(secretKey));
    return failed ? QString() : QString::fromLatin1(plain);
}

} // namespace passport
