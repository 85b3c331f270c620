// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/portals/pullmethods.h"

#include "backend/portals/portalstore.h"
#include "backend/push/hub.h"
#include "backend/push/pullconfigs.h"
#include "backend/store/store.h"
#include "protocol/errorcodes.h"
#include "protocol/json.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace passport {
namespace {

/// Names of parameters are not case-sensitive on the public wire.
QJsonValue parameter(const QJsonObject &parameters, QLatin1StringView name)
{
    for (auto it = parameters.begin(); it != parameters.end(); ++it) {
        if (it.key().compare(name, Qt::CaseInsensitive) == 0)
            return it.value();
    }
    return QJsonValue::Undefined;
}

struct Event {
    QString module;
    QString command;
    QJsonObject params;
    std::optional<UserId> user; ///< None: the shared channel.
};

Error refused(QLatin1StringView code)
{
    return Error::ofCode(code);
}

std::optional<QJsonObject> paramsOf(const QJsonValue &value)
{
    if (value.isUndefined() || value.isNull() || (value.isArray() && value.toArray().isEmpty()))
        return QJsonObject();
    return value.isObject() ? std::optional(value.toObject()) : std::nullopt;
}

Result<Event> parsed(const QJsonObject &parameters)
{
    static const QRegularExpression commandForm(u"^[\\d\\w:_|.\\-]+$"_s);
    static const QRegularExpression moduleForm(u"^[a-z0-9._]+$"_s);
    const QJsonValue module = parameter(parameters, "MODULE_ID"_L1);
    Event event{
        .module = module.isUndefined() ? u"application"_s : module.toString(),
        .command = parameter(parameters, "COMMAND"_L1).toString(),
        .params = {},
        .user = std::nullopt};
    const auto params = paramsOf(parameter(parameters, "PARAMS"_L1));
    const QJsonValue user = parameter(parameters, "USER_ID"_L1);
    if (!user.isUndefined() && !user.isNull())
        event.user = user.isString() ? user.toString().toLongLong() : user.toInteger();
    if (event.user && *event.user <= 0)
        return refused("USER_ID_ACCESS_ERROR"_L1);
    if (!moduleForm.match(event.module).hasMatch())
        return refused("MODULE_ID_ERROR"_L1);
    if (!commandForm.match(event.command).hasMatch())
        return refused("COMMAND_ERROR"_L1);
    if (!params)
        return refused("PARAMS_ERROR"_L1);
    event.params = *params;
    return event;
}

/// Modules whose messages our programs and every client of the public system act upon.
bool isServersOwn(const QString &module)
{
    return module == "pull"_L1 || module == "main"_L1 || module == "passport"_L1 || module == "online"_L1;
}

PullScope scopeOf(const Caller &caller)
{
    return {.portal = caller.portal.toString(), .application = {}};
}

} // namespace

void PullMethods::addTo(MethodTable &methods)
{
    methods.addPlain(
        "pull.application.config.get"_L1, Auth::TokenOrCookie,
        [this](const QJsonObject &parameters, const Call &call) { return applicationConfig(parameters, call); });
    methods.addPlain(
        "pull.config.get"_L1, Auth::TokenOrCookie,
        [this](const QJsonObject &parameters, const Call &call) { return pageConfig(parameters, call); },
        "AUTHORIZE_ERROR"_L1); // wire.md 2.3
    methods.addPlain(
        "pull.application.event.add"_L1, Auth::Token,
        [this](const QJsonObject &parameters, const Call &call) { return addEvent(parameters, call); });
}

boost::asio::awaitable<Result<QJsonValue>> PullMethods::applicationConfig(const Parameters &, const Call &call)
{
    if (call.caller.kind != Caller::Kind::Token)
        co_return Error::ofCode(code::wrongAuthType);
    co_return QJsonValue(m_configs.forUser(call.caller.user, call.caller.session, scopeOf(call.caller)).toJson());
}

boost::asio::awaitable<Result<QJsonValue>> PullMethods::pageConfig(const Parameters &, const Call &call)
{
    if (call.caller.kind != Caller::Kind::Cookie)
        co_return Error::ofCode(code::wrongAuthType);
    QJsonObject config = m_configs.forUser(call.caller.user, call.caller.session, scopeOf(call.caller)).toJson();
    config.insert("serverTime"_L1, toRfc3339(QDateTime::fromMSecsSinceEpoch(m_clock.nowMs(), Qt::UTC)));
    co_return QJsonValue(config);
}

boost::asio::awaitable<Result<QJsonValue>> PullMethods::addEvent(const Parameters &parameters, const Call &call)
{
    const Result<Event> event = parsed(parameters);
    if (!event)
        co_return event.error();
    const Caller &caller = call.caller;
    const bool toHimself = event->user == caller.user;
    const bool toHisPortal = !event->user && !caller.portal.isEmpty();
    const bool isOpenToAll = (toHimself || toHisPortal) && !isServersOwn(event->module);
    if (!isOpenToAll) { // most messages need no look into the database
        const auto look = [&](Db &db) { return isAdministrator(db, caller.user, caller.portal); };
        const bool isAdmin = co_await m_store.read(look);
        if (!isAdmin)
            co_return refused(toHimself || toHisPortal ? "MODULE_ID_ERROR"_L1 : "USER_ID_ACCESS_ERROR"_L1);
    }
    const PullMessage message{.module = event->module, .command = event->command, .params = event->params};
    if (event->user)
        m_hub.publishToUser(*event->user, scopeOf(caller), message);
    else
        m_hub.publishShared(scopeOf(caller), message);
    co_return QJsonValue(true);
}

} // namespace passport
