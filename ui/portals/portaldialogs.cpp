// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/portals/portaldialogs.h"

#include "client/contacts.h"
#include "client/portals.h"
#include "client/session.h"
#include "protocol/initials.h"
#include "ui/portals/createdialog.h"
#include "ui/portals/leavedialog.h"
#include "ui/portals/renamedialog.h"

namespace passport {

PortalDialogs::PortalDialogs(Portals &portals, Session &session, const Contacts &contacts, QWidget &window)
    : m_portals(portals)
    , m_session(session)
    , m_contacts(contacts)
    , m_window(window)
{
}

void PortalDialogs::create()
{
    const auto list = m_portals.list();
    if (!list)
        return;
    const auto &profile = m_session.profile();
    const QString login = m_contacts.login();
    auto *dialog = new CreateDialog(
        m_portals.newChange(),
        {.person
         = {.name = profile ? profile->fullName() : QString(),
            .initials = profile ? initialsOf(profile->firstName, profile->lastName) : QString(),
            .account = login.isEmpty() ? m_session.server().host() : login,
            .photo = {}},
         .created = list->createdCount,
         .limit = list->createdLimit},
        &m_window);
    QObject::connect(dialog, &CreateDialog::openRequested, &m_portals, &Portals::openInBrowser);
    dialog->open();
}

void PortalDialogs::rename(const Portal &portal)
{
    auto *dialog = new RenameDialog(m_portals.newChange(), portal, m_portals.typeAddress(portal), &m_window);
    QObject::connect(dialog, &RenameDialog::openRequested, &m_portals, &Portals::openInBrowser);
    dialog->open();
}

void PortalDialogs::leave(const Portal &portal)
{
    auto *dialog = new LeaveDialog(m_portals.newChange(), portal, &m_window);
    QObject::connect(dialog, &LeaveDialog::openRequested, &m_portals, &Portals::openInBrowser);
    dialog->open();
}

} // namespace passport
