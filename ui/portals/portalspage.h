// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/error.h"
#include "protocol/ids.h"
#include "ui/portals/portalactions.h"
#include "ui/portals/portalspeech.h"

#include <QWidget>
#include <optional>

class QPushButton;
class QStackedLayout;

namespace passport {

class Contacts;
class Label;
class ListNotice;
class MessageStrip;
class PortalView;
class PortalModel;
class Portals;
class SearchField;
class Session;

/// The page of the main window with all portals: search, list, and what stands there while there is none.
class PortalsPage : public QWidget {
    Q_OBJECT
public:
    PortalsPage(
        Portals &portals, PortalModel &model, Session &session, const Contacts &contacts, QWidget *parent = nullptr);

    void focusSearch();
    /// Asks how a new portal is to be called.
    void createPortal() { m_actions.create(); }
    /// The row of a portal, without opening anything.
    void showPortal(const PortalId &portal);

Q_SIGNALS:
    /// "Sign in by the portal's address": somebody has no portals and wants help.
    void addressRequested();
    /// Open the Passport's own site.
    void siteRequested();

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void layOut();
    void connectGestures();
    void portalsChanged();
    void render();
    void renderHeader();
    void renderStrip();
    void renderNotice();
    void noticePressed();
    void stripPressed();
    void connectList();
    void searchFor(const QString &text);
    void leaveSearch();
    void chooseRow();
    void takeFocus();

    Portals &m_portals;
    PortalModel &m_model;
    PortalActions m_actions;
    PortalSpeech m_rows;
    std::optional<Error> m_error; ///< Of the last gesture, until the next one.
    Label *m_title;
    Label *m_subtitle;
    SearchField *m_search;
    QPushButton *m_create;
    MessageStrip *m_strip;
    QStackedLayout *m_stack;
    PortalView *m_list;
    ListNotice *m_notice;
};

} // namespace passport
