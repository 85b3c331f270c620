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
    std::function<void(QWidget &)> then = {}; ///< What is done in it, once it is in front, before the picture is taken.
};

[[nodiscard]] std::vector<Shot> signInShots();
[[nodiscard]] std::vector<Shot> qrLoginShots();
/// The menus of rows and of the tray, and small dialogs that need nobody signed in.
[[nodiscard]] std::vector<Shot> menuShots();
/// Over real servers that live as long as the shots.
[[nodiscard]] std::vector<Shot> mainShots();
[[nodiscard]] std::vector<Shot> accountShots();

} // namespace passport
