// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/profile/cropdialog.h"

#include "client/photo.h"
#include "client/photoupload.h"
#include "protocol/overloaded.h"
#include "ui/errortext.h"
#include "ui/icons.h"
#include "ui/profile/cropview.h"
#include "ui/style.h"
#include "ui/widgets/avatar.h"
#include "ui/widgets/busybutton.h"
#include "ui/widgets/dialogfooter.h"
#include "ui/widgets/label.h"
#include "ui/widgets/messagestrip.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QSignalBlocker>
#include <QSlider>
#include <array>

using namespace Qt::StringLiterals;

namespace passport {

namespace {

constexpr int dialogWidth = 520;
constexpr int percentWidth = 48;
constexpr int keyStep = 10; // percent that an arrow key moves the slider
constexpr int fewPixels = 192; // twice what the profile page shows

} // namespace

/// The photo as small as it will mostly be seen.
class CropDialog::Previews : public QWidget {
public:
    Previews()
    {
        int width = 0;
        for (const int side : sides)
            width += side + measure::group;
        setFixedSize(width, sides.front());
    }
    void setPhoto(const QImage &photo)
    {
        m_photo = photo.scaled(2 * sides.front(), 2 * sides.front(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        int left = 0;
        for (const int side : sides) {
            paintPhoto(painter, {left, (height() - side) / 2, side, side}, m_photo);
            left += side + measure::group;
        }
    }

private:
    static constexpr std::array sides{56, 36, 24};
    QImage m_photo;
};

CropDialog::CropDialog(PhotoUpload &upload, bool updatePortals, QWidget *parent)
    : QDialog(parent)
    , m_upload(upload)
    , m_updatePortals(updatePortals)
    , m_title(new Label(TextRole::Title))
    , m_view(new CropView)
    , m_smaller(new QPushButton)
    , m_zoom(new QSlider(Qt::Horizontal))
    , m_larger(new QPushButton)
    , m_percent(new Label(TextRole::Body, Tone::Secondary))
    , m_left(new QPushButton)
    , m_right(new QPushButton)
    , m_previews(new Previews)
    , m_hint(wrappedLabel(TextRole::Caption, Tone::Secondary))
    , m_strip(new MessageStrip)
    , m_another(new QPushButton)
    , m_cancel(new QPushButton)
    , m_save(new BusyButton)
{
    setObjectName("cropDialog"_L1);
    m_view->setObjectName("cropView"_L1);
    m_smaller->setObjectName("zoomOut"_L1);
    m_zoom->setObjectName("zoom"_L1);
    m_larger->setObjectName("zoomIn"_L1);
    m_left->setObjectName("turnLeft"_L1);
    m_right->setObjectName("turnRight"_L1);
    m_another->setObjectName("anotherPhoto"_L1);
    m_cancel->setObjectName("cancelPhoto"_L1);
    m_save->setObjectName("savePhoto"_L1);
    layOut();
    retranslate();
    connectGestures();
    render();
    renderPart();
    m_view->setFocus();
}

void CropDialog::layOut()
{
    auto *previews = new QHBoxLayout;
    previews->addWidget(m_previews);
    previews->addWidget(m_hint, 1);
    setButtonLook(*m_save, ButtonLook::Primary);
    m_another->setAutoDefault(false);
    m_cancel->setAutoDefault(false);
    auto *content = layOutDialog(*this, new DialogFooter({m_cancel, m_save}, m_another));
    content->setSpacing(measure::group);
    content->addWidget(m_title);
    content->addWidget(m_view, 1);
    content->addLayout(zoomRow());
    content->addLayout(previews);
    content->addWidget(m_strip);
    setMinimumWidth(dialogWidth);
    m_strip->hide();
}

QLayout *CropDialog::zoomRow()
{
    const std::array<std::pair<QPushButton *, QLatin1StringView>, 4> icons{
        {{m_smaller, "minus"_L1}, {m_larger, "plus"_L1}, {m_left, "rotl"_L1}, {m_right, "rotr"_L1}}};
    for (const auto &[button, icon] : icons) {
        button->setIcon(lineIcon(icon));
        button->setFixedSize(measure::control, measure::control);
        button->setAutoDefault(false);
    }
    m_zoom->setRange(100, static_cast<int>(CropView::largestZoom * 100));
    m_zoom->setSingleStep(keyStep);
    m_zoom->setPageStep(5 * keyStep);
    m_percent->setFixedWidth(percentWidth);
    m_percent->setAlignment(Qt::AlignCenter);
    auto *row = new QHBoxLayout;
    row->setSpacing(measure::step);
    row->addWidget(m_smaller);
    row->addWidget(m_zoom, 1);
    row->addWidget(m_larger);
    row->addWidget(m_percent);
    row->addSpacing(measure::step);
    row->addWidget(m_left);
    row->addWidget(m_right);
    return row;
}

void CropDialog::connectGestures()
{
    connect(m_view, &CropView::changed, this, &CropDialog::renderPart);
    connect(m_zoom, &QSlider::valueChanged, this, [this](int percent) { m_view->setZoom(percent / 100.0); });
    constexpr double step = 1.1;
    connect(m_smaller, &QPushButton::clicked, this, [this] { m_view->setZoom(m_view->zoom() / step); });
    connect(m_larger, &QPushButton::clicked, this, [this] { m_view->setZoom(m_view->zoom() * step); });
    connect(m_left, &QPushButton::clicked, this, [this] { m_view->turn(false); });
    connect(m_right, &QPushButton::clicked, this, [this] { m_view->turn(true); });
    connect(m_another, &QPushButton::clicked, this, &CropDialog::anotherAsked);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, [this] { m_upload.upload(m_view->square(), m_updatePortals); });
    connect(m_strip, &MessageStrip::firstPressed, &m_upload, &PhotoUpload::retry);
    connect(m_strip, &MessageStrip::secondPressed, this, &QDialog::reject);
    connect(this, &QDialog::rejected, &m_upload, &PhotoUpload::cancel);
    connect(&m_upload, &PhotoUpload::stateChanged, this, &CropDialog::render);
}

void CropDialog::render()
{
    bool busy = false;
    QString save = tr("Save");
    m_strip->hide();
    std::visit(
        overloaded{
            [this](const photoupload::NoUpload &) { leave(); }, [&](const photoupload::Preparing &) { busy = true; },
            [this](const photoupload::Cropping &state) { m_view->setPicture(state.picture); },
            [&](const photoupload::Uploading &state) {
                busy = true;
                save = state.total > 0 ? tr("Sending, %1 %").arg(state.sent * 100 / state.total) : tr("Sending…");
            },
            [](const photoupload::Removing &) {}, [this](const photoupload::Failed &state) { renderFailure(state); }},
        m_upload.state());
    const bool cropping = std::holds_alternative<photoupload::Cropping>(m_upload.state());
    m_view->setEnabled(cropping);
    m_save->setText(save);
    m_save->setBusy(busy);
    m_save->setEnabled(cropping);
    m_another->setEnabled(!busy);
    if (cropping)
        renderPart();
}

void CropDialog::renderFailure(const photoupload::Failed &state)
{
    if (isConflict(state))
        m_strip->setMessage(
            Tone::Warning, tr("The photo was changed elsewhere meanwhile."), tr("Keep mine"), tr("Take the other"));
    else
        m_strip->setMessage(Tone::Error, errorText(state.error), state.canRetry ? tr("Try again") : QString());
    m_strip->show();
}

/// The photo has been sent; or it was given up, and the dialog is closing by itself.
void CropDialog::leave()
{
    if (isVisible())
        accept();
}

void CropDialog::renderPart()
{
    const QImage square = m_view->square();
    m_previews->setPhoto(square);
    const QSignalBlocker quiet(m_zoom);
    m_zoom->setValue(static_cast<int>(m_view->zoom() * 100));
    m_percent->setText(tr("%1 %").arg(m_zoom->value()));
    m_smaller->setEnabled(m_zoom->value() > m_zoom->minimum());
    m_larger->setEnabled(m_zoom->value() < m_zoom->maximum());
    if (!std::holds_alternative<photoupload::Cropping>(m_upload.state()))
        return;
    m_strip->setVisible(square.width() < fewPixels);
    if (square.width() < fewPixels)
        m_strip->setMessage(Tone::Warning, tr("Few pixels: the photo will look blurred."));
}

void CropDialog::retranslate()
{
    m_title->setText(tr("Profile photo"));
    setWindowTitle(m_title->text());
    m_hint->setText(tr("Drag the photo or move it with the arrow keys; the wheel or + and − change its size."));
    m_another->setText(tr("Choose another…"));
    m_cancel->setText(tr("Cancel"));
    const std::array<std::pair<QWidget *, QString>, 5> names{
        {{m_smaller, tr("Smaller")},
         {m_zoom, tr("Size of the photo")},
         {m_larger, tr("Larger")},
         {m_left, tr("Turn left")},
         {m_right, tr("Turn right")}}};
    for (const auto &[widget, name] : names) {
        widget->setAccessibleName(name);
        widget->setToolTip(name);
    }
}

} // namespace passport
