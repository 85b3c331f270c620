// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "journeys/backendprocess.h"
#include "protocol/initials.h"
#include "shots.h"
#include "shotscene.h"
#include "ui/navigation.h"
#include "ui/portals/addressdialog.h"
#include "ui/portals/createdialog.h"
#include "ui/portals/leavedialog.h"
#include "ui/portals/portalmenu.h"
#include "ui/portals/portalview.h"
#include "ui/portals/renamedialog.h"

#include <QPushButton>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace passport {

namespace {

constexpr int morePortals = 5; // one search field and one counter more

/// One server that works and one that is gone, and who looks at them.
struct Stage {
    BackendProcess working{morePortals};
    BackendProcess dying;
    std::unique_ptr<Scene> anna, tidy, gleb, vera, waiting, offline, failed;

    Stage()
    {
        await("a server does not start", [this] { return working.isReady(); });
        await("a server does not start", [this] { return dying.isReady(); });
        anna = std::make_unique<Scene>(working.url(), "anna"_L1);
        gleb = std::make_unique<Scene>(working.url(), "gleb"_L1);
        tidy = std::make_unique<Scene>(working.url(), "anna"_L1);
        vera = std::make_unique<Scene>(working.url(), "vera"_L1);
        waiting = std::make_unique<Scene>(working.url(), "anna"_L1);
        offline = std::make_unique<Scene>(dying.url(), "anna"_L1);
        failed = std::make_unique<Scene>(dying.url(), "anna"_L1);
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

/// The first of his portals in which `part` is that.
template <typename Value> Portal first(Scene &scene, Value Portal::*part, const Value &wanted)
{
    const auto list = scene.client().portals().list();
    return *std::ranges::find(list->items, wanted, part);
}

/// It belongs to who takes the picture.
std::unique_ptr<QDialog> kept(std::unique_ptr<QDialog> dialog)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose, false);
    return dialog;
}

std::unique_ptr<QDialog> leaveDialog(Scene &scene, const Portal &portal)
{
    return kept(std::make_unique<LeaveDialog>(scene.client().portals().newChange(), portal, nullptr));
}

std::unique_ptr<QDialog> renameDialog(Scene &scene)
{
    auto &portals = scene.client().portals();
    const Portal portal = first(scene, &Portal::role, Portal::Role::Admin);
    return kept(std::make_unique<RenameDialog>(portals.newChange(), portal, portals.typeAddress(portal), nullptr));
}

std::unique_ptr<QDialog> createDialog(Scene &scene)
{
    auto &client = scene.client();
    await("nobody knows the login", [&client] { return !client.account().contacts().login().isEmpty(); });
    const auto list = client.portals().list();
    const Profile profile = client.session().profile().value_or(Profile());
    return kept(std::make_unique<CreateDialog>(
        client.portals().newChange(),
        CreateDialog::Owner{
            .person
            = {.name = profile.fullName(),
               .initials = initialsOf(profile.firstName, profile.lastName),
               .account = client.account().contacts().login(),
               .photo = {}},
            .created = list->createdCount,
            .limit = list->createdLimit},
        nullptr));
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

/// The address of another portal was typed.
std::unique_ptr<QWidget> takenDialog(Scene &scene)
{
    auto dialog = renameDialog(scene);
    dialog->findChild<QLineEdit *>(u"newAddress"_s)->setText(u"sklad"_s);
    const auto *proposal = dialog->findChild<QPushButton *>(u"proposal2"_s);
    await("nothing is proposed", [proposal] { return !proposal->isHidden(); });
    return dialog;
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
        {u"05_portals_arranged"_s, [stage] { return arranged(*stage->tidy); }},
        {u"07_create"_s, [stage] { return createDialog(*stage->anna); }},
        {u"07_create_limit"_s, [stage] { return createDialog(*stage->vera); }},
        {u"07_rename"_s, [stage] { return renameDialog(*stage->anna); }},
        {u"07_rename_taken"_s, [stage] { return takenDialog(*stage->anna); }},
        {u"07_leave"_s,
         [stage] { return leaveDialog(*stage->anna, first(*stage->anna, &Portal::address, u"sklad"_s)); }},
        {u"07_leave_sole_admin"_s,
         [stage] { return leaveDialog(*stage->anna, first(*stage->anna, &Portal::role, Portal::Role::Admin)); }},
        {u"07_leave_last_member"_s,
         [stage] { return leaveDialog(*stage->vera, first(*stage->vera, &Portal::role, Portal::Role::Admin)); }},
        {u"07_decline"_s,
         [stage] { return leaveDialog(*stage->anna, first(*stage->anna, &Portal::state, Portal::State::Invited)); }},
        {u"07_address"_s,
         [] {
             auto dialog = std::make_unique<AddressDialog>(nullptr);
             dialog->findChild<QLineEdit *>(u"portalAddress"_s)->setText(u"romashka.bitrix24.ru"_s);
             return dialog;
         }},
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
