// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/portals/proofdialog.h"

#include "ui/widgets/busybutton.h"

using namespace Qt::StringLiterals;

namespace passport {

ProofDialog::ProofDialog(PortalWishes &changes, const QStringList &methods, QWidget *parent)
    : ChangeDialog(changes, tr("Confirm that it is you"), parent)
{
    setObjectName("proofDialog"_L1);
    primary().setText(tr("Confirm"));
    changes.askProof(methods);
}

} // namespace passport
