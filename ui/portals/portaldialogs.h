// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/error.h"
#include "protocol/portal.h"

#include <QWidget>
#include <functional>

namespace passport {

class Portals;
class Session;

/// Opens the dialogs that change portals, over a window.
class PortalDialogs {
public:
    PortalDialogs(Portals &portals, Session &session, QWidget &window);

    /// In whose Passport, of how many; nothing while there is no list.
    void create();
    void rename(const Portal &portal);
    void leave(const Portal &portal);
    /// A call was refused with stepup_required: asks who is there, then calls `again`. False: it was refused for
    /// another reason.
    bool prove(const Error &error, const std::function<void()> &again);

private:
    Portals &m_portals;
    Session &m_session;
    QWidget &m_window;
};

} // namespace passport
