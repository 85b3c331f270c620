// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/security/recoverycard.h"

#include "client/twostep.h"
#include "ui/clipboard.h"
#include "ui/icons.h"
#include "ui/security/recoverypaper.h"
#include "ui/style.h"
#include "ui/widgets/accessibility.h"
#include "ui/widgets/cardpage.h"
#include "ui/widgets/label.h"
#include "ui/widgets/messagestrip.h"

#include <QCheckBox>
#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QFontDatabase>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QPrintDialog>
#include <QPrinter>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace passport {

namespace {

constexpr int columns = 5;

} // namespace

RecoveryCard::RecoveryCard(TwoStep &twoStep, QWidget *parent)
    : Card(parent)
    , m_twoStep(twoStep)
    , m_title(new Label(TextRole::Section))
    , m_explanation(wrappedLabel(TextRole::Body, Tone::Secondary))
    , m_codes(new QGridLayout)
    , m_print(new QPushButton)
    , m_copy(new QPushButton)
    , m_save(new QPushButton)
    , m_strip(new MessageStrip)
    , m_kept(new QCheckBox)
    , m_done(new QPushButton)
{
    setObjectName("recoveryCard"_L1);
    m_print->setObjectName("printCodes"_L1);
    m_copy->setObjectName("copyCodes"_L1);
    m_save->setObjectName("saveCodes"_L1);
    m_strip->setObjectName("codesStrip"_L1);
    m_strip->hide();
    m_kept->setObjectName("codesKept"_L1);
    m_done->setObjectName("codesDone"_L1);
    layOut();
    connectGestures();
    retranslate();
}

void RecoveryCard::layOut()
{
    m_print->setIcon(lineIcon("print"_L1));
    m_copy->setIcon(lineIcon("copy"_L1));
    m_save->setIcon(lineIcon("save"_L1));
    setButtonLook(*m_done, ButtonLook::Primary);
    m_codes->setVerticalSpacing(measure::between);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(measure::step);
    for (QPushButton *button : {m_print, m_copy, m_save})
        buttons->addWidget(button);
    buttons->addStretch();
    auto *end = new QHBoxLayout;
    end->setSpacing(measure::step);
    end->addStretch();
    end->addWidget(m_kept);
    end->addWidget(m_done);
    auto *column = roomyColumn(*this);
    column->addWidget(m_title);
    column->addWidget(m_explanation);
    column->addSpacing(measure::step);
    column->addLayout(m_codes);
    column->addSpacing(measure::step);
    column->addLayout(buttons);
    column->addWidget(m_strip);
    column->addLayout(end);
}

void RecoveryCard::connectGestures()
{
    connect(m_print, &QPushButton::clicked, this, &RecoveryCard::print);
    connect(m_copy, &QPushButton::clicked, this, &RecoveryCard::copy);
    connect(m_save, &QPushButton::clicked, this, &RecoveryCard::save);
    connect(m_kept, &QCheckBox::toggled, m_done, &QWidget::setEnabled);
    connect(m_done, &QPushButton::clicked, &m_twoStep, &TwoStep::leave);
    connect(&m_twoStep, &TwoStep::stateChanged, this, &RecoveryCard::render);
}

QString RecoveryCard::text() const
{
    const auto *showing = std::get_if<twostep::ShowingCodes>(&m_twoStep.state());
    return showing ? showing->codes.join(u'\n') : QString();
}

void RecoveryCard::render()
{
    const auto *showing = std::get_if<twostep::ShowingCodes>(&m_twoStep.state());
    const bool appears = showing && !isVisible();
    setVisible(showing);
    while (QLayoutItem *item = m_codes->takeAt(0)) {
        delete item->widget(); // ours, and nobody else knows them
        delete item;
    }
    m_kept->setChecked(false);
    m_done->setEnabled(false);
    m_strip->hide();
    if (!showing)
        return;
    for (int i = 0; i < showing->codes.size(); ++i) {
        auto *code = new Label(TextRole::Body);
        code->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
        code->setText(showing->codes.at(i));
        code->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
        code->setAccessibleName(spelled(code->text()));
        m_codes->addWidget(code, i / columns, i % columns);
    }
    if (appears)
        m_kept->setFocus(Qt::OtherFocusReason); // an Enter typed after the last digit presses nothing there
}

void RecoveryCard::print()
{
    auto printer = std::make_shared<QPrinter>();
    auto *dialog = new QPrintDialog(printer.get(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, qOverload<>(&QDialog::accepted), this, [this, printer] {
        if (printCodes(*printer, m_title->text(), text()))
            say(Tone::Success, tr("Sent to the printer."));
        else
            say(Tone::Error, tr("The printer did not take the codes."));
    });
    connect(dialog, &QObject::destroyed, this, [printer] {}); // it lives as long as its dialog
    dialog->open();
}

void RecoveryCard::copy()
{
    copySecret(text());
    say(Tone::Success, tr("Copied. The clipboard is emptied after 30 seconds."));
}

void RecoveryCard::save()
{
    auto *dialog = new QFileDialog(this, tr("Save the recovery codes"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(u"passport-recovery-codes.txt"_s);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        const QString reason = saveCodes(path, text());
        if (reason.isEmpty())
            say(Tone::Success, tr("Saved as %1. Only you can read the file.").arg(QDir::toNativeSeparators(path)));
        else
            say(Tone::Error, tr("The codes were not saved: %1. Choose another place.").arg(reason));
    });
    dialog->open();
}

void RecoveryCard::say(Tone tone, const QString &sentence)
{
    m_strip->setMessage(tone, sentence);
    m_strip->show();
}

void RecoveryCard::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Card::changeEvent(event);
}

void RecoveryCard::retranslate()
{
    m_title->setText(tr("Recovery codes"));
    m_explanation->setText(
        tr("Each works once, when your phone is not at hand. They are not shown again: keep them now."));
    m_print->setText(tr("Print"));
    m_copy->setText(tr("Copy"));
    m_copy->setToolTip(tr("The clipboard is emptied after 30 seconds."));
    m_save->setText(tr("Save…"));
    m_kept->setText(tr("The codes are kept"));
    m_done->setText(tr("Done"));
    render();
}

} // namespace passport
