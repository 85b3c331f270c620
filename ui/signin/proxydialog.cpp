// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/signin/proxydialog.h"

#include "ui/style.h"
#include "ui/widgets/label.h"
#include "ui/widgets/passwordfield.h"

#include <QDialogButtonBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace passport {

namespace {

constexpr int usualPort = 3128; // what most HTTP proxies listen on

} // namespace

ProxyDialog::ProxyDialog(const ProxyChoice &proxy, QWidget *parent)
    : QDialog(parent)
    , m_host(new QLineEdit(proxy.host))
    , m_port(new QSpinBox)
    , m_user(new QLineEdit(proxy.user))
    , m_password(new PasswordField)
{
    setObjectName(u"proxyDialog"_s);
    setWindowTitle(tr("Proxy"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_host->setObjectName(u"proxyHost"_s);
    m_port->setObjectName(u"proxyPort"_s);
    m_user->setObjectName(u"proxyUser"_s);
    m_password->setObjectName(u"proxyPassword"_s);
    m_port->setRange(1, 65535);
    m_port->setButtonSymbols(QAbstractSpinBox::NoButtons); // a port is typed; ↑ and ↓ still count
    m_port->setValue(proxy.port != 0 ? proxy.port : usualPort);
    m_host->setMinimumWidth(measure::column);
    layOut();
}

void ProxyDialog::layOut()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(measure::section, measure::section, measure::section, measure::section);
    column->setSpacing(measure::half);
    const auto row = [column](const QString &words, QWidget *field) {
        auto *label = new Label(TextRole::Caption, Tone::Secondary);
        label->setText(words);
        label->setBuddy(field);
        field->setAccessibleName(QString(words).remove(u'&'));
        column->addWidget(label);
        column->addWidget(field);
        column->addSpacing(measure::step);
    };
    row(tr("&Host of the proxy"), m_host);
    row(tr("P&ort"), m_port);
    row(tr("&Name, if it asks for one"), m_user);
    row(tr("Pass&word"), m_password);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    m_use = buttons->button(QDialogButtonBox::Ok);
    m_use->setObjectName(u"useProxy"_s);
    m_use->setText(tr("Use"));
    m_use->setEnabled(!m_host->text().isEmpty());
    buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
    setButtonLook(*m_use, ButtonLook::Primary);
    column->addSpacing(measure::step);
    column->addWidget(buttons);
    connect(m_host, &QLineEdit::textChanged, this, [this](const QString &host) {
        m_use->setEnabled(!host.trimmed().isEmpty());
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        Q_EMIT chosen(typed());
        accept();
    });
}

ProxyChoice ProxyDialog::typed() const
{
    return {
        .mode = ProxyChoice::Mode::Manual,
        .host = m_host->text().trimmed(),
        .port = static_cast<quint16>(m_port->value()),
        .user = m_user->text(),
        .password = m_password->text()};
}

} // namespace passport
