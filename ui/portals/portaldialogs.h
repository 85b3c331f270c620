// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/portal.h"

#include <QWidget>

namespace passport {

class Contacts;
class Portals;
class Session;

/// Opens the dialogs that change portals, over a window.
class PortalDialogs {
public:
    /// `contacts` names the person by his login, so that two of one name can be told apart.
    PortalDialogs(Portals &portals, Session &session, const Contacts &contacts, QWidget &window);

    /// In whose Passport, of how many; nothing while there is no list.
    void create();
    void rename(const Portal &portal);
    void leave(const Portal &portal);

private:
    Portals &m_portals;
    Session &m_session;
    const Contacts &m_contacts;
    QWidget &m_window;
};

} // namespace passport
