// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/result.h"

#include <QString>
#include <memory>

namespace passport {

/// The right to be the one server of a data folder: two would answer from two memories. Held by an open file, so the
/// system takes it back even after `kill -9`. Subcommands do not ask for it.
class FolderLock {
public:
    /// Error: one sentence, if another server has it.
    static Result<std::unique_ptr<FolderLock>> take(const QString &folder);
    ~FolderLock();
    FolderLock(const FolderLock &) = delete;
    FolderLock &operator=(const FolderLock &) = delete;

private:
    explicit FolderLock(int descriptor)
        : m_descriptor(descriptor)
    {
    }
    const int m_descriptor;
};

} // namespace passport
