// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>
#include <optional>

namespace passport {

class Db;
struct HttpRequest;

/// Where the addresses that portals had lead now: everything under an old one answers 302 (wire.md 4.1). In memory,
/// because each request under /p/ asks. I/O thread.
class MovedAddresses {
public:
    using Map = QHash<QString, QString>; ///< Old to present address.
    static Map load(Db &db); ///< Throws StoreError.
    void apply(Map map) { m_map = std::move(map); }

    /// The same place under the present address, if the request names an old one.
    [[nodiscard]] std::optional<QByteArray> targetOf(const HttpRequest &request) const;

private:
    Map m_map;
};

} // namespace passport
