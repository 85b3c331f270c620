// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/endpoint.h"

#include <QDateTime>
#include <QStringList>
#include <optional>
#include <vector>

namespace passport {

/// A social network that the server offers.
struct SocialProvider {
    QString id;
    QString title;

    static Result<SocialProvider> fromJson(const QJsonObject &json);
    [[nodiscard]] QJsonObject toJson() const;
    bool operator==(const SocialProvider &) const = default;
};

/// A module that QR sign-in needs and the portal has too old (QR-28).
struct MissingModule {
    QString module;
    QString have;
    QString need;

    static Result<MissingModule> fromJson(const QJsonObject &json);
    [[nodiscard]] QJsonObject toJson() const;
    bool operator==(const MissingModule &) const = default;
};

/// What a server can do, asked before anything is drawn (api.md 3, "discovery").
struct Capabilities {
    enum class QrRefusal { None, Disabled, NoPush, Modules };

    int version = 1;
    QStringList methods;
    bool password = true;
    bool browser = false;
    std::vector<SocialProvider> socials;
    bool qrAllowed = false;
    QrRefusal qrRefusal = QrRefusal::None; ///< Why not, when !qrAllowed.
    std::vector<MissingModule> qrMissing;
    bool qrHardened = false;
    bool qrBasic = false;
    QStringList
        phoneStepsRu; ///< The path on the phone, from the server, so that a changed app needs no release (QR-4).
    QStringList phoneStepsEn;
    int pushVersion = 5;
    bool pushWebsocket = true;
    bool pushLongPolling = true;
    QJsonObject limits; ///< Shown by nobody; kept for `doctor`-like tools.
    QDateTime serverTime;

    static Result<Capabilities> fromJson(const QJsonObject &json);
    [[nodiscard]] QJsonObject toJson() const;
    bool operator==(const Capabilities &) const = default;
};

/// Asks what the server (or one portal of it) can do. Needs no sign-in. Errors: not_found (unknown portal).
struct GetCapabilities {
    using Response = Capabilities;
    static constexpr QLatin1StringView method{"passport.capabilities"};
    static constexpr Auth auth = Auth::None;

    std::optional<QString> portal; ///< Address, host or memberId.

    [[nodiscard]] QJsonObject toJson() const;
    static Result<GetCapabilities> fromJson(const QJsonObject &json);
    bool operator==(const GetCapabilities &) const = default;
};

} // namespace passport
