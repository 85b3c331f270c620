// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "accountscene.h"
#include "support/examplestates.h"
#include "support/windowcheck.h"
#include "ui/helpdialog.h"
#include "ui/language.h"
#include "ui/qrlogin/qrloginwindow.h"
#include "ui/signin/signinwindow.h"

#include <QLabel>
#include <QShortcut>

using namespace Qt::StringLiterals;

namespace passport {

/// F1, whatever has the focus (ux.md 4.4).
class HelpTest : public AccountScene {
    Q_OBJECT

private Q_SLOTS:
    void isAboutThePage();
    void isThereBeforeSigningIn();
    void namesEveryKey();
    void fitsInBothLanguages_data();
    void fitsInBothLanguages();

private:
    /// What F1 says in the window, which then is closed again; "" if it says nothing.
    [[nodiscard]] static QString told(QWidget &window);
};

QString HelpTest::told(QWidget &window)
{
    window.activateWindow();
    if (!QTest::qWaitForWindowActive(&window, waitLimit))
        return {};
    QTest::keyClick(&window, Qt::Key_F1);
    auto *help = window.findChild<HelpDialog *>();
    if (!help || !help->isVisible())
        return {};
    const QString text = help->findChild<QLabel *>(u"helpText"_s)->text();
    QTest::keyClick(help, Qt::Key_Escape);
    const bool closed = QTest::qWaitFor([&window] { return !window.findChild<HelpDialog *>(); }, waitLimit);
    return closed ? text : QString();
}

void HelpTest::isAboutThePage()
{
    signIn("anna"_L1);
    const auto window = mainWindow();
    QStringList all;
    for (const Page page : {Page::Portals, Page::Profile, Page::Security, Page::Settings}) {
        window->showPage(page);
        const QString text = told(*window);
        QVERIFY2(!text.isEmpty() && !all.contains(text), qPrintable(text));
        all.append(text);
    }
}

void HelpTest::isThereBeforeSigningIn()
{
    SignInWindow signIn;
    signIn.show();
    const QString first = told(signIn);
    QVERIFY2(first.contains(u"password"_s), qPrintable(first));
    signIn.render(signin::CodeNeeded{SignInId(u"1"_s), {u"totp"_s}, {}, {}, {}});
    const QString second = told(signIn);
    QVERIFY2(second.contains(u"recovery codes"_s), qPrintable(second));
    QrLoginWindow qr;
    qr.show();
    qr.render(examples::qrLoginStates().front().state);
    const QString code = told(qr);
    QVERIFY2(code.contains(u"Bitrix24 app"_s), qPrintable(code));
}

void HelpTest::namesEveryKey()
{
    signIn("anna"_L1);
    const auto window = mainWindow();
    const HelpDialog help(HelpTopic::Portals, nullptr);
    QStringList named;
    for (const auto *label : help.findChildren<QLabel *>())
        named.append(label->text());
    int keys = 0;
    for (const auto *shortcut : window->findChildren<QShortcut *>(Qt::FindDirectChildrenOnly)) {
        QString key = shortcut->key().toString(QKeySequence::PortableText);
        if (key == "F1"_L1)
            continue; // whoever reads this has pressed it
        if (key.size() == 6 && key.back().isDigit())
            key = u"Ctrl+1…9"_s;
        key.remove("Shift+"_L1); // said beside the one without
        QVERIFY2(named.contains(key), qPrintable(key));
        ++keys;
    }
    QVERIFY(keys > 0);
}

void HelpTest::fitsInBothLanguages_data()
{
    QTest::addColumn<QString>("language");
    for (const QString &language : Language::available())
        QTest::newRow(qPrintable(language)) << language;
}

void HelpTest::fitsInBothLanguages()
{
    QFETCH(const QString, language);
    Language words;
    words.use(language);
    for (const HelpTopic topic :
         {HelpTopic::SignIn, HelpTopic::SecondStep, HelpTopic::QrCode, HelpTopic::Portals, HelpTopic::Profile,
          HelpTopic::Security, HelpTopic::Settings}) {
        HelpDialog help(topic, nullptr);
        help.setAttribute(Qt::WA_DeleteOnClose, false);
        help.show();
        QVERIFY(QTest::qWaitForWindowExposed(&help, waitLimit));
        QCOMPARE(windowcheck::problems(help), QStringList());
    }
    words.use(u"en"_s);
}

} // namespace passport

QTEST_MAIN(passport::HelpTest)
#include "helptest.moc"
