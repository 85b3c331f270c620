// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <functional>
#include <memory>
#include <vector>

class QWidget;

namespace passport {

/// A window in one of its states, ready to be shown.
struct Shot {
    QString name; ///< Of the file, without theme and language.
    std::function<std::unique_ptr<QWidget>()> make; ///< In the size in which it is to be seen.
};

[[nodiscard]] std::vector<Shot> signInShots();
[[nodiscard]] std::vector<Shot> qrLoginShots();
/// Over real servers that live as long as the shots.
[[nodiscard]] std::vector<Shot> mainShots();

} // namespace passport
