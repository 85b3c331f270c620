// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "support/keyring.h"

#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusObjectPath>

using namespace Qt::StringLiterals;

namespace passport::keyring {
namespace {

constexpr auto service = "org.freedesktop.secrets"_L1;
const QByteArray password = "\n"; // what session.sh gave the daemon

/// org.freedesktop.Secret: a secret on its way over the bus.
struct BusSecret {
    QDBusObjectPath session;
    QByteArray parameters;
    QByteArray value;
    QString type;
};

QDBusArgument &operator<<(QDBusArgument &out, const BusSecret &secret)
{
    out.beginStructure();
    out << secret.session << secret.parameters << secret.value << secret.type;
    out.endStructure();
    return out;
}

const QDBusArgument &operator>>(const QDBusArgument &in, BusSecret &secret)
{
    in.beginStructure();
    in >> secret.session >> secret.parameters >> secret.value >> secret.type;
    in.endStructure();
    return in;
}

} // namespace

bool lock()
{
    auto call = QDBusMessage::createMethodCall(
        service, "/org/freedesktop/secrets"_L1, "org.freedesktop.Secret.Service"_L1, "Lock"_L1);
    const QList<QDBusObjectPath> what{QDBusObjectPath("/org/freedesktop/secrets/aliases/default"_L1)};
    call << QVariant::fromValue(what);
    return QDBusConnection::sessionBus().call(call).type() == QDBusMessage::ReplyMessage;
}

bool unlock()
{
    qDBusRegisterMetaType<BusSecret>();
    const QDBusConnection bus = QDBusConnection::sessionBus();
    auto open = QDBusMessage::createMethodCall(
        service, "/org/freedesktop/secrets"_L1, "org.freedesktop.Secret.Service"_L1, "OpenSession"_L1);
    open << u"plain"_s << QVariant::fromValue(QDBusVariant(QString()));
    const auto session = bus.call(open).arguments().value(1).value<QDBusObjectPath>();
    auto unlock = QDBusMessage::createMethodCall(
        service, "/org/freedesktop/secrets"_L1, "org.gnome.keyring.InternalUnsupportedGuiltRiddenInterface"_L1,
        "UnlockWithMasterPassword"_L1);
    unlock << QVariant::fromValue(QDBusObjectPath("/org/freedesktop/secrets/collection/login"_L1))
           << QVariant::fromValue(BusSecret{session, {}, password, u"text/plain"_s});
    return bus.call(unlock).type() == QDBusMessage::ReplyMessage;
}

} // namespace passport::keyring
