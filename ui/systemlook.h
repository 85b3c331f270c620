// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QMap>
#include <QObject>
#include <QString>
#include <QVariantMap>

class QDBusVariant;

namespace passport {

/// What the person has told the system about how programs should look.
struct LookWishes {
    bool dark = false;
    bool highContrast = false;
    bool stillness = false; ///< Reduced motion.
    bool operator==(const LookWishes &) const = default;
};

/// The settings of the desktop portal by namespace and key, as its ReadAll answers them.
using PortalSettings = QMap<QString, QVariantMap>;
/// `fallback` says what the portal does not.
[[nodiscard]] LookWishes wishesFrom(const PortalSettings &settings, const LookWishes &fallback);

/// Reads those wishes from the desktop portal (org.freedesktop.portal.Settings) and follows them; without one, from
/// the palette that Qt has made of the desktop's own settings.
class SystemLook : public QObject {
    Q_OBJECT

public:
    explicit SystemLook(QObject *parent = nullptr);

    [[nodiscard]] const LookWishes &wishes() const { return m_wishes; }

Q_SIGNALS:
    void changed();

private Q_SLOTS:
    void settingChanged(const QString &space, const QString &key, const QDBusVariant &value);

private:
    void read();

    LookWishes m_fallback;
    PortalSettings m_settings;
    LookWishes m_wishes;
};

} // namespace passport
