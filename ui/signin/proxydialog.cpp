// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/signin/proxydialog.h"

#include "ui/widgets/busybutton.h"
#include "ui/widgets/label.h"
#include "ui/widgets/passwordfield.h"

#include <QLineEdit>
#include <QSpinBox>

using namespace Qt::StringLiterals;

namespace passport {

namespace {

constexpr int usualPort = 3128; // what most HTTP proxies listen on

} // namespace

ProxyDialog::ProxyDialog(const ProxyChoice &proxy, QWidget *parent)
    : FormDialog(u"proxyDialog"_s, parent)
    , m_host(new QLineEdit(proxy.host))
    , m_port(new QSpinBox)
    , m_user(new QLineEdit(proxy.user))
    , m_password(new PasswordField)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWords(tr("Proxy"), {}, tr("Use"));
    m_host->setObjectName(u"proxyHost"_s);
    m_port->setObjectName(u"proxyPort"_s);
    m_user->setObjectName(u"proxyUser"_s);
    m_password->setObjectName(u"proxyPassword"_s);
    acceptButton().setObjectName(u"useProxy"_s);
    m_port->setRange(1, 65535);
    m_port->setButtonSymbols(QAbstractSpinBox::NoButtons); // a port is typed; ↑ and ↓ still count
    m_port->setValue(proxy.port != 0 ? proxy.port : usualPort);
    addField(*m_host, tr("&Host of the proxy"));
    addField(*m_port, tr("P&ort"));
    addField(*m_user, tr("&Name, if it asks for one"));
    addField(*m_password, tr("Pass&word"));
    acceptButton().setEnabled(!m_host->text().trimmed().isEmpty());
    connect(m_host, &QLineEdit::textChanged, this, [this](const QString &host) {
        acceptButton().setEnabled(!host.trimmed().isEmpty());
    });
    connect(&acceptButton(), &QPushButton::clicked, this, [this] {
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
