// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/error.h"

#include <utility>
#include <variant>

namespace passport {

/// A value or an Error; the member names of std::expected, which g++ 12 has only under C++23.
template <typename T> class [[nodiscard]] Result {
public:
    Result(T value)
        : m_either(std::in_place_index<0>, std::move(value))
    {
    }
    Result(Error error)
        : m_either(std::in_place_index<1>, std::move(error))
    {
    }

    [[nodiscard]] bool has_value() const { return m_either.index() == 0; }
    explicit operator bool() const { return has_value(); }

    /// Only when has_value().
    [[nodiscard]] T &value() & { return *std::get_if<0>(&m_either); }
    [[nodiscard]] const T &value() const & { return *std::get_if<0>(&m_either); }
    [[nodiscard]] T &&value() && { return std::move(*std::get_if<0>(&m_either)); }
    [[nodiscard]] T &operator*() & { return value(); }
    [[nodiscard]] const T &operator*() const & { return value(); }
    [[nodiscard]] T &&operator*() && { return std::move(*this).value(); }
    [[nodiscard]] T *operator->() { return &value(); }
    [[nodiscard]] const T *operator->() const { return &value(); }

    /// Only when !has_value().
    [[nodiscard]] const Error &error() const { return *std::get_if<1>(&m_either); }

private:
    std::variant<T, Error> m_either;
};

/// The answer of a call that has nothing to tell but that it worked.
struct Done {
    static Result<Done> fromJson(const QJsonObject &) { return Done{}; }
    [[nodiscard]] QJsonObject toJson() const { return {}; }
    bool operator==(const Done &) const = default;
};

} // namespace passport
