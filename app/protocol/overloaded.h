// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace passport {

/// One lambda for each alternative of a variant: std::visit with it does not compile while one is missing.
template <typename... Lambdas> struct overloaded : Lambdas... {
    using Lambdas::operator()...;
};
template <typename... Lambdas> overloaded(Lambdas...) -> overloaded<Lambdas...>;

} // namespace passport
