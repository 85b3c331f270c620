// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/signin/serverswitchdialog.h"

#include "ui/widgets/busybutton.h"

using namespace Qt::StringLiterals;

namespace passport {

ServerSwitchDialog::ServerSwitchDialog(const QUrl &used, const QUrl &asked, Consequence consequence, QWidget *parent)
    : FormDialog(u"serverSwitch"_s, parent)
    , m_used(used)
    , m_asked(asked)
    , m_consequence(consequence)
{
    const bool possible = consequence != Consequence::Forbidden;
    setWords(possible ? tr("Go over to another server?") : tr("The server stays"), sentence(), tr("Go over"));
    acceptButton().setVisible(possible);
    acceptButton().setDefault(false);
    cancelButton().setText(possible ? tr("Stay") : tr("Close"));
    cancelButton().setDefault(true); // whoever started the program may not be the one who sits before it
    cancelButton().setFocus();
    connect(&acceptButton(), &QPushButton::clicked, this, [this] {
        Q_EMIT switchAsked(m_asked);
        accept();
    });
}

QString ServerSwitchDialog::sentence() const
{
    const QString used = m_used.authority();
    const QString asked = m_asked.authority();
    switch (m_consequence) {
    case Consequence::None:
        return tr("The program was started once more, for %1. This window uses %2.").arg(asked, used);
    case Consequence::Kept:
        return tr("The program was started once more, for %1. You are signed in at %2; that sign-in stays on this "
                  "computer for when you come back.")
            .arg(asked, used);
    case Consequence::Ends:
        return tr("The program was started once more, for %1. You are signed in at %2, and that sign-in is not kept: "
                  "going over ends it.")
            .arg(asked, used);
    case Consequence::Forbidden:
        break;
    }
    return tr("The program was started once more, for %1. Your administrator has set the server %2 for this computer.")
        .arg(asked, used);
}

} // namespace passport
