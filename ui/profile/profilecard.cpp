// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/profile/profilecard.h"

#include "client/personphoto.h"
#include "client/photoupload.h"
#include "client/profileeditor.h"
#include "protocol/errorcodes.h"
#include "protocol/initials.h"
#include "ui/errortext.h"
#include "ui/profile/avatarbutton.h"
#include "ui/profile/cropdialog.h"
#include "ui/profile/outcomewords.h"
#include "ui/style.h"
#include "ui/widgets/details.h"
#include "ui/widgets/inlineedit.h"
#include "ui/widgets/messagestrip.h"

#include <QCheckBox>
#include <QEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace passport {

using profile::Field;
using profile::Ready;
using profile::Saving;

namespace {

/// Why a name could not be saved.
QString refusalOfName(const Error &error)
{
    const QJsonValue reason = error.details.value("reason"_L1);
    if (error.code == code::invalidRequest && reason == UpdateProfile::tooLong)
        return ProfileCard::tr("This name is too long: it can have %1 characters at most.")
            .arg(UpdateProfile::longestName);
    if (error.code == code::invalidRequest && reason == UpdateProfile::empty)
        return ProfileCard::tr("A name cannot be empty.");
    return errorText(error);
}

} // namespace

ProfileCard::ProfileCard(ProfileEditor &editor, PhotoUpload &upload, PersonPhoto &photo, QWidget *parent)
    : Card(parent)
    , m_editor(editor)
    , m_upload(upload)
    , m_photo(photo)
    , m_picture(new AvatarButton)
    , m_firstName(new InlineEdit(u"firstName"_s))
    , m_lastName(new InlineEdit(u"lastName"_s))
    , m_updatePortals(new QCheckBox)
    , m_strip(new MessageStrip)
{
    setObjectName("profileCard"_L1);
    m_updatePortals->setObjectName("updatePortals"_L1);
    m_strip->setObjectName("profileStrip"_L1);
    m_updatePortals->setChecked(true);
    layOut();
    connectGestures();
    retranslate();
}

void ProfileCard::layOut()
{
    auto *names = new QHBoxLayout;
    names->setSpacing(measure::group);
    names->addWidget(m_firstName, 1);
    names->addWidget(m_lastName, 1);
    auto *right = new QVBoxLayout;
    right->setSpacing(measure::group);
    right->addLayout(names);
    right->addWidget(m_updatePortals);
    right->addWidget(m_strip);
    right->addStretch();
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(measure::section, measure::section, measure::section, measure::section);
    row->setSpacing(measure::group);
    row->addWidget(m_picture, 0, Qt::AlignTop);
    row->addLayout(right, 1);
}

void ProfileCard::connectGestures()
{
    connectField(*m_firstName, Field::FirstName);
    connectField(*m_lastName, Field::LastName);
    connect(m_picture, &AvatarButton::chooseAsked, this, &ProfileCard::chooseFile);
    connect(m_picture, &AvatarButton::fileDropped, &m_upload, &PhotoUpload::choose);
    connect(m_picture, &AvatarButton::bytesDropped, &m_upload, &PhotoUpload::takeFile);
    connect(m_picture, &AvatarButton::pictureDropped, &m_upload, &PhotoUpload::take);
    connect(m_picture, &AvatarButton::removeAsked, this, [this] { m_upload.remove(m_updatePortals->isChecked()); });
    connect(m_strip, &MessageStrip::firstPressed, this, &ProfileCard::firstOfStrip);
    connect(m_strip, &MessageStrip::secondPressed, this, &ProfileCard::secondOfStrip);
    connect(&m_editor, &ProfileEditor::stateChanged, this, &ProfileCard::render);
    connect(&m_upload, &PhotoUpload::stateChanged, this, &ProfileCard::render);
    connect(&m_photo, &PersonPhoto::changed, this, &ProfileCard::render);
}

void ProfileCard::connectField(InlineEdit &field, Field which)
{
    connect(
        &field, &InlineEdit::editAsked, this, [this, which] { m_editor.edit(which, m_updatePortals->isChecked()); });
    connect(&field, &InlineEdit::typed, &m_editor, &ProfileEditor::type);
    connect(&field, &InlineEdit::saveAsked, this, [this] { m_editor.save(m_updatePortals->isChecked()); });
    connect(&field, &InlineEdit::revertAsked, &m_editor, &ProfileEditor::revert);
}

void ProfileCard::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Choose a photo"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilter(tr("Photos (*.jpg *.jpeg *.png *.webp)"));
    connect(dialog, &QFileDialog::fileSelected, &m_upload, &PhotoUpload::choose);
    dialog->open();
}

void ProfileCard::openCrop()
{
    m_cropping = true;
    auto *dialog = new CropDialog(m_upload, m_updatePortals->isChecked(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &CropDialog::anotherAsked, this, &ProfileCard::chooseFile);
    connect(dialog, &QDialog::finished, this, [this] { m_cropping = false; });
    dialog->open();
}

void ProfileCard::render()
{
    renderNames();
    renderStrip();
    if (!m_cropping && std::holds_alternative<photoupload::Cropping>(m_upload.state()))
        openCrop();
}

void ProfileCard::renderNames()
{
    renderField(*m_firstName, Field::FirstName);
    renderField(*m_lastName, Field::LastName);
    const auto *ready = std::get_if<Ready>(&m_editor.state());
    const auto *saving = std::get_if<Saving>(&m_editor.state());
    const auto saved = ready ? ready->saved : saving ? saving->saved : Profile();
    m_picture->setPerson(initialsOf(saved.firstName, saved.lastName), saved.fullName(), m_photo.image());
}

void ProfileCard::renderField(InlineEdit &field, Field which)
{
    const auto *ready = std::get_if<Ready>(&m_editor.state());
    const auto *saving = std::get_if<Saving>(&m_editor.state());
    field.setEditable(ready);
    const auto *edit = ready && ready->edit ? &*ready->edit : saving && saving->edit ? &*saving->edit : nullptr;
    if (edit && edit->field == which)
        field.showEdit(edit->text, saving, edit->theirs.has_value());
    else if (ready || saving)
        field.showValue(profile::valueOf(ready ? ready->saved : saving->saved, which));
}

void ProfileCard::renderStrip()
{
    const auto *ready = std::get_if<Ready>(&m_editor.state());
    if (renderPhotoStrip() || (ready && renderConflict(*ready))) {
        m_strip->show();
        return;
    }
    m_strip->setVisible(ready && (ready->error || ready->justSaved || !ready->portals.empty()));
    if (!ready)
        return;
    if (ready->error)
        m_strip->setMessage(Tone::Error, refusalOfName(*ready->error));
    else
        renderOutcome(*ready);
}

bool ProfileCard::renderPhotoStrip()
{
    const auto &state = m_upload.state();
    if (std::holds_alternative<photoupload::Preparing>(state)) {
        m_strip->setMessage(Tone::Accent, tr("Reading the photo…"), {}, tr("Cancel"));
    } else if (std::holds_alternative<photoupload::Uploading>(state)) {
        m_strip->setMessage(Tone::Accent, tr("Sending the photo…"), {}, tr("Cancel"));
    } else if (std::holds_alternative<photoupload::Removing>(state)) {
        m_strip->setMessage(Tone::Accent, tr("Removing the photo…"));
    } else if (const auto *failed = std::get_if<photoupload::Failed>(&state); failed && isConflict(*failed)) {
        m_strip->setMessage(
            Tone::Warning, tr("The photo was changed elsewhere meanwhile: that one is shown here."), tr("Keep mine"),
            tr("Take the other"));
    } else if (failed) {
        const QString limit = failed->error.code == code::tooLarge ? tr("A photo may have 10 MB and 50 megapixels.")
                                                                   : errorText(failed->error);
        m_strip->setMessage(
            Tone::Error, limit, failed->canRetry ? tr("Try again") : tr("Choose another…"), tr("Cancel"));
    } else {
        return false;
    }
    return true;
}

bool ProfileCard::renderConflict(const Ready &ready)
{
    if (!ready.edit || !ready.edit->theirs)
        return false;
    m_strip->setMessage(
        Tone::Warning,
        tr("Changed elsewhere to “%1” meanwhile. You typed “%2”.").arg(*ready.edit->theirs, ready.edit->text),
        tr("Keep mine"), tr("Take the other"));
    return true;
}

void ProfileCard::renderOutcome(const Ready &ready)
{
    const auto words = outcomeWords(ready.portals);
    const bool failures = !words.failed.isEmpty();
    m_strip->setMessage(
        failures ? Tone::Warning : Tone::Success, words.sentence, ready.portals.empty() ? QString() : tr("Details"),
        failures ? tr("Retry") : QString());
}

void ProfileCard::firstOfStrip()
{
    if (const auto *failed = std::get_if<photoupload::Failed>(&m_upload.state())) {
        if (failed->canRetry)
            m_upload.retry();
        else
            chooseFile();
        return;
    }
    const auto *ready = std::get_if<Ready>(&m_editor.state());
    if (ready && ready->edit && ready->edit->theirs)
        m_editor.keepMine(m_updatePortals->isChecked());
    else if (ready)
        showDetails(*this, tr("Portals"), outcomeDetails(ready->portals));
}

void ProfileCard::secondOfStrip()
{
    if (!std::holds_alternative<photoupload::NoUpload>(m_upload.state()))
        return m_upload.cancel();
    const auto *ready = std::get_if<Ready>(&m_editor.state());
    if (ready && ready->edit && ready->edit->theirs)
        m_editor.revert();
    else
        m_editor.retryPortals();
}

void ProfileCard::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Card::changeEvent(event);
}

void ProfileCard::retranslate()
{
    m_firstName->setCaption(tr("First name"));
    m_lastName->setCaption(tr("Last name"));
    m_updatePortals->setText(tr("Update in all portals"));
    m_updatePortals->setToolTip(tr("Names and photo that you change here take the place of those in your portals."));
    render();
}

} // namespace passport
