// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
// The making and laying out of QrCodePage; what it shows when is in qrcodepage.cpp.
#include "ui/qrlogin/qrcodepage.h"

#include "ui/clipboard.h"
#include "ui/icons.h"
#include "ui/widgets/accessibility.h"
#include "ui/widgets/countdownring.h"
#include "ui/widgets/iconlabel.h"
#include "ui/widgets/label.h"
#include "ui/widgets/linkbutton.h"
#include "ui/widgets/messagestrip.h"
#include "ui/widgets/numberedlist.h"
#include "ui/widgets/rememberchoice.h"

#include <QCheckBox>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace passport {

QrCodePage::QrCodePage(QWidget *parent)
    : QWidget(parent)
{
    make();
    layOut();
    connectGestures();
    renderWords();
    setBrowserOffered(false);
    render(m_state);
}

void QrCodePage::make()
{
    m_steps = new NumberedList;
    m_orCamera = wrappedLabel(TextRole::Caption, Tone::Secondary);
    m_card = new QrCard;
    m_codeLabel = new Label(TextRole::Body, Tone::Secondary);
    m_typedCode = new Label(TextRole::Section);
    m_copy = new QPushButton;
    m_ring = new CountdownRing;
    m_countdown = new Label(TextRole::Body);
    m_lineIcon = new IconLabel("online"_L1, Tone::Success, measure::smallIcon);
    m_line = new Label(TextRole::Body, Tone::Success);
    m_strip = new MessageStrip;
    m_remember = new RememberChoice(u"rememberQr"_s);
    m_otherWays = new Label(TextRole::Body, Tone::Secondary);
    m_password = new LinkButton(u"usePassword"_s);
    m_dot = new Label(TextRole::Body, Tone::Secondary);
    m_browser = new LinkButton(u"useBrowser"_s);
    m_warning = wrappedLabel(TextRole::Caption, Tone::Secondary);

    m_typedCode->setObjectName(u"typedCode"_s);
    m_copy->setObjectName(u"copyCode"_s);
    m_countdown->setObjectName(u"countdown"_s);
    m_line->setObjectName(u"line"_s);
    m_strip->setObjectName(u"qrStrip"_s);
    m_copy->setIcon(lineIcon("copy"_L1));
    m_copy->setIconSize({measure::smallIcon, measure::smallIcon});
    m_copy->setMaximumHeight(measure::compact);
    m_dot->setText(u"·"_s);
    QFont fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    fixed.setPixelSize(m_typedCode->fontInfo().pixelSize());
    fixed.setWeight(QFont::DemiBold);
    fixed.setLetterSpacing(QFont::AbsoluteSpacing, 1);
    m_typedCode->setFont(fixed);
}

QWidget *QrCodePage::head()
{
    m_head = new QWidget;
    auto *column = new QVBoxLayout(m_head);
    column->setContentsMargins(measure::margin, 0, measure::margin, 0);
    column->setSpacing(measure::half);
    column->addWidget(m_steps);
    column->addWidget(m_orCamera);
    return m_head;
}

QWidget *QrCodePage::codeRow()
{
    m_codeRow = new QWidget;
    auto *row = new QHBoxLayout(m_codeRow);
    row->setContentsMargins(measure::margin, 0, measure::margin, 0);
    row->setSpacing(measure::between);
    row->addStretch();
    row->addWidget(m_codeLabel);
    row->addWidget(m_typedCode);
    row->addWidget(m_copy);
    row->addStretch();
    return m_codeRow;
}

QWidget *QrCodePage::statusRow()
{
    m_statusRow = new QWidget;
    m_statusRow->setMinimumHeight(measure::section);
    auto *row = new QHBoxLayout(m_statusRow);
    row->setContentsMargins(measure::margin, 0, measure::margin, 0);
    row->setSpacing(measure::step);
    row->addWidget(m_ring);
    row->addWidget(m_countdown);
    row->addStretch();
    row->addWidget(m_lineIcon);
    row->addWidget(m_line);
    return m_statusRow;
}

QWidget *QrCodePage::foot()
{
    auto *ways = new QHBoxLayout;
    ways->setSpacing(measure::half + 2);
    ways->addWidget(m_otherWays);
    ways->addWidget(m_password);
    ways->addWidget(m_dot);
    ways->addWidget(m_browser);
    ways->addStretch();
    auto *warning = new QHBoxLayout;
    warning->setSpacing(measure::half + 2);
    warning->addWidget(new IconLabel("shield"_L1, Tone::Secondary, measure::smallIcon));
    warning->addWidget(m_warning, 1);

    m_foot = new QWidget;
    auto *column = new QVBoxLayout(m_foot);
    column->setContentsMargins(measure::margin, 0, measure::margin, measure::group);
    column->setSpacing(measure::step);
    column->addWidget(m_strip);
    column->addWidget(m_remember);
    column->addLayout(ways);
    column->addLayout(warning);
    return m_foot;
}

void QrCodePage::layOut()
{
    auto *page = new QVBoxLayout(this);
    page->setContentsMargins({});
    page->setSpacing(measure::step);
    page->addWidget(head());
    page->addWidget(m_card, 1);
    page->addWidget(codeRow());
    page->addWidget(statusRow());
    page->addWidget(foot());
    chainFocus({m_card->enlargeButton(), m_typedCode, m_copy, m_remember->box(), m_password, m_browser});
}

void QrCodePage::connectGestures()
{
    connect(m_card, &QrCard::firstPressed, this, [this] { perform(m_first); });
    connect(m_card, &QrCard::secondPressed, this, [this] { perform(m_second); });
    connect(m_card, &QrCard::enlargeAsked, this, &QrCodePage::enlargeAsked);
    connect(m_copy, &QPushButton::clicked, this, [this] { copySecret(m_typedCode->text()); }); // SR-31
    connect(m_remember, &RememberChoice::chosen, this, &QrCodePage::rememberChanged);
    connect(m_password, &QPushButton::clicked, this, &QrCodePage::passwordAsked);
    connect(m_browser, &QPushButton::clicked, this, &QrCodePage::browserAsked);
    connect(m_strip, &MessageStrip::firstPressed, this, &QrCodePage::stripPressed);
}

void QrCodePage::renderWords()
{
    m_steps->setSteps(
        !m_serverSteps.isEmpty()
            ? m_serverSteps
            : QStringList{
                tr("Open the Bitrix24 app on your phone"), tr("More → Go to full version"), tr("Tap “Scan QR code”")});
    renderHint();
    m_codeLabel->setText(tr("Code:"));
    m_copy->setText(tr("C&opy"));
    m_otherWays->setText(tr("Other ways:"));
    m_password->setText(tr("password"));
    m_browser->setText(tr("browser"));
    m_warning->setText(tr("Never send this code to anyone."));
}

} // namespace passport
