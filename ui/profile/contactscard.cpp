// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/profile/contactscard.h"

#include "client/account.h"
#include "client/contactchange.h"
#include "ui/errortext.h"
#include "ui/profile/contactdialog.h"
#include "ui/profile/contactrow.h"
#include "ui/style.h"
#include "ui/widgets/cardpage.h"
#include "ui/widgets/linkbutton.h"
#include "ui/widgets/messagestrip.h"

#include <QEvent>
#include <QHBoxLayout>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace passport {

ContactsCard::ContactsCard(Account &account, QWidget *parent)
    : Card(parent)
    , m_account(account)
    , m_rows(new QVBoxLayout)
    , m_notice(new QWidget)
    , m_strip(new MessageStrip)
{
    setObjectName("contactsCard"_L1);
    m_strip->setObjectName("contactsStrip"_L1);
    auto *column = rowColumn(*this);
    m_rows->setSpacing(0);
    column->addLayout(m_rows);
    auto *strip = new QVBoxLayout(m_notice);
    strip->setContentsMargins(measure::group, measure::group, measure::group, measure::group);
    strip->addWidget(m_strip);
    column->addWidget(m_notice);
    connect(&m_account.contacts(), &Contacts::stateChanged, this, &ContactsCard::render);
    connect(m_strip, &MessageStrip::firstPressed, &m_account.contacts(), &Contacts::refresh);
    render();
}

void ContactsCard::render()
{
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater(); // its button may be the one that was pressed
        delete item;
    }
    const auto &state = m_account.contacts().state();
    const auto *ready = std::get_if<contacts::Ready>(&state);
    const auto *failed = std::get_if<contacts::Failed>(&state);
    m_notice->setVisible(!ready || ready->error);
    if (failed)
        m_strip->setMessage(Tone::Error, errorText(failed->error), tr("Try again"));
    else if (!ready)
        m_strip->setMessage(Tone::Accent, tr("Reading…"));
    else if (ready->error)
        m_strip->setMessage(Tone::Error, errorText(*ready->error));
    if (!ready)
        return;
    std::vector<Contact::Kind> more;
    for (const auto kind : {Contact::Kind::Phone, Contact::Kind::Email}) {
        const auto bound = [kind](const Contact &each) { return each.kind == kind && each.confirmed; };
        if (std::ranges::any_of(ready->items, bound))
            more.push_back(kind);
        else
            addRow(kind, {});
        for (const Contact &contact : ready->items) {
            if (contact.kind == kind)
                addRow(kind, contact);
        }
    }
    addLinks(more);
}

/// The ways to another one of each kind.
void ContactsCard::addLinks(const std::vector<Contact::Kind> &kinds)
{
    if (kinds.empty())
        return;
    auto *links = new QWidget;
    auto *row = new QHBoxLayout(links);
    row->setContentsMargins(measure::section, measure::half, measure::group, measure::half);
    row->setSpacing(measure::group);
    for (const auto kind : kinds) {
        const bool phone = kind == Contact::Kind::Phone;
        auto *link = new LinkButton(phone ? u"phoneAnother"_s : u"emailAnother"_s);
        link->setText(phone ? tr("Add another phone number") : tr("Add another e-mail address"));
        connect(link, &QPushButton::clicked, this, [this, kind] { change(kind, {}); });
        row->addWidget(link);
    }
    row->addStretch();
    append(links);
}

void ContactsCard::addRow(Contact::Kind kind, const std::optional<Contact> &contact)
{
    auto *row = new ContactRow(kind, contact);
    connect(row, &ContactRow::changeAsked, this, &ContactsCard::change);
    connect(row, &ContactRow::removeAsked, &m_account.contacts(), &Contacts::remove);
    connect(
        row, &ContactRow::codeAsked, this, [this](const Contact &waiting) { open(m_account.confirmContact(waiting)); });
    append(row);
}

void ContactsCard::append(QWidget *part)
{
    // Shown at once: a layout that is in a window already would do it an event later, and the card be empty meanwhile.
    if (m_rows->count() > 0) {
        auto *separator = new Separator;
        m_rows->addWidget(separator);
        separator->show();
    }
    m_rows->addWidget(part);
    part->show();
}

void ContactsCard::change(Contact::Kind kind, const std::optional<ContactId> &replaces)
{
    open(m_account.changeContact(kind, replaces));
}

void ContactsCard::open(std::unique_ptr<ContactChange> change)
{
    auto *dialog = new ContactDialog(std::move(change), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void ContactsCard::showEvent(QShowEvent *event)
{
    Card::showEvent(event);
    m_account.contacts().refresh();
}

void ContactsCard::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        render();
    Card::changeEvent(event);
}

} // namespace passport
