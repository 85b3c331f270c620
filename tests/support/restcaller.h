// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QString>
#include <optional>
#include <vector>

namespace passport {

/// An answer of the backend as it came over the wire.
struct RestAnswer {
    int status = 0;
    QByteArray head; ///< Status line and headers.
    QByteArray body;

    [[nodiscard]] QJsonObject json() const; ///< Empty if the body is no object.
    [[nodiscard]] QJsonObject result() const; ///< `result` of the REST envelope.
    [[nodiscard]] QString error() const; ///< `error` of the REST envelope.
    [[nodiscard]] QJsonObject details() const;
    [[nodiscard]] QByteArray header(const QByteArray &name) const;
};

/// An Ed25519 pair of a client.
struct TestKey {
    static TestKey make();
    QByteArray publicKey; ///< 32 bytes
    QByteArray secretKey; ///< libsodium's 64 bytes
    [[nodiscard]] QString text() const; ///< As the parameter `key`.
    [[nodiscard]] QByteArray sign(const QByteArray &message) const;
};

/// A client of another make than ours: it writes its requests by hand, one connection each, and waits for the answer.
/// So the wire is pinned by something that shares no code with app/client.
class RestCaller {
public:
    explicit RestCaller(quint16 port)
        : m_port(port)
    {
    }

    using Headers = std::vector<std::pair<QByteArray, QByteArray>>;

    /// POST `/rest/<method>` with JSON. With accessToken set it is sent, as Bearer or, if there is a key, with a proof.
    RestAnswer call(const QByteArray &method, const QJsonObject &parameters = {});
    RestAnswer post(const QByteArray &target, const QByteArray &body, const Headers &headers = {});
    RestAnswer get(const QByteArray &target, const Headers &headers = {});
    /// POST /oauth/token/ with the refresh token; with a proof if there is a key. Takes the new pair on success.
    RestAnswer refresh();
    RestAnswer refresh(const QByteArray &refreshToken);

    /// passport.signin with a key of its own (or, for a foreign client, without); takes the tokens on success.
    RestAnswer signIn(const QString &login, const QString &password, bool withKey = true);
    void take(const QJsonObject &tokens); ///< Of any answer that has them.

    /// A proof for this request, with the next nonce. Public members below change what goes into it.
    [[nodiscard]] QByteArray proof(const QByteArray &method, const QByteArray &target, const QByteArray &token) const;

    QByteArray accessToken;
    QByteArray refreshToken;
    std::optional<TestKey> key;
    QByteArray nonce; ///< Learnt from each answer's DPoP-Nonce.
    QByteArray fixedId; ///< jti; empty: a fresh one each time.
    qint64 secondsAhead = 0; ///< Of this client's clock.
    QByteArray dialled; ///< scheme://host:port in htu; empty: where it really went.

private:
    RestAnswer send(const QByteArray &verb, const QByteArray &target, const QByteArray &body, Headers headers);
    void authorize(Headers &headers, const QByteArray &verb, const QByteArray &target) const;

    const quint16 m_port;
};

/// The device every test signs in as.
[[nodiscard]] QJsonObject testDevice(const QString &name = QStringLiteral("test"));

} // namespace passport
