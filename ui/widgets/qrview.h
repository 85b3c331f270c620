// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "qr/qrcode.h"

#include <QVariantAnimation>
#include <QWidget>
#include <optional>

namespace passport {

/// A QR code on its white card: black on white in every theme, whole device pixels a module, the quiet zone inside the
/// card and a thin line around it. The card is as large as fits and stands in the middle; sizes in logical pixels.
class QrView : public QWidget {
    Q_OBJECT

public:
    /// What stands on the card.
    enum class Look {
        Preparing, ///< Three grey bars where the code will be.
        Code,
        Covered, ///< The modules in a grey that no camera reads: a code that cannot work must not look usable (SR-20).
        Empty, ///< Nothing: hidden on purpose.
    };

    explicit QrView(QWidget *parent = nullptr);

    /// Another code fades in, at most 150 ms and not at all when the system wants stillness.
    void setCode(const std::optional<QrCode> &code);
    void setLook(Look look);
    [[nodiscard]] Look look() const { return m_look; }

    /// The card within the widget.
    [[nodiscard]] QRect card() const;
    /// The largest card that fits a square of `available`, in whole device pixels a module.
    [[nodiscard]] int cardSide(int available) const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void doubleClicked();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;

private:
    void paintModules(QPainter &painter, const QColor &ink) const;
    void paintBars(QPainter &painter) const;

    std::optional<QrCode> m_code;
    QList<QRect> m_runs; // of m_code, in modules
    /// A side of the card: of the last code, so that it does not change while there is none; at first of a link of the
    /// public wire.
    int m_modules = 37 + 2 * QrCode::quietZone;
    Look m_look = Look::Preparing;
    QVariantAnimation m_fade;
};

} // namespace passport
