// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDialog>

class QPushButton;
class QSlider;

namespace passport {

class BusyButton;
class CropView;
class Label;
class MessageStrip;
class PhotoUpload;

namespace photoupload {
struct Failed;
}

/// Chooses the part of a picture that becomes the photo, and stays until it has been sent (mockup 19).
class CropDialog : public QDialog {
    Q_OBJECT
public:
    /// `updatePortals`: whether the photo goes to the portals, too. `upload` outlives it.
    CropDialog(PhotoUpload &upload, bool updatePortals, QWidget *parent);

    [[nodiscard]] CropView &view() const { return *m_view; }

Q_SIGNALS:
    void anotherAsked();

private:
    class Previews;

    void layOut();
    [[nodiscard]] QLayout *zoomRow();
    void connectGestures();
    void retranslate();
    void render();
    void renderPart();
    void renderFailure(const photoupload::Failed &state);
    void leave();

    PhotoUpload &m_upload;
    bool m_updatePortals;
    Label *m_title;
    CropView *m_view;
    QPushButton *m_smaller;
    QSlider *m_zoom;
    QPushButton *m_larger;
    Label *m_percent;
    QPushButton *m_left;
    QPushButton *m_right;
    Previews *m_previews;
    Label *m_hint;
    MessageStrip *m_strip;
    QPushButton *m_another;
    QPushButton *m_cancel;
    BusyButton *m_save;
};

} // namespace passport
