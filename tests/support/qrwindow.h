// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "support/restcaller.h"

namespace passport {

/// The asking side of a QR sign-in (api.md 5), written by hand: its own proofs, its own opening of the sealed token.
/// Public members say what goes into the next call, so that a test can lie in each of them.
class QrWindow {
public:
    explicit QrWindow(quint16 port);

    RestAnswer open(const QJsonObject &more = {}); ///< Takes the ticket on success.
    RestAnswer status(); ///< Takes the sealed token when there is one.
    RestAnswer number(const QString &digits);
    RestAnswer claim();
    RestAnswer cancel();
    /// A call with a proof over `payload`; raises `seq`.
    RestAnswer prove(const QByteArray &method, const QString &payload, QJsonObject parameters = {});

    [[nodiscard]] QString state(); ///< Of status().
    [[nodiscard]] QString ticketId() const;
    [[nodiscard]] QString link() const;
    /// The token of the push channel or of status(), opened; empty if this window's key does not fit.
    [[nodiscard]] QString opened(const QString &sealed) const;

    RestCaller caller; ///< Sends; takes the tokens of a claim.
    QJsonObject ticket; ///< The answer to open.
    TestKey key; ///< Of the ticket.
    TestKey sessionKey; ///< Of the session to come.
    QString audience; ///< The origin it believes to have dialled.
    QString token; ///< Opened.
    QString idempotencyKey;
    qint64 seq = 0; ///< The last one sent.
};

} // namespace passport
