// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/portals/changedialog.h"

namespace passport {

/// Asks for the password or a code, because the server wants to know once more who is there before it opens a portal
/// (a session that began with a QR code). accepted() once it has been told.
class ProofDialog : public ChangeDialog {
    Q_OBJECT
public:
    ProofDialog(PortalWishes &changes, const QStringList &methods, QWidget *parent);

protected:
    [[nodiscard]] std::optional<portalwish::Wish> wish() const override { return {}; }
};

} // namespace passport
