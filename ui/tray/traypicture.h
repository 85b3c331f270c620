// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/tray/traystate.h"

#include <QColor>
#include <QIcon>

namespace passport {

/// The tray's picture of a state in one colour: the panel's text colour. Told apart by shape alone.
[[nodiscard]] QIcon trayPicture(const TrayState &state, const QColor &colour);

} // namespace passport
