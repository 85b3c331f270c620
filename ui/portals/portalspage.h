// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/error.h"
#include "protocol/ids.h"
#include "ui/portals/portalspeech.h"

#include <QWidget>
#include <optional>

class QStackedLayout;

namespace passport {

class Counters;
class Label;
class ListNotice;
class MessageStrip;
class PortalView;
class PortalModel;
class Portals;
class SearchField;

/// The page of the main window with all portals: search, list, and what stands there while there is none.
class PortalsPage : public QWidget {
    Q_OBJECT
public:
    PortalsPage(Portals &portals, PortalModel &model, Counters &counters, QWidget *parent = nullptr);

    void focusSearch();
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
    void renderNotice();
    void noticePressed();
    void searchFor(const QString &text);
    void leaveSearch();
    void chooseRow();
    void takeFocus();

    Portals &m_portals;
    PortalModel &m_model;
    Counters &m_counters;
    PortalSpeech m_rows;
    std::optional<Error> m_error; ///< Of the last gesture, until the next one.
    Label *m_title;
    Label *m_subtitle;
    SearchField *m_search;
    MessageStrip *m_strip;
    QStackedLayout *m_stack;
    PortalView *m_list;
    ListNotice *m_notice;
};

} // namespace passport
