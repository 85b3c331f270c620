// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "client/secretservice.h"

#include "client/clientcodes.h"
#include "client/logging.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusServiceWatcher>
#include <QPointer>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace passport {
namespace {

constexpr int answerLimit = 5000; // milliseconds, as QtDBus wants it; starting the service takes well below one second

constexpr auto service = "org.freedesktop.secrets"_L1;
constexpr auto servicePath = "/org/freedesktop/secrets"_L1;
constexpr auto serviceInterface = "org.freedesktop.Secret.Service"_L1;
constexpr auto collectionInterface = "org.freedesktop.Secret.Collection"_L1;
constexpr auto promptInterface = "org.freedesktop.Secret.Prompt"_L1;
constexpr auto defaultKeyring = "/org/freedesktop/secrets/aliases/default"_L1;
constexpr auto nothingToAsk = "/"_L1; // in place of a prompt

Error problem(QLatin1StringView code, const QString &detail)
{
    return {.kind = Error::Kind::KeychainUnavailable, .code = code, .detail = detail, .details = {}};
}

/// Nobody provides the service and nobody can be started to do so.
Error problemOf(const QDBusError &error)
{
    const bool isMissing = error.type() == QDBusError::ServiceUnknown || error.type() == QDBusError::Disconnected
        || error.type() == QDBusError::NoServer || error.name() == "org.freedesktop.DBus.Error.NameHasNoOwner"_L1
        || error.name().startsWith("org.freedesktop.DBus.Error.Spawn."_L1);
    return problem(isMissing ? code::keyringMissing : code::keyringFailing, error.name() + ": "_L1 + error.message());
}

} // namespace

SecretService::SecretService(QObject *parent)
    : QObject(parent)
{
}

void SecretService::check(QObject *context, const std::function<void(const Result<Done> &)> &handler)
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected()) {
        const Error error = problem(code::keyringMissing, u"no session bus"_s);
        QTimer::singleShot(0, context, [handler, error] { handler(error); });
        return;
    }
    listen();
    auto ask = QDBusMessage::createMethodCall(service, servicePath, serviceInterface, u"ReadAlias"_s);
    ask << u"default"_s;
    auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(ask, answerLimit), this);
    const QPointer<QObject> alive(context);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, alive, handler] {
        watcher->deleteLater();
        const QDBusPendingReply<QDBusObjectPath> reply = *watcher;
        if (!alive)
            return;
        if (reply.isError())
            handler(problemOf(reply.error()));
        else if (reply.value().path() == "/"_L1)
            handler(Done{}); // no keyring yet: nothing can be in it; a write makes one or says why not
        else
            askLocked(reply.value().path(), alive, handler);
    });
}

void SecretService::askLocked(
    const QString &collection, QObject *context, const std::function<void(const Result<Done> &)> &handler)
{
    auto ask = QDBusMessage::createMethodCall(service, collection, u"org.freedesktop.DBus.Properties"_s, u"Get"_s);
    ask << QString(collectionInterface) << u"Locked"_s;
    auto *watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(ask, answerLimit), this);
    const QPointer<QObject> alive(context);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [watcher, alive, handler] {
        watcher->deleteLater();
        const QDBusPendingReply<QDBusVariant> reply = *watcher;
        if (!alive)
            return;
        if (reply.isError())
            handler(problemOf(reply.error()));
        else if (reply.value().variant().toBool())
            handler(problem(code::keyringLocked, u"the default keyring is locked"_s));
        else
            handler(Done{});
    });
}

void SecretService::unlock()
{
    listen();
    auto ask = QDBusMessage::createMethodCall(service, servicePath, serviceInterface, u"Unlock"_s);
    ask << QVariant::fromValue(QList<QDBusObjectPath>{QDBusObjectPath(defaultKeyring)});
    auto *watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(ask, answerLimit), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        watcher->deleteLater();
        const QDBusPendingReply<QList<QDBusObjectPath>, QDBusObjectPath> reply = *watcher;
        if (reply.isError())
            qCInfo(keychainLog) << "cannot be unlocked:" << reply.error().message();
        else if (reply.argumentAt<1>().path() != nothingToAsk)
            prompt(reply.argumentAt<1>().path());
    });
}

void SecretService::prompt(const QString &path)
{
    auto ask = QDBusMessage::createMethodCall(service, path, promptInterface, u"Prompt"_s);
    ask << QString(); // beside no window in particular
    QDBusConnection::sessionBus().send(ask);
}

void SecretService::listen()
{
    if (std::exchange(m_listening, true))
        return;
    QDBusConnection bus = QDBusConnection::sessionBus();
    auto *watcher = new QDBusServiceWatcher(service, bus, QDBusServiceWatcher::WatchForRegistration, this);
    connect(watcher, &QDBusServiceWatcher::serviceRegistered, this, &SecretService::changed);
    bus.connect(service, servicePath, serviceInterface, u"CollectionChanged"_s, this, SLOT(collectionChanged()));
    bus.connect(service, servicePath, serviceInterface, u"CollectionCreated"_s, this, SLOT(collectionChanged()));
}

void SecretService::collectionChanged()
{
    Q_EMIT changed();
}

} // namespace passport
