// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/profile/contactrow.h"

#include "ui/icons.h"
#include "ui/style.h"
#include "ui/widgets/iconlabel.h"
#include "ui/widgets/label.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace passport {

namespace {

constexpr qsizetype openHead = 5; // of a phone number: country and operator
constexpr qsizetype openTail = 2;

} // namespace

QString maskedContact(const Contact &contact)
{
    const QString &value = contact.value;
    if (contact.kind == Contact::Kind::Email)
        return value.left(1) + u"•••"_s + value.mid(value.indexOf(u'@'));
    const qsizetype hidden = std::max<qsizetype>(0, value.size() - openHead - openTail);
    return value.left(openHead) + QString(hidden, u'•') + value.right(openTail);
}

ContactRow::ContactRow(Contact::Kind kind, const std::optional<Contact> &contact, QWidget *parent)
    : QWidget(parent)
    , m_kind(kind)
    , m_contact(contact)
    , m_value(new Label(TextRole::Body))
    , m_mark(new IconLabel("ok"_L1, Tone::Success, measure::smallIcon))
    , m_state(new Label(TextRole::Caption))
    , m_change(new QPushButton)
    , m_remove(new QPushButton)
{
    const QString name = kind == Contact::Kind::Phone ? u"phone"_s : u"email"_s;
    const QString part = isWaiting() ? name + "Waiting"_L1 : name;
    m_value->setObjectName(part + "Value"_L1);
    m_change->setObjectName(isWaiting() ? name + "Code"_L1 : name + "Change"_L1);
    m_remove->setObjectName(part + "Remove"_L1);
    layOut();
    for (QPushButton *button : {m_change, m_remove})
        button->installEventFilter(this);
    connect(m_change, &QPushButton::clicked, this, &ContactRow::press);
    connect(m_remove, &QPushButton::clicked, this, [this] {
        if (m_contact)
            Q_EMIT removeAsked(*m_contact);
    });
    render(false);
}

void ContactRow::press()
{
    if (isWaiting())
        Q_EMIT codeAsked(*m_contact);
    else
        Q_EMIT changeAsked(m_kind, m_contact ? std::optional(m_contact->id) : std::nullopt);
}

void ContactRow::layOut()
{
    setMinimumHeight(measure::row);
    m_change->setMinimumHeight(measure::compact);
    m_remove->setIcon(lineIcon("trash"_L1));
    m_remove->setFixedSize(measure::control, measure::control);
    setButtonLook(*m_remove, ButtonLook::Flat);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(measure::section, measure::half, measure::group, measure::half);
    row->setSpacing(measure::step);
    row->addWidget(new IconLabel(m_kind == Contact::Kind::Phone ? "phone"_L1 : "mail"_L1, Tone::Normal, measure::icon));
    row->addSpacing(measure::half);
    row->addWidget(m_value, 1);
    row->addWidget(m_mark);
    row->addWidget(m_state);
    row->addSpacing(measure::step);
    row->addWidget(m_change);
    row->addWidget(m_remove);
}

void ContactRow::render(bool open)
{
    const bool phone = m_kind == Contact::Kind::Phone;
    const QString none = phone ? tr("No phone number") : tr("No e-mail address");
    const QString value = !m_contact ? none : open ? m_contact->value : maskedContact(*m_contact);
    const bool confirmed = m_contact && m_contact->confirmed;
    m_value->setText(value);
    m_value->setTone(m_contact ? Tone::Normal : Tone::Secondary);
    m_mark->setVisible(m_contact.has_value());
    m_mark->setIcon(confirmed ? "ok"_L1 : "tri"_L1, confirmed ? Tone::Success : Tone::Warning);
    m_state->setText(!m_contact ? QString() : confirmed ? tr("Confirmed") : tr("Not confirmed"));
    m_state->setTone(confirmed ? Tone::Success : Tone::Warning);
    m_change->setText(isWaiting() ? tr("Enter the code") : m_contact ? tr("Change") : tr("Add"));
    m_change->setAccessibleName(u"%1: %2"_s.arg(value, m_change->text()));
    m_remove->setVisible(m_contact.has_value());
    m_remove->setToolTip(tr("Remove"));
    m_remove->setAccessibleName(u"%1: %2"_s.arg(value, tr("Remove")));
}

bool ContactRow::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        render(event->type() == QEvent::FocusIn);
    return QWidget::eventFilter(watched, event);
}

} // namespace passport
