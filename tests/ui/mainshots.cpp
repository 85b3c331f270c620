// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/account/totp.h"
#include "client/contactchange.h"
#include "journeys/backendprocess.h"
#include "shots.h"
#include "support/signedin.h"
#include "ui/mainwindow.h"
#include "ui/navigation.h"
#include "ui/portals/createdialog.h"
#include "ui/portals/leavedialog.h"
#include "ui/portals/portalaction.h"
#include "ui/portals/portalmenu.h"
#include "ui/portals/portalview.h"
#include "ui/portals/renamedialog.h"
#include "ui/profile/contactdialog.h"
#include "ui/profile/cropdialog.h"
#include "ui/profile/cropview.h"
#include "ui/profile/deletiondialog.h"
#include "ui/security/stepupdialog.h"
#include "ui/tray/traywatch.h"

#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QTest>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace passport {

namespace {

constexpr int morePortals = 5; // one search field and one counter more
constexpr int patience = 120000; // ms; passwords are hashed at the lowest priority, and the machine may be busy

template <typename Condition> void await(const char *what, Condition condition)
{
    if (!QTest::qWaitFor(condition, patience))
        qFatal("no picture of the main window: %s", what);
}

/// Somebody who is signed in to a real server, and windows over his machines.
class Scene {
public:
    /// With the program's own waits, so that an outage is seen as a person sees it.
    Scene(const BackendProcess &backend, QLatin1StringView who)
        : m_person(backend.url(), waits())
    {
        m_person.signIn(who);
        await("nobody is signed in", [this] { return client().portals().list() && client().push().isOnline(); });
    }

    [[nodiscard]] PassportClient &client() { return m_person.client(); }

    [[nodiscard]] std::unique_ptr<MainWindow> window(const QString &search = {})
    {
        client().portalModel().setQuery({}); // of the window before
        auto window = std::make_unique<MainWindow>(MainWindow::Parts{
            client().session(), client().portals(), client().portalModel(), client().counters(), client().push(),
            client().settings(), client().account(), m_tray});
        if (!search.isEmpty())
            window->findChild<QLineEdit *>(u"portalSearch"_s)->setText(search);
        return window;
    }

private:
    static PassportClient::Timing waits()
    {
        PassportClient::Timing timing;
        timing.api.transfer = std::chrono::milliseconds(patience);
        return timing;
    }

    SignedIn m_person;
    TrayWatch m_tray;
};

std::unique_ptr<MainWindow> profileWindow(Scene &scene)
{
    auto window = scene.window();
    window->showPage(Page::Profile);
    window->resize(window->width(), 832);
    auto &account = scene.client().account();
    account.contacts().refresh();
    await("no contacts", [&] { return !std::holds_alternative<contacts::Loading>(account.contacts().state()); });
    return window;
}

std::unique_ptr<MainWindow> securityWindow(Scene &scene)
{
    auto window = scene.window();
    window->showPage(Page::Security);
    auto &twoStep = scene.client().account().twoStep();
    twoStep.leave(); // what the picture before has set up
    twoStep.refresh();
    await("no state of security", [&] { return std::holds_alternative<twostep::Known>(twoStep.state()); });
    return window;
}

std::unique_ptr<MainWindow> setupWindow(Scene &scene, const QString &password)
{
    auto window = securityWindow(scene);
    auto &account = scene.client().account();
    account.twoStep().setUp();
    await("nobody asks for a proof, and nothing is set up", [&] {
        return std::holds_alternative<stepup::Needed>(account.gate().state())
            || std::holds_alternative<twostep::SettingUp>(account.twoStep().state());
    });
    account.gate().provePassword(password);
    await("nothing is set up", [&] { return std::holds_alternative<twostep::SettingUp>(account.twoStep().state()); });
    return window;
}

/// The new password judged, not sent.
std::unique_ptr<MainWindow> passwordWindow(Scene &scene, const QString &password)
{
    auto window = securityWindow(scene);
    scene.client().account().password().reset(); // what the picture before has typed
    window->findChild<QLineEdit *>(u"currentPassword"_s)->setText(u"anna-demo-Passport"_s);
    window->findChild<QLineEdit *>(u"newPassword"_s)->setText(password);
    const auto &change = scene.client().account().password();
    await("nobody judges the password", [&] {
        const auto *editing = std::get_if<passwordchange::Editing>(&change.state());
        return editing && editing->strength;
    });
    return window;
}

/// A code was sent to the new address, and a wrong one typed.
std::unique_ptr<ContactDialog> codeDialog(Scene &scene)
{
    auto change = scene.client().account().changeContact(Contact::Kind::Phone, {});
    auto &asked = *change;
    static int sent = 0; // another number for each picture: none gets two codes within a minute
    asked.send(u"+7 999 000 00 %1"_s.arg(10 + sent++), u"gleb-demo-Passport"_s, false);
    const auto needed = [&asked] { return std::get_if<contactchange::CodeNeeded>(&asked.state()); };
    await("no code is sent", needed);
    asked.confirm(u"000000"_s);
    await("no code is wrong", [&] { return needed() && needed()->error; });
    return std::make_unique<ContactDialog>(std::move(change), nullptr);
}

/// A call of hers waits for the proof that it is her.
std::unique_ptr<StepUpDialog> proofDialog(Scene &scene)
{
    auto &account = scene.client().account();
    account.twoStep().refresh();
    await("no state of security", [&] { return std::holds_alternative<twostep::Known>(account.twoStep().state()); });
    account.twoStep().setUp();
    await("nobody asks", [&] { return std::holds_alternative<stepup::Needed>(account.gate().state()); });
    return std::make_unique<StepUpDialog>(account.gate(), nullptr);
}

/// The recovery codes, which are shown once: the first picture turns two-step on, the others show the same.
std::unique_ptr<MainWindow> codesWindow(Scene &scene)
{
    auto &twoStep = scene.client().account().twoStep();
    if (std::holds_alternative<twostep::ShowingCodes>(twoStep.state())) {
        auto window = scene.window();
        window->showPage(Page::Security);
        return window;
    }
    auto window = setupWindow(scene, u"vera-demo-Passport"_s);
    const QString secret = std::get<twostep::SettingUp>(twoStep.state()).secret.secret;
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    twoStep.enable(totp::codeAt(totp::secretFromBase32(secret), totp::stepAt(now)));
    await("no recovery codes", [&] { return std::holds_alternative<twostep::ShowingCodes>(twoStep.state()); });
    return window;
}

/// A landscape with a sun, as a photo.
std::unique_ptr<CropDialog> cropDialog(Scene &scene)
{
    QImage picture(1200, 900, QImage::Format_RGB32);
    picture.fill(QColor(0xc8, 0xdc, 0xe8));
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(0xf2, 0xc1, 0x4e));
    painter.drawEllipse(QPoint(600, 400), 180, 180);
    painter.setBrush(QColor(0x26, 0x73, 0x4d));
    painter.drawRect(0, 600, 1200, 300);
    painter.end();
    auto &upload = scene.client().account().photoUpload();
    upload.take(picture);
    await("no photo", [&] { return std::holds_alternative<photoupload::Cropping>(upload.state()); });
    auto dialog = std::make_unique<CropDialog>(upload, true, nullptr);
    dialog->view().setZoom(1.38);
    return dialog;
}

/// One server that works and one that is gone, and who looks at them.
struct Stage {
    BackendProcess working{morePortals};
    BackendProcess dying;
    std::unique_ptr<Scene> anna, tidy, gleb, vera, waiting, offline, failed;

    Stage()
    {
        await("a server does not start", [this] { return working.isReady(); });
        await("a server does not start", [this] { return dying.isReady(); });
        anna = std::make_unique<Scene>(working, "anna"_L1);
        gleb = std::make_unique<Scene>(working, "gleb"_L1);
        tidy = std::make_unique<Scene>(working, "anna"_L1);
        vera = std::make_unique<Scene>(working, "vera"_L1);
        waiting = std::make_unique<Scene>(working, "anna"_L1);
        offline = std::make_unique<Scene>(dying, "anna"_L1);
        failed = std::make_unique<Scene>(dying, "anna"_L1);
        enterOwn(*anna);
        enterOwn(*offline);
        waiting->client().portals().clear(); // and asks for nothing
        cut();
    }

private:
    static void enterOwn(Scene &scene)
    {
        auto &portals = scene.client().portals();
        const auto list = portals.list();
        const auto own = std::ranges::find(list->items, Portal::Role::Admin, &Portal::role)->memberId;
        portals.switchTo(own);
        await("no portal is entered", [&] { return portals.current() == own; });
        await("no counters", [&] { return scene.client().counters().total() > 0; });
    }

    void cut()
    {
        dying.kill();
        for (auto *scene : {offline.get(), failed.get()})
            await("no outage", [&] { return std::holds_alternative<push::Waiting>(scene->client().push().state()); });
        auto &portals = failed->client().portals();
        portals.clear();
        portals.refresh();
        await("the list does not fail", [&] { return std::holds_alternative<portals::Failed>(portals.state()); });
    }
};

/// Two portals pinned, one muted, one disconnected.
std::unique_ptr<QWidget> arranged(Scene &scene)
{
    using Mark = Arrangement::Mark;
    auto &arrangement = scene.client().arrangement();
    const auto portals = scene.client().portals().list()->items;
    arrangement.set(Mark::Pinned, portals.at(0).memberId, true);
    arrangement.set(Mark::Pinned, portals.at(1).memberId, true);
    arrangement.set(Mark::Muted, portals.at(1).memberId, true);
    arrangement.set(Mark::Disconnected, portals.at(4).memberId, true);
    return scene.window();
}

/// The dialog of the first portal; Open stands for the one that creates a portal.
std::unique_ptr<QWidget> dialogOver(Scene &scene, PortalAction action)
{
    auto &portals = scene.client().portals();
    const auto list = portals.list();
    const auto &portal = list->items.front();
    const auto &profile = scene.client().session().profile();
    std::unique_ptr<QDialog> dialog;
    if (action == PortalAction::Rename)
        dialog = std::make_unique<RenameDialog>(portals.changes(), portal, portals.typeAddress(portal), nullptr);
    else if (action == PortalAction::Leave)
        dialog = std::make_unique<LeaveDialog>(portals.changes(), portal, nullptr);
    else
        dialog = std::make_unique<CreateDialog>(
            portals.changes(),
            CreateDialog::Owner{
                profile ? profile->fullName() : QString(), scene.client().session().server().host(), list->createdCount,
                list->createdLimit},
            nullptr);
    dialog->setAttribute(Qt::WA_DeleteOnClose, false); // it belongs to who takes the picture
    return dialog;
}

/// Tab has gone into the list and, from the invitation, on to its second button.
void tabToDecline(QWidget &window)
{
    auto *list = window.findChild<PortalView *>(u"portalList"_s);
    const auto *model = list->model();
    for (int row = 0; row < model->rowCount(); ++row) {
        if (model->index(row, 0).data(PortalModel::StateRole).toInt() == static_cast<int>(Portal::State::Invited))
            list->showRow(row);
    }
    list->setFocus(Qt::TabFocusReason);
    for (int part = 0; part < 2; ++part)
        QTest::keyClick(list, Qt::Key_Tab);
}

/// Tab has gone to the list.
void tabToList(QWidget &window)
{
    auto *button = window.findChild<QPushButton *>(u"createPortal"_s);
    button->setFocus(Qt::TabFocusReason);
    QTest::keyClick(button, Qt::Key_Tab);
}

/// Of the current portal.
std::unique_ptr<QWidget> portalMenu(Scene &scene)
{
    auto &model = scene.client().portalModel();
    model.setQuery(u"рома"_s);
    for (int row = 0; row < model.rowCount(); ++row) {
        if (!model.portalAt(row).isEmpty())
            return std::make_unique<PortalMenu>(model.index(row, 0));
    }
    return nullptr;
}

} // namespace

std::vector<Shot> mainShots()
{
    const auto stage = std::make_shared<Stage>(); // as long as somebody can take a picture
    return {
        {u"05_portals"_s, [stage] { return stage->anna->window(); }},
        {u"05_portals_tabbed"_s, [stage] { return stage->anna->window(); }, tabToList},
        {u"05_portals_tabbed_on"_s, [stage] { return stage->anna->window(); }, tabToDecline},
        {u"05_portal_menu"_s, [stage] { return portalMenu(*stage->anna); }},
        {u"05_portals_small"_s,
         [stage] {
             auto window = stage->anna->window();
             window->resize(window->minimumSize());
             return window;
         }},
        {u"05_portals_found"_s, [stage] { return stage->anna->window(u"рома"_s); }},
        {u"05_portals_nothing_found"_s, [stage] { return stage->anna->window(u"qqq"_s); }},
        {u"05_portals_empty"_s, [stage] { return stage->gleb->window(); }},
        {u"05_portals_loading"_s, [stage] { return stage->waiting->window(); }},
        {u"05_portals_failed"_s, [stage] { return stage->failed->window(); }},
        {u"05_portals_offline"_s, [stage] { return stage->offline->window(); }},
        {u"07_profile"_s, [stage] { return profileWindow(*stage->anna); }},
        {u"07_profile_editing"_s,
         [stage] {
             auto window = profileWindow(*stage->anna);
             window->findChild<QPushButton *>(u"firstNameEdit"_s)->click();
             return window;
         }},
        {u"07_photo_crop"_s, [stage] { return cropDialog(*stage->gleb); }},
        {u"07_contact"_s,
         [stage] {
             return std::make_unique<ContactDialog>(
                 stage->gleb->client().account().changeContact(Contact::Kind::Email, {}), nullptr);
         }},
        {u"07_contact_code"_s, [stage] { return codeDialog(*stage->gleb); }},
        {u"07_deletion"_s,
         [stage] {
             auto &client = stage->gleb->client();
             return std::make_unique<DeletionDialog>(
                 client.account().deletion(), client.portals(), u"Глеб Орлов"_s, nullptr);
         }},
        {u"07_deletion_blocked"_s,
         [stage] {
             auto &client = stage->anna->client();
             return std::make_unique<DeletionDialog>(
                 client.account().deletion(), client.portals(), u"Анна Иванова"_s, nullptr);
         }},
        {u"08_security"_s, [stage] { return securityWindow(*stage->anna); }},
        {u"08_password_weak"_s, [stage] { return passwordWindow(*stage->anna, u"romashka7"_s); }},
        {u"08_password_strong"_s, [stage] { return passwordWindow(*stage->anna, u"seven green herons"_s); }},
        {u"08_step_up"_s, [stage] { return proofDialog(*stage->anna); }},
        {u"08_two_step_setup"_s, [stage] { return setupWindow(*stage->gleb, u"gleb-demo-Passport"_s); }},
        {u"08_recovery_codes"_s, [stage] { return codesWindow(*stage->vera); }},
        {u"05_portals_arranged"_s, [stage] { return arranged(*stage->tidy); }},
        {u"07_create"_s, [stage] { return dialogOver(*stage->anna, PortalAction::Open); }},
        {u"07_create_limit"_s, [stage] { return dialogOver(*stage->vera, PortalAction::Open); }},
        {u"07_rename"_s, [stage] { return dialogOver(*stage->anna, PortalAction::Rename); }},
        {u"07_leave"_s, [stage] { return dialogOver(*stage->anna, PortalAction::Leave); }},
        {u"06_settings"_s,
         [stage] {
             auto window = stage->anna->window();
             window->showPage(Page::Settings);
             window->findChild<QWidget *>(u"language"_s)->setFocus(); // as coming from the list
             return window;
         }},
    };
}

} // namespace passport
