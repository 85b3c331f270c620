// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/mainwindow.h"
#include "client/account.h"
#include "client/clientcodes.h"
#include "journeys/backendprocess.h"
#include "support/signedin.h"
#include "support/stricttest.h"
#include "ui/language.h"
#include "ui/navigation.h"
#include "ui/portals/portalmenu.h"
#include "ui/portals/portalview.h"
#include "ui/style.h"
#include "ui/tray/traywatch.h"
#include "ui/widgets/messagestrip.h"

#include <QAbstractButton>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDesktopServices>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>

using namespace Qt::StringLiterals;

namespace passport {

/// The main window over real machines and the real backend: what it shows, its keys, both languages.
class MainWindowTest : public StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void init() override;
    void cleanup();
    void showsThePortals();
    void startsAtTheCurrentPortal();
    void searchFiltersWhileTyping();
    void nothingFoundHasAButton();
    void keysSwitchThePortal();
    void neighbourSkipsInvitations();
    void enterOpensInTheBrowser();
    void menuSaysWhyNot();
    void noPortalsGetHelp();
    void everythingHasAName();
    void speaksRussian();
    void settingsWorkAtOnce();
    void signsOut();
    void sidebarShowsThePhoto();
    void outageIsSaidAndEnds();
    void strangersAnswerIsNoLackOfConnection();

public Q_SLOTS:
    void openUrl(const QUrl &url) { m_opened = url; }

private:
    void signIn(const char *login, int morePortals = 0);
    void openWindow();
    template <typename T> T *find(const char *name) const { return m_window->findChild<T *>(QLatin1StringView(name)); }
    [[nodiscard]] PortalView *list() const { return find<PortalView>("portalList"); }
    /// The rows that are portals; the others name groups.
    [[nodiscard]] QList<QModelIndex> portals() const;
    [[nodiscard]] QStringList titles() const;
    [[nodiscard]] QString spoken(int portal) const
    {
        return portals().at(portal).data(Qt::AccessibleTextRole).toString();
    }
    [[nodiscard]] QString current() const;

    std::unique_ptr<BackendProcess> m_backend;
    std::unique_ptr<SignedIn> m_person;
    std::unique_ptr<TrayWatch> m_tray;
    std::unique_ptr<MainWindow> m_window;
    QUrl m_opened;
};

void MainWindowTest::init()
{
    StrictTest::init();
    QDesktopServices::setUrlHandler(u"http"_s, this, "openUrl");
    m_opened.clear();
}

void MainWindowTest::cleanup()
{
    QDesktopServices::unsetUrlHandler(u"http"_s);
    m_window.reset();
    m_tray.reset();
    m_person.reset();
    m_backend.reset();
}

void MainWindowTest::signIn(const char *login, int morePortals)
{
    m_backend = std::make_unique<BackendProcess>(morePortals);
    QTRY_VERIFY(m_backend->isReady());
    m_person = std::make_unique<SignedIn>(m_backend->url());
    m_tray = std::make_unique<TrayWatch>();
    openWindow();
    m_person->signIn(QLatin1StringView(login));
    auto &client = m_person->client();
    QTRY_VERIFY(client.portals().list());
    QTRY_VERIFY(client.push().isOnline());
}

void MainWindowTest::openWindow()
{
    auto &client = m_person->client();
    m_window = std::make_unique<MainWindow>(MainWindow::Parts{
        client.session(), client.portals(), client.portalModel(), client.counters(), client.push(), client.settings(),
        client.account(), *m_tray});
    m_window->show();
}

QList<QModelIndex> MainWindowTest::portals() const
{
    QList<QModelIndex> rows;
    for (int row = 0; row < list()->model()->rowCount(); ++row) {
        const auto index = list()->model()->index(row, 0);
        if (!index.data(PortalModel::HeadsGroupRole).toBool())
            rows += index;
    }
    return rows;
}

QStringList MainWindowTest::titles() const
{
    QStringList titles;
    for (const auto &row : portals())
        titles += row.data().toString();
    return titles;
}

QString MainWindowTest::current() const
{
    return m_person->client().portals().current().toString();
}

void MainWindowTest::showsThePortals()
{
    signIn("anna");
    QTRY_VERIFY(list()->isVisible());
    QCOMPARE(titles(), (QStringList{u"Ромашка"_s, u"Склад"_s, u"Тест"_s}));
    QVERIFY2(spoken(0).startsWith(u"Ромашка, mine, 1 of 1"_s), qPrintable(spoken(0)));
    QVERIFY2(spoken(0).contains(u"administrator"_s) && spoken(0).contains(u"12 unread"_s), qPrintable(spoken(0)));
    QVERIFY2(spoken(2).startsWith(u"Тест, by invitation, 2 of 2"_s), qPrintable(spoken(2)));
    QTRY_VERIFY(find<QAbstractButton>("account")->accessibleName().contains(u"Анна Иванова"_s));
    const QString whose = u"anna@example.test at "_s + m_backend->url().authority();
    QTRY_COMPARE(find<QAbstractButton>("account")->accessibleDescription(), whose);
    QVERIFY(find<QLabel>("updated")->text().startsWith(u"updated at "_s)); // and when
    QTRY_COMPARE(find<QLabel>("connection")->text(), u"Online"_s);
    QVERIFY(!find<QWidget>("statusStrip")->isVisible());
}

void MainWindowTest::startsAtTheCurrentPortal()
{
    signIn("anna");
    QTest::keyClick(m_window.get(), Qt::Key_2, Qt::ControlModifier);
    QTRY_VERIFY(!current().isEmpty());
    openWindow();
    QCOMPARE(list()->currentIndex(), portals().at(1));
}

void MainWindowTest::searchFiltersWhileTyping()
{
    signIn("anna", 20);
    auto *search = find<QLineEdit>("portalSearch");
    QTRY_VERIFY(search->isVisible());
    QTest::keyClick(m_window.get(), Qt::Key_K, Qt::ControlModifier);
    QTRY_VERIFY(search->hasFocus());
    QTest::keyClicks(search, u"sklad"_s);
    QCOMPARE(portals().size(), 1);
    QTest::keyClick(search, Qt::Key_Down);
    QVERIFY(list()->hasFocus());
    QTest::keyClick(list(), Qt::Key_Up);
    QVERIFY(search->hasFocus());
    QTest::keyClick(search, Qt::Key_Escape);
    QCOMPARE(portals().size(), 23);
}

void MainWindowTest::nothingFoundHasAButton()
{
    signIn("anna", 20);
    auto *search = find<QLineEdit>("portalSearch");
    QTRY_VERIFY(search->isVisible());
    QTest::keyClicks(search, u"qqq"_s);
    auto *button = find<QAbstractButton>("noticeButton");
    QVERIFY(button->isVisible() && !list()->isVisible());
    QTest::mouseClick(button, Qt::LeftButton);
    QVERIFY(list()->isVisible() && search->text().isEmpty());
}

void MainWindowTest::keysSwitchThePortal()
{
    signIn("anna");
    const auto second = m_person->client().portals().list()->items.at(1).memberId.toString();
    QTest::keyClick(m_window.get(), Qt::Key_2, Qt::ControlModifier);
    QTRY_COMPARE(current(), second);
    QVERIFY(spoken(1).contains(u"current"_s));
    QTest::keyClick(m_window.get(), Qt::Key_3, Qt::ControlModifier); // an invitation: refused, said, nothing changes
    QTRY_VERIFY(find<QWidget>("portalsStrip")->isVisible());
    QCOMPARE(current(), second);
}

void MainWindowTest::neighbourSkipsInvitations()
{
    signIn("anna");
    const auto list = m_person->client().portals().list();
    const auto &items = list->items;
    QTest::keyClick(m_window.get(), Qt::Key_Tab, Qt::ControlModifier);
    QTRY_COMPARE(current(), items.at(0).memberId.toString());
    QTest::keyClick(m_window.get(), Qt::Key_Tab, Qt::ControlModifier);
    QTRY_COMPARE(current(), items.at(1).memberId.toString());
    QTest::keyClick(m_window.get(), Qt::Key_Tab, Qt::ControlModifier);
    QTRY_COMPARE(current(), items.at(0).memberId.toString());
}

void MainWindowTest::enterOpensInTheBrowser()
{
    signIn("anna");
    auto &portals = m_person->client().portals();
    connect(
        &portals, &Portals::linkReady, this, [](const PortalId &, const QUrl &url) { QDesktopServices::openUrl(url); });
    list()->setFocus();
    QTest::keyClick(list(), Qt::Key_Return);
    QTRY_VERIFY(m_opened.path().endsWith(u"/enter/"_s));
    QVERIFY(!m_opened.fragment().isEmpty()); // the code reaches no log and no referrer (SR-30)
}

void MainWindowTest::menuSaysWhyNot()
{
    signIn("anna");
    PortalMenu invited(portals().at(2));
    auto *open = invited.findChild<QAction *>(u"openInBrowser"_s);
    QVERIFY(!open->isEnabled());
    QVERIFY(!open->toolTip().isEmpty());
    QCOMPARE(open->statusTip(), open->toolTip());
    QVERIFY(invited.toolTipsVisible());
    PortalMenu active(portals().at(0));
    QVERIFY(active.findChild<QAction *>(u"openInBrowser"_s)->isEnabled());
    active.findChild<QAction *>(u"copyAddress"_s)->trigger();
    QVERIFY(QApplication::clipboard()->text().contains(u"romashka"_s));
}

void MainWindowTest::noPortalsGetHelp()
{
    signIn("gleb");
    auto *button = find<QAbstractButton>("noticeButton");
    QTRY_VERIFY(button->isVisible());
    QVERIFY(!find<QWidget>("portalSearch")->isVisible());
    QVERIFY(!find<QWidget>("portalsNotice")->accessibleDescription().isEmpty());
    QSignalSpy asked(m_window.get(), &MainWindow::addressRequested);
    QTest::mouseClick(button, Qt::LeftButton);
    QCOMPARE(asked.size(), 1);
}

void MainWindowTest::everythingHasAName()
{
    signIn("anna", 20);
    m_window->showPage(Page::Settings);
    for (auto *widget : m_window->findChildren<QWidget *>()) {
        const bool interactive = widget->focusPolicy() & Qt::TabFocus;
        if (!interactive || !widget->isVisible())
            continue;
        const auto *button = qobject_cast<QAbstractButton *>(widget);
        const auto spoken = widget->accessibleName() + (button ? button->text() : QString());
        QVERIFY2(!spoken.isEmpty(), widget->metaObject()->className());
        QVERIFY2(!widget->objectName().isEmpty(), qPrintable(spoken));
    }
}

void MainWindowTest::speaksRussian()
{
    Language language;
    signIn("anna");
    language.use(u"ru"_s);
    QTRY_COMPARE(m_window->windowTitle(), u"Битрикс24 Паспорт"_s);
    QCOMPARE(find<QLabel>("connection")->text(), u"На связи"_s);
    QVERIFY2(spoken(0).startsWith(u"Ромашка, мои, 1 из 1"_s), qPrintable(spoken(0)));
    language.use(u"en"_s);
    QTRY_COMPARE(m_window->windowTitle(), u"Bitrix24 Passport"_s);
}

void MainWindowTest::settingsWorkAtOnce()
{
    signIn("anna");
    QSignalSpy chosen(m_window.get(), &MainWindow::languageChosen);
    QTest::keyClick(m_window.get(), Qt::Key_Comma, Qt::ControlModifier);
    auto *language = find<QComboBox>("language");
    QTRY_VERIFY(language && language->isVisible());
    QVERIFY(!find<QWidget>("keepRunning")->isVisible()); // there is no tray: it is not spoken of
    language->setFocus();
    QTest::keyClick(language, Qt::Key_Down);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(m_person->client().settings().language(), u"en"_s);
}

void MainWindowTest::signsOut()
{
    signIn("anna");
    connect(m_window.get(), &MainWindow::signOutRequested, &m_person->client().session(), &Session::signOut);
    m_window->showPage(Page::Settings);
    QTest::mouseClick(find<QAbstractButton>("settingsSignOut"), Qt::LeftButton);
    QTRY_VERIFY(std::holds_alternative<session::SignedOut>(m_person->client().session().state()));
    QVERIFY(!m_person->client().portals().list());
}

void MainWindowTest::sidebarShowsThePhoto() // PR-2
{
    signIn("anna");
    auto *button = find<QAbstractButton>("account");
    const auto inThePicture = [button] { // beside its middle, where initials stand
        return button->grab().toImage().pixelColor(
            (QPointF(measure::step + 18, button->height() / 2.0 - 14) * button->devicePixelRatioF()).toPoint());
    };
    const QColor photo(0x20, 0xa0, 0x40);
    QTRY_VERIFY(button->accessibleName().contains(u"Анна"_s));
    const QColor monogram = inThePicture();
    QImage picture(300, 300, QImage::Format_RGB32);
    picture.fill(photo);
    auto &upload = m_person->client().account().photoUpload();
    upload.take(picture);
    QTRY_VERIFY(std::holds_alternative<photoupload::Cropping>(upload.state()));
    upload.upload(picture, false);
    const auto near = [](const QColor &one, const QColor &other) { // JPEG
        return std::abs(one.red() - other.red()) + std::abs(one.green() - other.green())
            + std::abs(one.blue() - other.blue())
            < 24;
    };
    QVERIFY(!near(monogram, photo));
    QTRY_VERIFY(near(inThePicture(), photo));
    upload.remove(false);
    QTRY_VERIFY(near(inThePicture(), monogram)); // his initials stand for it again
}

void MainWindowTest::outageIsSaidAndEnds()
{
    signIn("anna");
    m_backend->kill();
    QTRY_VERIFY(find<QWidget>("statusStrip")->isVisible());
    QVERIFY(list()->isVisible()); // what is known stays
    QTRY_VERIFY(m_backend->isGone());
    m_backend->start();
    QTRY_VERIFY(m_backend->isReady());
    QTest::keyClick(m_window.get(), Qt::Key_F5);
    QTRY_VERIFY(!find<QWidget>("statusStrip")->isVisible());
    QTRY_COMPARE(find<QLabel>("connection")->text(), u"Online"_s);
}

void MainWindowTest::strangersAnswerIsNoLackOfConnection()
{
    const QUrl nobody(u"http://127.0.0.1:9"_s);
    m_person = std::make_unique<SignedIn>(nobody);
    m_tray = std::make_unique<TrayWatch>();
    openWindow();
    auto &push = m_person->client().push();
    const auto *strip = find<MessageStrip>("statusStrip");
    push.prepare(nobody);
    push.renewFailed({.kind = Error::Kind::Malformed, .code = code::notAPassportServer, .detail = {}, .details = {}});
    QVERIFY2(strip->text().startsWith(u"This is not a Passport server. "_s), qPrintable(strip->text()));
    QCOMPARE(find<QLabel>("connection")->text(), u"Not available"_s);
    push.prepare(nobody);
    push.renewFailed({.kind = Error::Kind::Offline, .code = {}, .detail = {}, .details = {}});
    QVERIFY2(strip->text().startsWith(u"Cannot reach 127.0.0.1. "_s), qPrintable(strip->text()));
    QCOMPARE(find<QLabel>("connection")->text(), u"No connection"_s);
}

} // namespace passport

QTEST_MAIN(passport::MainWindowTest)
#include "mainwindowtest.moc"
