// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/portals/portalspage.h"

#include "client/portalmodel.h"
#include "client/portals.h"
#include "ui/errortext.h"
#include "ui/icons.h"
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

PortalsPage::PortalsPage(
    Portals &portals, PortalModel &model, Session &session, const Contacts &contacts, QWidget *parent)
    : QWidget(parent)
    , m_portals(portals)
    , m_model(model)
    , m_actions(portals, model, session, contacts, *this)
    , m_title(new Label(TextRole::Title))
    , m_subtitle(new Label(TextRole::Caption, Tone::Secondary))
    , m_search(new SearchField)
    , m_create(new QPushButton)
    , m_strip(new MessageStrip)
    , m_stack(new QStackedLayout)
    , m_list(new PortalView)
    , m_notice(new ListNotice)
{
    setObjectName("portalsPage"_L1);
    m_create->setObjectName("createPortal"_L1);
    m_create->setIcon(lineIcon("plus"_L1));
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
    header->setSpacing(measure::between);
    header->addWidget(m_search);
    header->addWidget(m_create);
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
        if (m_model.firstPortal() >= 0)
            m_portals.openInBrowser(m_model.portalAt(m_model.firstPortal()));
    });
    connect(m_create, &QPushButton::clicked, this, &PortalsPage::createPortal);
    connectList();
    connect(m_notice, &ListNotice::buttonPressed, this, &PortalsPage::noticePressed);
    connect(m_notice, &ListNotice::linkPressed, this, &PortalsPage::siteRequested);
    connect(m_strip, &MessageStrip::firstPressed, this, &PortalsPage::stripPressed);
    connect(m_strip, &MessageStrip::secondPressed, &m_actions, &PortalActions::forget);
    connect(&m_actions, &PortalActions::undoableChanged, this, [this] {
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
    connect(&m_model, &PortalModel::unreadChanged, this, &PortalsPage::renderHeader);
}

void PortalsPage::connectList()
{
    connect(&m_rows, &QAbstractItemModel::modelReset, this, &PortalsPage::chooseRow);
    connect(m_list, &PortalView::leftUpwards, this, &PortalsPage::focusSearch);
    connect(m_list, &PortalView::actionRequested, &m_actions, &PortalActions::perform);
    connect(&m_actions, &PortalActions::failed, this, [this](const Error &error) {
        m_error = error;
        render();
    });
    connect(m_list, &PortalView::moveRequested, &m_model, &PortalModel::move);
    connect(m_list, &PortalView::moveFinished, &m_model, &PortalModel::keepOrder);
    connect(m_list, &PortalView::moveCancelled, &m_model, &PortalModel::takeBackOrder);
    connect(m_list, &PortalView::foldRequested, &m_model, &PortalModel::setFolded);
}

void PortalsPage::stripPressed()
{
    if (!m_error)
        return m_actions.undo();
    m_error.reset();
    render();
}

void PortalsPage::searchFor(const QString &text)
{
    m_model.setQuery(text);
    render();
    if (m_model.firstPortal() >= 0)
        m_list->showRow(m_model.firstPortal());
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
    if (std::holds_alternative<portals::Switching>(m_portals.state()))
        m_error.reset();
    const auto *ready = std::get_if<portals::Ready>(&m_portals.state());
    if (ready && ready->error)
        m_error = ready->error;
    render();
}

void PortalsPage::render()
{
    renderStrip();
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

void PortalsPage::renderStrip()
{
    const auto done = m_actions.undoable();
    m_strip->setVisible(m_error || !done.isEmpty());
    if (m_error)
        m_strip->setMessage(Tone::Error, errorText(*m_error), tr("Close"));
    else if (!done.isEmpty())
        m_strip->setMessage(Tone::Accent, done, tr("Undo"), tr("Close"));
}

void PortalsPage::renderHeader()
{
    m_title->setText(tr("Portals"));
    const int count = m_model.totalCount();
    auto text = count == 0 ? tr("Not a single portal yet") : tr("%n portal(s)", nullptr, count);
    if (m_model.unread() > 0)
        text += u" · "_s + tr("%n unread", nullptr, m_model.unread());
    const auto list = m_portals.list();
    m_subtitle->setText(list ? text : QString());
    m_create->setVisible(list != nullptr);
    if (list)
        m_create->setText(tr("Create (%1 of %2)").arg(list->createdCount).arg(list->createdLimit));
    m_create->setAccessibleName(
        list ? tr("Create a portal, %1 of %2 created").arg(list->createdCount).arg(list->createdLimit) : QString());
    setButtonLook(*m_create, count == 0 ? ButtonLook::Secondary : ButtonLook::Primary); // one primary action a page
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
    if (m_model.firstPortal() >= 0 && !m_list->currentIndex().isValid())
        m_list->showRow(std::max(m_model.firstPortal(), m_model.rowOf(m_portals.current())));
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
