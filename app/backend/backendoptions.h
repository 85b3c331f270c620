// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/account/hasher.h"
#include "backend/http/accesslog.h"
#include "backend/http/httpserver.h"
#include "backend/http/limits.h"
#include "backend/mail/postman.h"
#include "protocol/result.h"

#include <QString>
#include <QUrl>
#include <chrono>
#include <optional>

namespace passport {

/// What a backend is started with (programs.md).
struct BackendOptions {
    /// "127.0.0.1:8080" or "[::1]:0"; port 0: any.
    struct Endpoint {
        QByteArray address = "127.0.0.1";
        quint16 port = 0;

        static std::optional<Endpoint> parse(const QString &text);
        [[nodiscard]] bool isLoopback() const;
        [[nodiscard]] QString toString() const; ///< For an URL.
    };

    QString data; ///< Folder; made 0700 if it is missing.
    Endpoint listen{.port = 8080};
    Endpoint admin; ///< Health and metrics.
    QUrl publicUrl; ///< Empty: where we listen.
    QList<QUrl> audiences; ///< Other origins under which we may be dialled.
    std::optional<TlsFiles> tls;
    bool behindProxy = false; ///< Plain HTTP off loopback, X-Forwarded-For from loopback.
    QString geoip;
    PostOptions post;
    bool demo = false;
    int demoPortals = 0;
    std::chrono::seconds demoTicker{0}; ///< 0: counters stand still.
    int log = AccessLog::nowhere; ///< Descriptor of the access log.
    HttpLimits limits;
    Hasher::Options hasher;

    /// The part of check() that the words alone decide: what is wrong here is bad usage.
    [[nodiscard]] Result<Done> checkUsage() const;
    /// Plain HTTP leaves this machine only behind a proxy; keys that others may read are none (SR-45).
    /// Error::detail is one sentence that says what to do.
    [[nodiscard]] Result<Done> check() const;
};

/// Refuses a file of secrets that everybody on the machine may read, or that is not there.
[[nodiscard]] Result<Done> checkSecretFile(const QString &file);

} // namespace passport
