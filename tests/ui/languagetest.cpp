// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/language.h"
#include "support/stricttest.h"
#include "ui/appearance.h"
#include "ui/widgets/details.h"

#include <QAbstractButton>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>

using namespace Qt::StringLiterals;
using namespace passport;

/// What Qt says by itself speaks the program's language, too.
class LanguageTest : public StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void dialogsOfQt_data();
    void dialogsOfQt();
    void changesWhileRunning();

private:
    /// Of the menu that every field has.
    [[nodiscard]] static QStringList fieldMenu();
};

QStringList LanguageTest::fieldMenu()
{
    QLineEdit field;
    const std::unique_ptr<QMenu> menu(field.createStandardContextMenu());
    QStringList words;
    for (const QAction *action : menu->actions())
        words.append(action->text().section(u'\t', 0, 0).remove(u'&'));
    return words;
}

void LanguageTest::dialogsOfQt_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("close");
    QTest::addColumn<QString>("copy");
    QTest::newRow("en") << u"en"_s << u"Close"_s << u"Copy"_s;
    QTest::newRow("ru") << u"ru"_s << u"Закрыть"_s << u"Копировать"_s;
}

void LanguageTest::dialogsOfQt()
{
    QFETCH(const QString, language);
    QFETCH(const QString, close);
    QFETCH(const QString, copy);
    const Appearance appearance(Theme::Light);
    Language words;
    words.use(language);
    QWidget window;
    window.show();
    showDetails(window, u"Title"_s, u"Text"_s);
    auto *box = window.findChild<QMessageBox *>();
    QVERIFY(box && box->isVisible());
    const QAbstractButton *button = box->button(QMessageBox::Close);
    QCOMPARE(button->text().remove(u'&'), close);
    QVERIFY(button->icon().isNull()); // as in our own dialogs
    QVERIFY2(fieldMenu().contains(copy), qPrintable(fieldMenu().join(u", "_s)));
}

void LanguageTest::changesWhileRunning()
{
    Language words;
    words.use(u"ru"_s);
    QVERIFY(fieldMenu().contains(u"Копировать"_s));
    QCOMPARE(QLocale().language(), QLocale::Russian); // numbers and times go with it
    words.use(u"en"_s);
    QVERIFY(fieldMenu().contains(u"Copy"_s));
    QCOMPARE(QLocale().language(), QLocale::English);
}

QTEST_MAIN(LanguageTest)
#include "languagetest.moc"
