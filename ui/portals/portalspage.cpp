// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/portals/portalspage.h"

#include "client/counters.h"
#include "client/portalmodel.h"
#include "client/portals.h"
#include "ui/errortext.h"
#include "ui/portals/listnotice.h"
#include "ui/portals/portalview.h"
#include "ui/portals/searchfield.h"
#include "ui/widgets/label.h"
#include "ui/widgets/messagestrip.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>
#include <QStackedLayout>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace passport {

namespace {

constexpr int inset = 20; ///< Of the header against the rows: their pictures stand below the title.
constexpr int searchWidth = 232;
constexpr int fewPortals = 6; ///< With fewer there is nothing to search (PO-3).

} // namespace

PortalsPage::PortalsPage(Portals &portals, PortalModel &model, Counters &counters, QWidget *parent)
    : QWidget(parent)
    , m_portals(portals)
    , m_model(model)
    , m_counters(counters)
    , m_title(new Label(TextRole::Title))
    , m_subtitle(new Label(TextRole::Caption, Tone::Secondary))
    , m_search(new SearchField)
    , m_strip(new MessageStrip)
    , m_stack(new QStackedLayout)
    , m_list(new PortalView)
    , m_notice(new ListNotice)
{
    setObjectName("portalsPage"_L1);
    m_strip->setObjectName("portalsStrip"_L1);
    m_notice->setObjectName("portalsNotice"_L1);
    m_rows.setSourceModel(&model);
    m_list->setModel(&m_rows);
    layOut();
    connectGestures();
    render();
}

void PortalsPage::layOut()
{
    m_search->setFixedWidth(searchWidth);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addWidget(m_title);
    texts->addWidget(m_subtitle);
    auto *header = new QHBoxLayout;
    header->setContentsMargins(inset, measure::between, measure::step, 0);
    header->addLayout(texts, 1);
    header->addWidget(m_search);
    m_stack->addWidget(m_list);
    m_stack->addWidget(m_notice);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0); // rows go on below the window's edge
    column->setSpacing(measure::between);
    column->addLayout(header);
    column->addWidget(m_strip);
    column->addLayout(m_stack, 1);
}

void PortalsPage::connectGestures()
{
    connect(m_search, &QLineEdit::textChanged, this, &PortalsPage::searchFor);
    connect(m_search, &SearchField::leftDownwards, this, &PortalsPage::leaveSearch);
    connect(m_search, &QLineEdit::returnPressed, this, [this] {
        if (m_rows.rowCount() > 0)
            m_portals.openInBrowser(m_model.portalAt(0));
    });
    connect(&m_rows, &QAbstractItemModel::modelReset, this, &PortalsPage::chooseRow);
    connect(m_list, &PortalView::leftUpwards, this, &PortalsPage::focusSearch);
    connect(m_list, &PortalView::openRequested, &m_portals, &Portals::openInBrowser);
    connect(m_list, &PortalView::makeCurrentRequested, &m_portals, &Portals::switchTo);
    connect(m_notice, &ListNotice::buttonPressed, this, &PortalsPage::noticePressed);
    connect(m_notice, &ListNotice::linkPressed, this, &PortalsPage::siteRequested);
    connect(m_strip, &MessageStrip::firstPressed, this, [this] {
        m_error.reset();
        render();
    });
    connect(&m_portals, &Portals::stateChanged, this, &PortalsPage::portalsChanged);
    connect(&m_portals, &Portals::linkReady, this, [this] {
        m_error.reset();
        render();
    });
    connect(&m_portals, &Portals::linkFailed, this, [this](const PortalId &, const Error &error) {
        m_error = error;
        render();
    });
    connect(&m_counters, &Counters::totalChanged, this, &PortalsPage::renderHeader);
}

void PortalsPage::searchFor(const QString &text)
{
    m_model.setQuery(text);
    render();
    if (m_rows.rowCount() > 0)
        m_list->showRow(0);
}

void PortalsPage::leaveSearch()
{
    m_list->setFocus(Qt::TabFocusReason);
    chooseRow();
}

void PortalsPage::focusSearch()
{
    if (m_search->isVisible())
        m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void PortalsPage::showPortal(const PortalId &portal)
{
    m_search->clear();
    if (const int row = m_model.rowOf(portal); row >= 0)
        m_list->showRow(row);
}

void PortalsPage::portalsChanged()
{
    const auto *ready = std::get_if<portals::Ready>(&m_portals.state());
    if (ready && ready->error)
        m_error = ready->error;
    else if (std::holds_alternative<portals::Switching>(m_portals.state()))
        m_error.reset();
    render();
}

void PortalsPage::render()
{
    m_strip->setVisible(m_error.has_value());
    if (m_error)
        m_strip->setMessage(Tone::Error, errorText(*m_error), tr("Close"));
    renderHeader();
    m_search->setVisible(m_model.totalCount() >= fewPortals || !m_search->text().isEmpty());
    QWidget *content = m_list;
    if (m_rows.rowCount() == 0)
        content = m_notice;
    const bool another = m_stack->currentWidget() != content;
    m_stack->setCurrentWidget(content);
    renderNotice();
    if (another && !m_search->hasFocus())
        takeFocus();
}

void PortalsPage::renderHeader()
{
    m_title->setText(tr("Portals"));
    const int count = m_model.totalCount();
    auto text = count == 0 ? tr("Not a single portal yet") : tr("%n portal(s)", nullptr, count);
    if (m_counters.total() > 0)
        text += u" · "_s + tr("%n unread", nullptr, m_counters.total());
    m_subtitle->setText(m_portals.list() ? text : QString());
}

void PortalsPage::renderNotice()
{
    if (m_rows.rowCount() > 0)
        return;
    if (const auto *failed = std::get_if<portals::Failed>(&m_portals.state())) {
        m_notice->setIcon("offline"_L1, Tone::Warning);
        m_notice->setTexts(tr("Your portals could not be read"), errorText(failed->error), tr("Try again"));
    } else if (!m_portals.list()) {
        m_notice->setIcon("wait"_L1, Tone::Accent);
        m_notice->setTexts(tr("Getting your portals…"), tr("The server is being asked for the list."), tr("Ask again"));
    } else if (!m_search->text().isEmpty()) {
        m_notice->setIcon("search"_L1, Tone::Accent);
        m_notice->setTexts(
            tr("Nothing found"), tr("No portal has “%1” in its name or address.").arg(m_search->text()),
            tr("Show all portals"));
    } else {
        m_notice->setDrawing();
        m_notice->setTexts(
            tr("Your portals will appear here"),
            tr("If you have a portal and do not see it, sign in to it once by its address; from then on it is in this "
               "list."),
            tr("Sign in by the portal’s address…"), tr("Open the Passport in the browser"));
    }
}

void PortalsPage::noticePressed()
{
    if (!m_portals.list())
        m_portals.refresh();
    else if (!m_search->text().isEmpty())
        m_search->clear();
    else
        Q_EMIT addressRequested();
}

void PortalsPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        render();
    QWidget::changeEvent(event);
}

void PortalsPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    takeFocus();
}

void PortalsPage::chooseRow()
{
    // The person is in his current portal; unless he has gone elsewhere in the list, the keys start there.
    if (m_rows.rowCount() > 0 && !m_list->currentIndex().isValid())
        m_list->showRow(std::max(0, m_model.rowOf(m_portals.current())));
}

void PortalsPage::takeFocus()
{
    // A page that has just come up is worked with at once; a focus that somebody has put elsewhere stays there.
    if (!isVisible())
        return;
    chooseRow();
    const bool empty = m_rows.rowCount() == 0;
    const auto *focused = window()->focusWidget();
    if (!focused || !isAncestorOf(focused) || !focused->isVisible())
        (empty ? static_cast<QWidget *>(m_notice->button()) : m_list)->setFocus(Qt::OtherFocusReason);
}

} // namespace passport
