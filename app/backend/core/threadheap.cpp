// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/core/threadheap.h"

#include <cstdlib>
#include <malloc.h>

namespace passport {

void reserveThreadHeap(std::size_t bytes)
{
    // The largest that glibc takes: smaller blocks come from the heap and not from a mapping of their own.
    constexpr int largestThreshold = 32 * 1024 * 1024;
    constexpr int neverTrim = 1024 * 1024 * 1024;
    (void)mallopt(M_MMAP_THRESHOLD, largestThreshold);
    (void)mallopt(M_TRIM_THRESHOLD, neverTrim);
    void *volatile whole = std::malloc(bytes); // volatile: the pair would be optimized away
    std::free(whole);
}

} // namespace passport
