// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/qrapprovalapi.h"

#include <QString>
#include <optional>

namespace passport {

/// Where an address is, as far as a database knows.
struct Place {
    QString city; ///< In the database's English.
    QString country;

    [[nodiscard]] QString toString() const; ///< "Moscow, Russia"
    bool operator==(const Place &) const = default;
};

/// How near two devices are, judged by the network alone (SR-11): the same public address; the same /24 (IPv4) or /48
/// (IPv6); the same city; other. Unknown if either address is unreadable, or if it is only the places that could tell
/// and one of them is not known.
[[nodiscard]] QrApproval::Network nearness(
    const QString &asking, const QString &approving, const std::optional<Place> &askingPlace,
    const std::optional<Place> &approvingPlace);

} // namespace passport
