// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/qr/nearness.h"
#include "protocol/result.h"

#include <memory>
#include <optional>

struct MMDB_s;

namespace passport {

/// Where addresses are, from a database in MaxMind's format (`--geoip FILE`); without one nothing is known. Reads are
/// lookups in a mapped file: safe on the I/O thread.
class Places {
public:
    Places();
    ~Places();
    Places(Places &&) noexcept;
    Places &operator=(Places &&) noexcept;

    /// Refuses a file that is none of that format, in one sentence.
    static Result<Places> open(const QString &file);

    /// Nothing for an address that is private, unreadable or not in the database.
    [[nodiscard]] std::optional<Place> find(const QString &address) const;

private:
    struct Close {
        void operator()(MMDB_s *database) const;
    };
    std::unique_ptr<MMDB_s, Close> m_database;
};

} // namespace passport
