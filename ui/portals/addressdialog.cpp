// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/portals/addressdialog.h"

#include "client/serveraddress.h"
#include "ui/style.h"
#include "ui/widgets/dialogfooter.h"
#include "ui/widgets/label.h"

#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace passport {

namespace {

constexpr int dialogWidth = 456;

} // namespace

AddressDialog::AddressDialog(QWidget *parent)
    : QDialog(parent)
    , m_title(new Label(TextRole::Title))
    , m_address(new QLineEdit)
    , m_hint(wrappedLabel(TextRole::Caption, Tone::Secondary))
    , m_open(new QPushButton)
    , m_cancel(new QPushButton)
{
    setObjectName("addressDialog"_L1);
    m_address->setObjectName("portalAddress"_L1);
    m_open->setObjectName("openPortal"_L1);
    m_cancel->setObjectName("cancelAddress"_L1);
    setWindowTitle(tr("Sign in by the portal’s address"));
    m_title->setText(windowTitle());
    m_address->setPlaceholderText(u"company.bitrix24.ru"_s);
    m_address->setAccessibleName(tr("Address of the portal"));
    m_hint->setText(tr("It opens in the browser. Sign in there once, and the portal appears in your list."));
    m_open->setText(tr("Open in the browser"));
    m_cancel->setText(tr("Cancel"));
    setButtonLook(*m_open, ButtonLook::Primary);
    m_open->setEnabled(false);
    layOut();
    connect(m_address, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_open->setEnabled(portalFromText(text).has_value());
    });
    connect(m_open, &QPushButton::clicked, this, &AddressDialog::accepted);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
}

void AddressDialog::layOut()
{
    auto *column = layOutDialog(*this, new DialogFooter({m_cancel, m_open}));
    column->setSpacing(measure::step);
    column->addWidget(m_title);
    column->addSpacing(measure::step);
    column->addWidget(m_address);
    column->addWidget(m_hint);
    setFixedWidth(dialogWidth);
    setTabOrder(m_address, m_open);
    setTabOrder(m_open, m_cancel);
    m_address->setFocus();
}

std::optional<QUrl> AddressDialog::portalFromText(const QString &text)
{
    const auto server = serverFromText(text);
    if (!server || !server->host().contains(u'.'))
        return {};
    auto typed = text.trimmed();
    if (const auto scheme = typed.indexOf("://"_L1); scheme >= 0)
        typed = typed.mid(scheme + 3);
    const auto path = typed.indexOf(u'/');
    QUrl portal(*server);
    portal.setPath(path < 0 ? u"/"_s : typed.mid(path));
    return portal;
}

void AddressDialog::accepted()
{
    if (const auto portal = portalFromText(m_address->text())) {
        Q_EMIT chosen(*portal);
        accept();
    }
}

} // namespace passport
