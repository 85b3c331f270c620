// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QHashFunctions>
#include <array>
#include <optional>

namespace passport {

/// A channel's id: 16 bytes, written as 32 lower-case hex digits (wire.md 2.5). Small, because every socket has some.
struct ChannelId {
    std::array<char, 16> bytes{};

    static std::optional<ChannelId> fromHex(QByteArrayView text);
    [[nodiscard]] QByteArray toHex() const;

    bool operator==(const ChannelId &) const = default;
    friend std::size_t qHash(const ChannelId &id, std::size_t seed = 0)
    {
        return qHashBits(id.bytes.data(), id.bytes.size(), seed);
    }
};

} // namespace passport
