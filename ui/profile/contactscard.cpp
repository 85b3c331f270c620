// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/profile/contactscard.h"

#include "client/account.h"
#include "ui/errortext.h"
#include "ui/profile/contactdialog.h"
#include "ui/profile/contactrow.h"
#include "ui/profile/outcomewords.h"
#include "ui/style.h"
#include "ui/widgets/cardpage.h"
#include "ui/widgets/details.h"
#include "ui/widgets/linkbutton.h"
#include "ui/widgets/messagestrip.h"
#include "ui/widgets/question.h"

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
    connect(m_strip, &MessageStrip::firstPressed, this, &ContactsCard::stripPressed);
    render();
}

void ContactsCard::render()
{
    // The rows are made anew, also under a dialog: the keys stay at the button where they were, or go back to it.
    auto *focused = qobject_cast<QPushButton *>(window()->focusWidget());
    const qsizetype place = buttons().indexOf(focused);
    const QString name = place >= 0 ? focused->objectName() : QString();
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater(); // its button may be the one that was pressed
        delete item;
    }
    renderNotice();
    if (const auto *ready = std::get_if<contacts::Ready>(&m_account.contacts().state()))
        renderRows(ready->items);
    if (place >= 0)
        restoreFocus(name, place);
}

/// The buttons of the rows, from above.
QList<QPushButton *> ContactsCard::buttons() const
{
    QList<QPushButton *> found;
    for (int i = 0; i < m_rows->count(); ++i)
        found.append(m_rows->itemAt(i)->widget()->findChildren<QPushButton *>());
    return found;
}

/// To the button of that name, else to what stands in its place.
void ContactsCard::restoreFocus(const QString &name, qsizetype place)
{
    const auto all = buttons();
    if (all.isEmpty())
        return;
    QPushButton *next = all.at(std::min(place, all.size() - 1));
    if (next->objectName() != name) {
        const auto same = std::ranges::find(all, name, &QObject::objectName);
        next = same == all.end() ? next : *same;
    }
    if (next->isVisibleTo(this))
        next->setFocus(Qt::OtherFocusReason);
}

QString ContactsCard::confirmation() const
{
    const QString said = tr("Confirmed: you can sign in with %1.").arg(m_bound->value);
    return m_bound->portals.empty() ? said : said + u' ' + outcomeWords(m_bound->portals).sentence;
}

void ContactsCard::renderNotice()
{
    const auto &state = m_account.contacts().state();
    const auto *ready = std::get_if<contacts::Ready>(&state);
    const auto *failed = std::get_if<contacts::Failed>(&state);
    m_notice->setVisible(!ready || ready->error || m_bound);
    if (failed)
        m_strip->setMessage(Tone::Error, errorText(failed->error), tr("Try again"));
    else if (!ready)
        m_strip->setMessage(Tone::Accent, tr("Reading…"));
    else if (ready->error)
        m_strip->setMessage(Tone::Error, errorText(*ready->error));
    else if (m_bound)
        m_strip->setMessage(
            outcomeWords(m_bound->portals).failed.isEmpty() ? Tone::Success : Tone::Warning, confirmation(),
            m_bound->portals.empty() ? QString() : tr("Details"));
}

void ContactsCard::stripPressed()
{
    if (std::holds_alternative<contacts::Ready>(m_account.contacts().state()) && m_bound)
        showDetails(*this, tr("Portals"), outcomeDetails(m_bound->portals));
    else
        m_account.contacts().refresh();
}

void ContactsCard::renderRows(const std::vector<Contact> &contacts)
{
    std::vector<Contact::Kind> more;
    for (const auto kind : {Contact::Kind::Phone, Contact::Kind::Email}) {
        const auto bound = [kind](const Contact &each) { return each.kind == kind && each.confirmed; };
        if (std::ranges::any_of(contacts, bound))
            more.push_back(kind);
        else
            addRow(kind, {});
        for (const Contact &contact : contacts) {
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
    row->setContentsMargins(measure::section, measure::between, measure::group, measure::between);
    row->setSpacing(measure::section);
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
    connect(row, &ContactRow::removeAsked, this, &ContactsCard::remove);
    connect(
        row, &ContactRow::codeAsked, this, [this](const Contact &waiting) { open(m_account.confirmContact(waiting)); });
    append(row);
}

/// A confirmed one is a way to sign in, so the person is asked; one that waits for its code is none yet.
void ContactsCard::remove(const Contact &unwanted)
{
    const auto removal = [this, id = unwanted.id] {
        m_bound.reset();
        renderNotice();
        m_account.contacts().remove(id);
    };
    if (!unwanted.confirmed)
        return removal();
    const bool phone = unwanted.kind == Contact::Kind::Phone;
    const QString sentence = phone ? tr("You can no longer sign in with this number, nor get codes by SMS.")
                                   : tr("You can no longer sign in with this address.");
    auto *question
        = new Question(u"removeContact"_s, {tr("Remove %1?").arg(unwanted.value), sentence, tr("Remove")}, this);
    connect(question, &QDialog::accepted, this, removal);
    question->open();
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
    m_bound.reset();
    renderNotice();
    auto *dialog = new ContactDialog(std::move(change), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ContactDialog::confirmed, this, [this](const contactchange::Bound &bound) {
        m_bound = bound;
        renderNotice();
    });
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
