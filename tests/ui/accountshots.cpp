// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/accountfixture.h"
#include "client/contactchange.h"
#include "shots.h"
#include "shotscene.h"
#include "ui/navigation.h"
#include "ui/portals/createdialog.h"
#include "ui/profile/contactdialog.h"
#include "ui/profile/cropdialog.h"
#include "ui/profile/cropview.h"
#include "ui/profile/deletiondialog.h"
#include "ui/security/stepupdialog.h"
#include "ui/widgets/question.h"

#include <QJsonArray>
#include <QPainter>
#include <QPushButton>
#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

namespace passport {

namespace {

std::unique_ptr<MainWindow> profileWindow(Scene &scene)
{
    auto window = scene.window();
    window->showPage(Page::Profile);
    window->resize(window->width(), 832);
    auto &account = scene.client().account();
    account.profile().revert(); // what the picture before has begun
    account.photoUpload().cancel();
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
std::unique_ptr<StepUpDialog> proofDialog(BackendFixture &backend, Scene &scene)
{
    backend.clock().advance(std::chrono::minutes(6)); // what she has proved for the pictures before is over
    auto &account = scene.client().account();
    account.twoStep().refresh();
    await("no state of security", [&] { return std::holds_alternative<twostep::Known>(account.twoStep().state()); });
    account.twoStep().setUp();
    await("nobody asks", [&] { return std::holds_alternative<stepup::Needed>(account.gate().state()); });
    return std::make_unique<StepUpDialog>(account.gate(), nullptr);
}

/// The recovery codes, which are shown once: the first picture turns two-step on, the others show the same.
std::unique_ptr<MainWindow> codesWindow(BackendFixture &backend, Scene &scene)
{
    auto &twoStep = scene.client().account().twoStep();
    if (std::holds_alternative<twostep::ShowingCodes>(twoStep.state())) {
        auto window = scene.window();
        window->showPage(Page::Security);
        return window;
    }
    auto window = setupWindow(scene, u"vera-demo-Passport"_s);
    const QString secret = std::get<twostep::SettingUp>(twoStep.state()).secret.secret;
    twoStep.enable(totp::codeAt(totp::secretFromBase32(secret), totp::stepAt(backend.clock().nowMs())));
    await("no recovery codes", [&] { return std::holds_alternative<twostep::ShowingCodes>(twoStep.state()); });
    return window;
}

/// With a sun, as a photo.
QImage landscape()
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
    return picture;
}

std::unique_ptr<CropDialog> cropDialog(Scene &scene)
{
    auto &upload = scene.client().account().photoUpload();
    upload.take(landscape());
    await("no photo", [&] { return std::holds_alternative<photoupload::Cropping>(upload.state()); });
    auto dialog = std::make_unique<CropDialog>(upload, true, nullptr);
    dialog->view().setZoom(1.38);
    return dialog;
}

/// Another program of the same person has changed the photo meanwhile.
std::unique_ptr<CropDialog> photoConflict(Scene &scene, Scene &elsewhere)
{
    auto dialog = cropDialog(scene);
    auto &other = elsewhere.client().account().photoUpload();
    other.take(landscape());
    await("no photo elsewhere", [&] { return std::holds_alternative<photoupload::Cropping>(other.state()); });
    other.upload(landscape().copy(150, 0, 900, 900), false);
    await("no other photo", [&] { return std::holds_alternative<photoupload::NoUpload>(other.state()); });
    auto &upload = scene.client().account().photoUpload();
    upload.upload(dialog->view().square(), false);
    await("no conflict", [&] { return std::holds_alternative<photoupload::Failed>(upload.state()); });
    return dialog;
}

/// A name that the server has refused.
std::unique_ptr<MainWindow> refusedName(Scene &scene)
{
    auto window = profileWindow(scene);
    auto &editor = scene.client().account().profile();
    editor.edit(profile::Field::FirstName);
    editor.type(u"Анна-Мария-Елизавета "_s.repeated(4));
    editor.save(true);
    await("no name is refused", [&] {
        const auto *ready = std::get_if<profile::Ready>(&editor.state());
        return ready && ready->error;
    });
    return window;
}

/// Her photo beside her name, and an address that waits for its code.
std::unique_ptr<MainWindow> waitingWindow(Scene &scene)
{
    auto &account = scene.client().account();
    if (account.photo().image().isNull()) {
        auto &upload = account.photoUpload();
        upload.take(landscape());
        await("no picture to cut", [&] { return std::holds_alternative<photoupload::Cropping>(upload.state()); });
        upload.upload(landscape().copy(150, 0, 900, 900), false);
        await("no photo", [&] { return !account.photo().image().isNull(); });
    }
    auto window = profileWindow(scene);
    const auto waits = [&account] {
        const auto *ready = std::get_if<contacts::Ready>(&account.contacts().state());
        return ready && std::ranges::any_of(ready->items, std::logical_not(), &Contact::confirmed);
    };
    if (!waits()) {
        auto change = account.changeContact(Contact::Kind::Email, {});
        change->send(u"vera.smirnova@example.test"_s, u"vera-demo-Passport"_s, false);
        await("no code is sent", [&] { return std::holds_alternative<contactchange::CodeNeeded>(change->state()); });
        await("no address waits", waits);
    }
    return window;
}

/// A code that cannot leave: the mail server is down.
std::unique_ptr<ContactDialog> delayedDialog(AccountFixture &backend, Scene &scene)
{
    backend.foundation().post.setHeldUp(Means::Mail, true);
    auto change = scene.client().account().changeContact(Contact::Kind::Email, {});
    static int sent = 0; // another address for each picture
    change->send(u"anna.%1@example.test"_s.arg(++sent), u"anna-demo-Passport"_s, false);
    await("no code is sent", [&] { return std::holds_alternative<contactchange::CodeNeeded>(change->state()); });
    backend.foundation().post.setHeldUp(Means::Mail, false);
    return std::make_unique<ContactDialog>(std::move(change), nullptr);
}

/// What the dialog shows once the portal is there.
std::unique_ptr<QDialog> createdDialog(Scene &scene)
{
    auto &client = scene.client();
    auto dialog = std::make_unique<CreateDialog>(
        client.portals().newChange(),
        CreateDialog::Owner{
            .person = {.name = u"Глеб Орлов"_s, .initials = u"ГО"_s, .account = u"gleb@example.test"_s, .photo = {}},
            .created = 0,
            .limit = 7},
        nullptr);
    dialog->setAttribute(Qt::WA_DeleteOnClose, false); // it belongs to who takes the picture
    dialog->findChild<QLineEdit *>(u"portalTitle"_s)->setText(u"Пекарня «Каравай»"_s);
    dialog->findChild<QPushButton *>(u"changePrimary"_s)->click();
    const auto *created = dialog->findChild<QWidget *>(u"portalCreated"_s);
    await("no portal is created, and nobody asks for a proof", [&] {
        if (std::holds_alternative<stepup::Needed>(client.account().gate().state()))
            client.account().gate().provePassword(u"gleb-demo-Passport"_s);
        return !created->isHidden();
    });
    return dialog;
}

/// Nothing that he has created for the pictures before keeps his Passport.
std::unique_ptr<DeletionDialog> deletionDialog(AccountFixture &backend, Scene &scene)
{
    const auto gleb = backend.signedIn(u"gleb"_s);
    AccountFixture::stepUp(*gleb, u"gleb"_s);
    const QJsonArray portals = gleb->call("passport.portals.list").result().value("items"_L1).toArray();
    for (const QJsonValue &portal : portals)
        gleb->call("passport.portals.leave", {{"memberId"_L1, portal["memberId"_L1]}, {"endPortal"_L1, true}});
    auto &client = scene.client();
    await("the portals stay", [&client] { return client.portals().list()->items.empty(); });
    return std::make_unique<DeletionDialog>(client.account().deletion(), client.portals(), u"Глеб Орлов"_s, nullptr);
}

/// What is asked before a way to sign in goes.
std::unique_ptr<QDialog> removalQuestion(Scene &scene)
{
    const auto window = profileWindow(scene);
    window->findChild<QPushButton *>(u"emailRemove"_s)->click();
    auto *question = window->findChild<Question *>();
    question->setAttribute(Qt::WA_DeleteOnClose, false); // it belongs to who takes the picture
    question->setParent(nullptr);
    return std::unique_ptr<QDialog>(question);
}

/// One server, and who looks at his own account there.
struct AccountStage {
    AccountFixture backend;
    Scene anna{backend.url(), "anna"_L1};
    Scene gleb{backend.url(), "gleb"_L1};
    Scene vera{backend.url(), "vera"_L1};
    Scene veraElsewhere{backend.url(), "vera"_L1};
    Scene wide{backend.url(), "gleb"_L1};

    AccountStage()
    {
        const auto renamed = backend.signedIn(u"gleb"_s)->call(
            "passport.profile.update",
            {{"firstName"_L1, QString(64, u'Щ')}, {"lastName"_L1, QString(64, u'Ж')}, {"revision"_L1, 1}});
        if (renamed.status != 200)
            qFatal("nobody has a long name");
        await("the long name is not heard of", [this] {
            return wide.client().session().profile()->firstName.size() == 64;
        });
    }
};

} // namespace

std::vector<Shot> accountShots()
{
    const auto stage = std::make_shared<AccountStage>(); // as long as somebody can take a picture
    return {
        {u"07_profile"_s, [stage] { return profileWindow(stage->anna); }},
        {u"07_profile_editing"_s,
         [stage] {
             auto window = profileWindow(stage->anna);
             window->findChild<QPushButton *>(u"firstNameEdit"_s)->click();
             return window;
         }},
        {u"07_profile_wide"_s, [stage] { return profileWindow(stage->wide); }},
        {u"07_profile_waiting"_s, [stage] { return waitingWindow(stage->vera); }},
        {u"07_profile_refused"_s, [stage] { return refusedName(stage->anna); }},
        {u"07_photo_conflict"_s, [stage] { return photoConflict(stage->vera, stage->veraElsewhere); }},
        {u"07_photo_crop"_s, [stage] { return cropDialog(stage->gleb); }},
        {u"07_contact"_s,
         [stage] {
             return std::make_unique<ContactDialog>(
                 stage->gleb.client().account().changeContact(Contact::Kind::Email, {}), nullptr);
         }},
        {u"07_contact_code"_s, [stage] { return codeDialog(stage->gleb); }},
        {u"07_contact_delayed"_s, [stage] { return delayedDialog(stage->backend, stage->anna); }},
        {u"07_contact_remove"_s, [stage] { return removalQuestion(stage->gleb); }},
        {u"07_create_done"_s, [stage] { return createdDialog(stage->gleb); }},
        {u"07_deletion"_s, [stage] { return deletionDialog(stage->backend, stage->gleb); }},
        {u"07_deletion_blocked"_s,
         [stage] {
             auto &client = stage->anna.client();
             return std::make_unique<DeletionDialog>(
                 client.account().deletion(), client.portals(), u"Анна Иванова"_s, nullptr);
         }},
        {u"08_security"_s, [stage] { return securityWindow(stage->anna); }},
        {u"08_password_weak"_s, [stage] { return passwordWindow(stage->anna, u"romashka7"_s); }},
        {u"08_password_strong"_s, [stage] { return passwordWindow(stage->anna, u"seven green herons"_s); }},
        {u"08_step_up"_s, [stage] { return proofDialog(stage->backend, stage->anna); }},
        {u"08_two_step_setup"_s, [stage] { return setupWindow(stage->gleb, u"gleb-demo-Passport"_s); }},
        {u"08_recovery_codes"_s, [stage] { return codesWindow(stage->backend, stage->vera); }},
    };
}

} // namespace passport
