// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/icons.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QPixmapCache>
#include <QSvgRenderer>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace passport {

namespace {

constexpr auto lineIconPrefix = "passport-line/"_L1; // of their names

/// The drawing in one colour. Parsing and painting cost about 0.2 ms, so the result is kept in Qt's shared cache.
/// `side` in logical pixels.
QPixmap rendered(QLatin1StringView name, const QSize &devicePixels, const QColor &colour, int side)
{
    const QString key = u"passport-icon/%1/%2/%3"_s.arg(name, colour.name()).arg(devicePixels.width());
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    QFile file(u":/icons/%1.svg"_s.arg(name));
    if (!file.open(QIODevice::ReadOnly)) {
        qWarning("no icon %s", name.data());
        return pixmap;
    }
    QByteArray drawing = file.readAll().replace("currentColor", colour.name().toLatin1());
    // Drawn for 24 px with a line of 1.75; larger ones keep a line of 2 px instead of growing bold.
    const double line = std::min(1.75, 48.0 / side);
    drawing.replace("stroke-width=\"1.75\"", "stroke-width=\"" + QByteArray::number(line) + '"');
    QSvgRenderer renderer(drawing);
    pixmap = QPixmap(devicePixels);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    renderer.render(&painter);
    painter.end();
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

/// Device pixels per logical pixel of what is painted on in the end: a widget that is grabbed into a picture of
/// another ratio paints with that one.
qreal deviceRatio(const QPainter &painter)
{
    return painter.deviceTransform().m11();
}

/// Draws by name; the colour follows the application's palette, so one icon serves both themes.
class LineIconEngine final : public QIconEngine {
public:
    explicit LineIconEngine(QLatin1StringView name)
        : m_name(name)
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        paintIcon(*painter, rect, m_name, colour(mode));
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State) override
    {
        return rendered(m_name, size, colour(mode), size.height());
    }
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal ratio) override
    {
        return rendered(m_name, size, colour(mode), qRound(size.height() / ratio)); // the size is in device pixels
    }
    QIconEngine *clone() const override { return new LineIconEngine(m_name); }
    QString iconName() override { return lineIconPrefix + m_name; }
    bool isNull() override { return false; }

private:
    static QColor colour(QIcon::Mode mode)
    {
        const auto group = mode == QIcon::Disabled ? QPalette::Disabled : QPalette::Active;
        return QGuiApplication::palette().color(group, QPalette::ButtonText);
    }

    QLatin1StringView m_name;
};

} // namespace

QIcon lineIcon(QLatin1StringView name)
{
    return QIcon(new LineIconEngine(name));
}

void paintIcon(QPainter &painter, const QRect &rect, QLatin1StringView name, const QColor &colour)
{
    const qreal ratio = deviceRatio(painter);
    QPixmap pixmap = rendered(name, (QSizeF(rect.size()) * ratio).toSize(), colour, rect.height());
    pixmap.setDevicePixelRatio(ratio);
    painter.drawPixmap(rect.topLeft(), pixmap);
}

void paintIcon(QPainter &painter, const QRect &rect, const QIcon &icon, const QColor &colour)
{
    if (!icon.name().startsWith(lineIconPrefix))
        return icon.paint(&painter, rect); // of Qt's own dialogs: a folder would be a black square
    const qreal ratio = deviceRatio(painter);
    QPixmap pixmap = icon.pixmap(rect.size(), ratio);
    QPainter tint(&pixmap);
    tint.setCompositionMode(QPainter::CompositionMode_SourceIn);
    tint.fillRect(QRect(QPoint(0, 0), pixmap.size()), colour);
    tint.end();
    painter.drawPixmap(rect.topLeft(), pixmap);
}

QIcon programIcon()
{
    return QIcon(u":/icons/passport.svg"_s);
}

} // namespace passport
