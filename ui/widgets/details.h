// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

class QString;
class QWidget;

namespace passport {

/// What stands behind a button "Details" or "How to …": a small window with a text that can be copied. It does not
/// block; it closes with the window it belongs to.
void showDetails(QWidget &parent, const QString &title, const QString &text);

} // namespace passport
