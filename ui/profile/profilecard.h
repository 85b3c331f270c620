// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/profilestate.h"
#include "ui/widgets/card.h"

class QCheckBox;

namespace passport {

class AvatarButton;
class InlineEdit;
class MessageStrip;
class PersonPhoto;
class PhotoUpload;
class ProfileEditor;

/// Photo and names of the person, and what became of a change in his portals (mockup 10).
class ProfileCard : public Card {
    Q_OBJECT
public:
    /// All of them outlive it.
    ProfileCard(ProfileEditor &editor, PhotoUpload &upload, PersonPhoto &photo, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void layOut();
    void connectGestures();
    void connectField(InlineEdit &field, profile::Field which);
    void chooseFile();
    void openCrop();
    void render();
    void renderNames();
    void renderField(InlineEdit &field, profile::Field which);
    void renderStrip();
    [[nodiscard]] bool renderPhotoStrip();
    [[nodiscard]] bool renderConflict(const profile::Ready &ready);
    void renderOutcome(const profile::Ready &ready);
    void firstOfStrip();
    void secondOfStrip();
    void retranslate();

    ProfileEditor &m_editor;
    PhotoUpload &m_upload;
    PersonPhoto &m_photo;
    AvatarButton *m_picture;
    InlineEdit *m_firstName;
    InlineEdit *m_lastName;
    QCheckBox *m_updatePortals;
    MessageStrip *m_strip;
    bool m_cropping = false; ///< The dialog is open.
};

} // namespace passport
