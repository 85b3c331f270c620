// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "profilescene.h"
#include "support/stricttest.h"
#include "ui/accountbutton.h"
#include "ui/profile/outcomewords.h"
#include "ui/widgets/messagestrip.h"

#include <QHelpEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QToolTip>

using namespace Qt::StringLiterals;

namespace passport {

using profile::Field;

namespace {

void typeInto(QLineEdit &field, const QString &name)
{
    field.selectAll();
    QInputMethodEvent typed; // QTest's keys are Latin ones only
    typed.setCommitString(name);
    QCoreApplication::sendEvent(&field, &typed);
}

} // namespace

/// The names on the page of the profile: edited in place, by two programs at once, and such as mean harm.
class ProfileNamesTest : public StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void init() override;
    void cleanup();
    void tickSaves();
    void escapeGivesTheOldValueBack();
    void laterOneKeepsHis();
    void laterOneTakesTheOther();
    void changeFromElsewhereMeetsTheTyping();
    void lostAnswerLosesNothing();
    void hostileNames_data();
    void hostileNames();
    void longNameLeavesRoom();
    void resultsStandInOrder();
    void detailsStandInOrder();
    void whatCannotBeANameIsSaid_data();
    void whatCannotBeANameIsSaid();
    void otherPencilSavesFirst();
    void otherPencilWaitsForWhatFails();

private:
    template <typename T> T *find(const char *name) const { return m_scene->find<T>(name); }
    [[nodiscard]] QLineEdit *field() const { return find<QLineEdit>("firstName"); }
    [[nodiscard]] QString shown() const { return find<QLabel>("firstNameValue")->text(); }
    [[nodiscard]] MessageStrip *strip() const { return find<MessageStrip>("profileStrip"); }
    void pressStrip(const char *button) const;
    void edit(const QString &name) const;
    void editOther(const QString &name) const;
    void save(const QString &name) const;
    void saveElsewhere(const QString &name) const;
    [[nodiscard]] QString nameElsewhere() const;

    std::unique_ptr<ProfileScene> m_scene;
};

void ProfileNamesTest::init()
{
    StrictTest::init();
    m_scene = std::make_unique<ProfileScene>();
    QTRY_VERIFY(m_scene->isReady());
}

void ProfileNamesTest::cleanup()
{
    m_scene.reset();
}

void ProfileNamesTest::pressStrip(const char *button) const
{
    QTest::mouseClick(strip()->findChild<QPushButton *>(QLatin1StringView(button)), Qt::LeftButton);
}

void ProfileNamesTest::edit(const QString &name) const
{
    QTest::mouseClick(find<QPushButton>("firstNameEdit"), Qt::LeftButton);
    QTRY_VERIFY(field()->isVisible());
    typeInto(*field(), name);
}

void ProfileNamesTest::editOther(const QString &name) const
{
    QTest::mouseClick(find<QPushButton>("lastNameEdit"), Qt::LeftButton);
    QTRY_VERIFY(find<QLineEdit>("lastName")->isVisible());
    typeInto(*find<QLineEdit>("lastName"), name);
}

void ProfileNamesTest::save(const QString &name) const
{
    edit(name);
    QTest::keyClick(field(), Qt::Key_Return);
}

void ProfileNamesTest::saveElsewhere(const QString &name) const
{
    auto &editor = m_scene->elsewhere().profile();
    editor.edit(Field::FirstName);
    editor.type(name);
    editor.save(false);
    QTRY_COMPARE(nameElsewhere(), name);
}

QString ProfileNamesTest::nameElsewhere() const
{
    const auto *ready = std::get_if<profile::Ready>(&m_scene->elsewhere().profile().state());
    return ready && !ready->edit ? ready->saved.firstName : QString();
}

void ProfileNamesTest::tickSaves()
{
    edit(u"Мария"_s);
    QTest::mouseClick(find<QPushButton>("firstNameSave"), Qt::LeftButton);
    QTRY_COMPARE(nameElsewhere(), u"Мария"_s); // by push
    QTRY_COMPARE(shown(), u"Мария"_s);
    QTRY_VERIFY(strip()->isVisible()); // what became of it in the portals
}

void ProfileNamesTest::escapeGivesTheOldValueBack()
{
    edit(u"Мария"_s);
    QTest::keyClick(field(), Qt::Key_Escape);
    QVERIFY(!field()->isVisible());
    QCOMPARE(shown(), u"Анна"_s);
    edit(u"Мария"_s);
    QTest::mouseClick(find<QPushButton>("firstNameRevert"), Qt::LeftButton);
    QCOMPARE(shown(), u"Анна"_s);
}

// Two programs edit the same field; the later one does not know yet.
void ProfileNamesTest::laterOneKeepsHis()
{
    m_scene->faults().mutePush(true);
    saveElsewhere(u"Анюта"_s);
    save(u"Мария"_s);
    QTRY_VERIFY(strip()->isVisible());
    QCOMPARE(strip()->text(), u"Changed elsewhere to “Анюта” meanwhile. You typed “Мария”."_s);
    QVERIFY(!find<QPushButton>("firstNameSave")->isEnabled()); // he decides first
    m_scene->faults().mutePush(false);
    pressStrip("stripFirst"); // keep mine
    QTRY_COMPARE(nameElsewhere(), u"Мария"_s);
    QTRY_COMPARE(shown(), u"Мария"_s);
}

void ProfileNamesTest::laterOneTakesTheOther()
{
    m_scene->faults().mutePush(true);
    saveElsewhere(u"Анюта"_s);
    save(u"Мария"_s);
    QTRY_VERIFY(strip()->isVisible());
    pressStrip("stripSecond");
    QCOMPARE(shown(), u"Анюта"_s);
    QVERIFY(!field()->isVisible() && !strip()->isVisible());
}

void ProfileNamesTest::changeFromElsewhereMeetsTheTyping()
{
    edit(u"Мария"_s);
    saveElsewhere(u"Анюта"_s);
    QTRY_VERIFY(strip()->isVisible());
    QVERIFY(strip()->text().contains(u"“Анюта”"_s) && strip()->text().contains(u"“Мария”"_s));
    QCOMPARE(field()->text(), u"Мария"_s); // nothing typed is lost
    QVERIFY(field()->isReadOnly());
}

// The network is gone between "save" and the answer: done once.
void ProfileNamesTest::lostAnswerLosesNothing()
{
    m_scene->faults().mutePush(true);
    m_scene->faults().add(
        {.kind = Faults::Kind::DropMidBody, .path = "passport.profile.update", .times = Faults::always});
    save(u"Мария"_s);
    QTRY_VERIFY(strip()->isVisible());
    QVERIFY(field()->isVisible());
    QCOMPARE(field()->text(), u"Мария"_s);
    m_scene->faults().clear();
    QTest::keyClick(field(), Qt::Key_Return);
    QTRY_COMPARE(shown(), u"Мария"_s);
    QVERIFY(!field()->isVisible());
}

void ProfileNamesTest::hostileNames_data()
{
    const QString markup = u"<h1>Анна</h1><img src='file:///etc/passwd'>"_s;
    const QString link = u"<a href='https://evil.test'>Анна</a>"_s;
    const QString entities = u"&lt;b&gt; &amp; %1 %n"_s;
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("kept");
    QTest::newRow("markup") << markup << markup;
    QTest::newRow("a link") << link << link;
    QTest::newRow("entities") << entities << entities;
    QTest::newRow("emoji") << u"👩🏽 Анна 🇷🇺"_s << u"👩🏽 Анна 🇷🇺"_s;
    const QString family = u"\U0001F468\u200d\U0001F469\u200d\U0001F467 Анна"_s;
    QTest::newRow("a family") << family << family;
    QTest::newRow("right to left") << u"אנה"_s << u"אנה"_s;
    QTest::newRow("override") << u"\u202eаннА\u202c\u2066"_s << u"аннА"_s; // nothing that turns the words after it
}

void ProfileNamesTest::hostileNames()
{
    QFETCH(const QString, name);
    QFETCH(QString, kept);
    save(name);
    QTRY_COMPARE(nameElsewhere(), kept);
    QTRY_COMPARE(shown(), kept);
    const auto labels = m_scene->page().findChildren<QLabel *>();
    for (const QLabel *label : labels) // SR-9
        QVERIFY2(label->textFormat() == Qt::PlainText, qPrintable(label->text()));
    AccountButton account;
    account.setPerson({.name = name, .initials = {}, .login = {}, .server = {}, .photo = {}});
    account.setCompact(true);
    QVERIFY(!account.toolTip().contains(u"<h1"_s) && !account.toolTip().contains(u"<a "_s)); // tips know markup
}

void ProfileNamesTest::longNameLeavesRoom()
{
    const QString longest(64, u'Щ');
    save(longest);
    QTRY_COMPARE(nameElsewhere(), longest);
    QTRY_COMPARE(shown(), longest);
    editOther(longest);
    QCOMPARE(find<QLineEdit>("lastName")->text(), longest); // nothing is cut later
    QTest::keyClick(find<QLineEdit>("lastName"), Qt::Key_Return);
    QTRY_COMPARE(find<QLabel>("lastNameValue")->text(), longest);
    // The pencil stays where it can be pressed, and the page as wide as it was.
    auto *pencil = find<QPushButton>("firstNameEdit");
    auto &page = m_scene->page();
    constexpr QSize least(560, 480); // of the page in the smallest window
    page.resize(least);
    QTRY_COMPARE(page.size(), least);
    QTRY_VERIFY(page.rect().contains(QRect(pencil->mapTo(&page, QPoint(0, 0)), pencil->size())));
    auto *other = find<QPushButton>("lastNameEdit");
    QTRY_VERIFY(page.rect().contains(QRect(other->mapTo(&page, QPoint(0, 0)), other->size())));
    auto *value = find<QLabel>("firstNameValue"); // cut short, so its tip has the whole
    QHelpEvent asked(QEvent::ToolTip, value->rect().center(), value->mapToGlobal(value->rect().center()));
    const ExpectWarning raised(u"does not support raise"_s); // nobody stacks windows there
    QCoreApplication::sendEvent(value, &asked);
    QVERIFY(QToolTip::text().contains(longest));
    QToolTip::hideText();
}

/// By title as people sort them, whatever order the server has.
void ProfileNamesTest::resultsStandInOrder()
{
    const auto outcome = [](const QString &title, bool ok) {
        return PortalOutcome{
            .memberId = {}, .title = title, .ok = ok, .error = ok ? std::nullopt : std::optional(u"unavailable"_s)};
    };
    const std::vector<PortalOutcome> mixed{
        outcome(u"Якорь"_s, false), outcome(u"Берег"_s, false), outcome(u"Волна"_s, true), outcome(u"Автор"_s, false),
        outcome(u"Гавань"_s, false)};
    QCOMPARE(
        outcomeDetails(mixed),
        u"Автор: the portal does not answer\nБерег: the portal does not answer\nВолна: updated\n"
        "Гавань: the portal does not answer\nЯкорь: the portal does not answer"_s);
    QCOMPARE(outcomeWords(mixed).failed, u"“Автор”, “Берег”, “Гавань” and 1 more"_s);
}

void ProfileNamesTest::detailsStandInOrder()
{
    save(u"Мария"_s);
    QTRY_VERIFY(strip()->isVisible());
    pressStrip("stripFirst");
    QTRY_VERIFY(m_scene->page().findChild<QMessageBox *>());
    const QString details = m_scene->page().findChild<QMessageBox *>()->informativeText();
    QCOMPARE(details, u"Ромашка: updated\nСклад: updated"_s);
}

void ProfileNamesTest::whatCannotBeANameIsSaid_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("long") << QString(500, u'Щ') << u"This name is too long: it can have 64 characters at most."_s;
    QTest::newRow("empty") << u" "_s << u"A name cannot be empty."_s;
    QTest::newRow("nothing to see") << u"\u200d\u202e"_s << u"A name cannot be empty."_s;
}

void ProfileNamesTest::whatCannotBeANameIsSaid()
{
    QFETCH(const QString, name);
    QFETCH(const QString, sentence);
    save(name);
    QTRY_VERIFY(strip()->isVisible());
    QCOMPARE(strip()->text(), sentence);
    QVERIFY(field()->isVisible());
    QCOMPARE(field()->text(), name); // nothing typed is lost, nor cut
    save(u"Мария"_s);
    QTRY_COMPARE(nameElsewhere(), u"Мария"_s);
    QTRY_COMPARE(shown(), u"Мария"_s);
}

void ProfileNamesTest::otherPencilSavesFirst()
{
    edit(u"Мария"_s);
    QTest::mouseClick(find<QPushButton>("lastNameEdit"), Qt::LeftButton);
    QTRY_COMPARE(nameElsewhere(), u"Мария"_s);
    QTRY_VERIFY(find<QLineEdit>("lastName")->isVisible());
    QCOMPARE(shown(), u"Мария"_s);
    QVERIFY(!field()->isVisible());
}

void ProfileNamesTest::otherPencilWaitsForWhatFails()
{
    m_scene->faults().add(
        {.kind = Faults::Kind::DropMidBody, .path = "passport.profile.update", .times = Faults::always});
    edit(u"Мария"_s);
    QTest::mouseClick(find<QPushButton>("lastNameEdit"), Qt::LeftButton);
    QTRY_VERIFY(strip()->isVisible());
    QVERIFY(field()->isVisible() && !field()->isReadOnly());
    QCOMPARE(field()->text(), u"Мария"_s);
    QVERIFY(!find<QLineEdit>("lastName")->isVisible());
    m_scene->faults().clear();
    QTest::mouseClick(find<QPushButton>("lastNameEdit"), Qt::LeftButton);
    QTRY_VERIFY(find<QLineEdit>("lastName")->isVisible());
    QCOMPARE(shown(), u"Мария"_s);
}

} // namespace passport

QTEST_MAIN(passport::ProfileNamesTest)
#include "profilenamestest.moc"
