// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/helpdialog.h"

#include "ui/style.h"
#include "ui/widgets/dialogfooter.h"
#include "ui/widgets/label.h"

#include <QGridLayout>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace passport {

HelpDialog::HelpDialog(HelpTopic topic, QWidget *parent)
    : FittingDialog(parent)
{
    setObjectName("helpDialog"_L1);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Help"));
    auto *title = wrappedLabel(TextRole::Title);
    title->setText(windowTitle());
    auto *text = wrappedLabel(TextRole::Body);
    text->setObjectName("helpText"_L1);
    text->setText(sentences(topic));
    auto *head = wrappedLabel(TextRole::Section);
    head->setText(tr("Keys"));
    auto *close = new QPushButton(tr("Close"));
    close->setObjectName("helpClose"_L1);
    setButtonLook(*close, ButtonLook::Primary);
    auto *table = new QGridLayout;
    table->setHorizontalSpacing(measure::group);
    table->setVerticalSpacing(measure::step);
    table->setColumnStretch(1, 1);
    for (const Key &key : keys(topic)) {
        auto *name = new Label(TextRole::Strong);
        name->setText(key.name);
        auto *use = wrappedLabel(TextRole::Body, Tone::Secondary);
        use->setText(key.use);
        const int row = table->rowCount();
        table->addWidget(name, row, 0, Qt::AlignTop);
        table->addWidget(use, row, 1);
    }
    auto *column = layOutDialog(*this, new DialogFooter({close}));
    column->setSpacing(measure::group);
    column->addWidget(title);
    column->addWidget(text);
    column->addWidget(head);
    column->addLayout(table);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    close->setFocus();
}

QString HelpDialog::sentences(HelpTopic topic)
{
    switch (topic) {
    case HelpTopic::SignIn:
        return tr("Sign in with the phone number or e-mail address of your Passport and its password: they are the "
                  "same for all your portals. With a phone that is signed in already, a QR code does without the "
                  "password. The server at the bottom is the one that has your Passport.");
    case HelpTopic::SecondStep:
        return tr("The code shows that it is you, and not somebody who has learned your password. If you do not have "
                  "your phone with you, use one of the recovery codes that you have saved.");
    case HelpTopic::QrCode:
        return tr("Read the code with the Bitrix24 app on your phone, type the number that the phone shows here, and "
                  "approve the sign-in there. The letters under the code can be typed into the phone instead. The "
                  "code is for your own phone alone: do not send it to anybody.");
    case HelpTopic::Portals:
        return tr("The list shows the portals that you have created and those that others have invited you to. “…” in "
                  "a row shows what else can be done with a portal; what is not possible says why. To create one or "
                  "to change its address you may be asked for your password again.");
    case HelpTopic::Profile:
        return tr("Your names, your photo, and what you sign in with. With “Update in all portals” every portal takes "
                  "a change over. The last phone number or e-mail address cannot be removed: without it you could not "
                  "sign in.");
    case HelpTopic::Security:
        return tr("One password is good for all your portals. With the second step nobody gets in who has only learned "
                  "it. Each recovery code works once; keep them where nobody else looks.");
    case HelpTopic::Settings:
        break;
    }
    return tr("What is chosen here works at once, and on this computer alone.");
}

QList<HelpDialog::Key> HelpDialog::keys(HelpTopic topic)
{
    const Key tab{u"Tab"_s, tr("goes to the next button or field, with Shift to the one before")};
    const Key back{u"Esc"_s, tr("goes back")};
    switch (topic) {
    case HelpTopic::SignIn:
        return {{u"Enter"_s, tr("signs you in")}, tab};
    case HelpTopic::SecondStep:
        return {{u"Ctrl+V"_s, tr("puts in the whole code")}, tab, back};
    case HelpTopic::QrCode:
        return {{u"F11"_s, tr("enlarges the code")}, tab, back};
    case HelpTopic::Portals:
        return QList<Key>{
                   {u"Enter"_s, tr("opens the portal in the browser")},
                   {u"F2"_s, tr("renames the portal")},
                   {u"Alt+↑, Alt+↓"_s, tr("moves the portal in the list")},
                   {tr("Menu"), tr("shows what else can be done with the portal")}}
        + keysOfTheMainWindow();
    case HelpTopic::Profile:
        return QList<Key>{
                   {u"Enter"_s, tr("saves the name that is being edited")}, {u"Esc"_s, tr("gives the old name back")}}
        + keysOfTheMainWindow();
    case HelpTopic::Security:
    case HelpTopic::Settings:
        break;
    }
    return keysOfTheMainWindow();
}

QList<HelpDialog::Key> HelpDialog::keysOfTheMainWindow()
{
    return {
        {u"Ctrl+K"_s, tr("finds a portal")},
        {u"Ctrl+N"_s, tr("creates a portal")},
        {u"Ctrl+1…9"_s, tr("makes the first to the ninth portal the current one")},
        {u"Ctrl+Tab"_s, tr("makes the next portal the current one, with Shift the one before")},
        {u"Ctrl+,"_s, tr("shows the settings")},
        {u"F5"_s, tr("reads everything again")},
        {u"Ctrl+Q"_s, tr("ends the program")}};
}

void offerHelp(QWidget &window, const std::function<HelpTopic()> &topic)
{
    auto *key = new QShortcut(QKeySequence(Qt::Key_F1), &window);
    QObject::connect(key, &QShortcut::activated, &window, [&window, topic] {
        auto *dialog = new HelpDialog(topic(), &window);
        dialog->open();
    });
}

} // namespace passport
