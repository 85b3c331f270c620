// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "client/backoff.h"

#include <algorithm>

using namespace std::chrono_literals;

namespace passport {
namespace {

constexpr int highestPower = 6; // 1 s · 2^6 is already beyond the longest wait

std::chrono::milliseconds doubled(std::chrono::milliseconds first, int times)
{
    return first * (1 << std::clamp(times, 0, highestPower));
}

std::chrono::milliseconds spread(std::chrono::milliseconds middle, double lowest, double highest, double chance)
{
    const double factor = lowest + (highest - lowest) * chance;
    return std::chrono::milliseconds(static_cast<std::int64_t>(static_cast<double>(middle.count()) * factor));
}

} // namespace

std::chrono::milliseconds backoffDelay(BackoffPlan plan, int attempt, double chance)
{
    if (plan == BackoffPlan::Watched) // SR-23
        return spread(std::min<std::chrono::milliseconds>(8s, doubled(500ms, attempt - 1)), 0.8, 1.2, chance);
    return spread(std::min<std::chrono::milliseconds>(60s, doubled(1s, attempt)), 0.75, 1.25, chance);
}

} // namespace passport
