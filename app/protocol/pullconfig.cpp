// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "protocol/pullconfig.h"

#include "protocol/json.h"

#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace passport {
namespace {

constexpr int revisionWeb = 19; // wire.md 2.1: revision of the client script; always 19
constexpr int revisionMobile = 3;

QString channelTime(const QDateTime &time)
{
    // wire.md 2.3: ISO 8601 with an offset, never "Z".
    return time.toOffsetFromUtc(0).toString(u"yyyy-MM-ddTHH:mm:ss"_s) + u"+00:00"_s;
}

QJsonObject toJson(const PullChannel &channel, QLatin1StringView type)
{
    QJsonObject json{{"id"_L1, channel.id}, {"type"_L1, type}};
    if (channel.start.isValid())
        json.insert("start"_L1, channelTime(channel.start));
    if (channel.end.isValid())
        json.insert("end"_L1, channelTime(channel.end));
    if (!channel.publicId.isEmpty())
        json.insert("public_id"_L1, channel.publicId);
    return json;
}

std::optional<PullChannel> readChannel(JsonReader &channels, QLatin1StringView name, JsonReader &in)
{
    if (!channels.has(name))
        return std::nullopt;
    in = channels.inner(name);
    return PullChannel{
        .id = in.string("id"_L1),
        .publicId = in.maybeString("public_id"_L1).value_or(QString()),
        .start = in.has("start"_L1) ? in.time("start"_L1) : QDateTime(),
        .end = in.has("end"_L1) ? in.time("end"_L1) : QDateTime()};
}

QUrl listenUrl(const QString &address, const PullConfig &config, const PullPosition &position)
{
    QUrlQuery query;
    if (!config.jwt.isEmpty()) {
        query.addQueryItem(u"token"_s, config.jwt);
    } else {
        QStringList ids;
        for (const auto &channel : {config.privateChannel, config.sharedChannel}) {
            if (channel)
                ids.append(channel->id);
        }
        query.addQueryItem(u"CHANNEL_ID"_s, QString::fromLatin1(QUrl::toPercentEncoding(ids.join(u'/'))));
    }
    if (config.version >= 5)
        query.addQueryItem(u"jsonRpc"_s, u"true"_s);
    else if (config.version == 4)
        query.addQueryItem(u"format"_s, u"json"_s);
    if (config.shared)
        query.addQueryItem(u"clientId"_s, config.clientId);
    for (const auto &[key, value] :
         {std::pair{u"mid"_s, position.mid}, std::pair{u"tag"_s, position.tag}, std::pair{u"time"_s, position.time}}) {
        if (!value.isEmpty())
            query.addQueryItem(key, QString::fromLatin1(QUrl::toPercentEncoding(value)));
    }
    query.addQueryItem(u"revision"_s, QString::number(revisionWeb));
    QUrl url(address);
    url.setQuery(query);
    return url;
}

} // namespace

Result<PullConfig> PullConfig::fromJson(const QJsonObject &json)
{
    JsonReader in(json);
    JsonReader server = in.inner("server"_L1);
    PullConfig config;
    config.version = static_cast<int>(server.integer("version"_L1));
    config.hostname = server.maybeString("hostname"_L1).value_or(QString());
    config.websocketEnabled = server.maybeBoolean("websocket_enabled"_L1).value_or(false);
    config.websocket = server.maybeString("websocket"_L1).value_or(QString());
    config.websocketSecure = server.maybeString("websocket_secure"_L1).value_or(QString());
    config.longPolling = server.maybeString("long_polling"_L1).value_or(QString());
    config.longPollingSecure = server.maybeString("long_pooling_secure"_L1).value_or(QString());
    config.publishEnabled = server.maybeBoolean("publish_enabled"_L1).value_or(false);
    config.publish = server.maybeString("publish"_L1).value_or(QString());
    config.publishSecure = server.maybeString("publish_secure"_L1).value_or(QString());
    config.shared = server.maybeString("mode"_L1) == u"shared"_s;
    config.configTimestamp = server.maybeInteger("config_timestamp"_L1).value_or(0);
    JsonReader channels = in.inner("channels"_L1);
    JsonReader privateOne({});
    JsonReader sharedOne({});
    config.privateChannel = readChannel(channels, "private"_L1, privateOne);
    config.sharedChannel = readChannel(channels, "shared"_L1, sharedOne);
    config.clientId = in.maybeString("clientId"_L1).value_or(QString());
    config.jwt = in.maybeString("jwt"_L1).value_or(QString());
    config.expires = in.maybeInteger("exp"_L1).value_or(0);
    return in.finish(std::move(config), server, channels, privateOne, sharedOne);
}

QJsonObject PullConfig::toJson() const
{
    const QJsonObject server{
        {"version"_L1, version},
        {"server_enabled"_L1, true},
        {"mode"_L1, shared ? u"shared"_s : u"personal"_s},
        {"hostname"_L1, hostname},
        {"long_polling"_L1, longPolling},
        {"long_pooling_secure"_L1, longPollingSecure},
        {"websocket_enabled"_L1, websocketEnabled},
        {"websocket"_L1, websocket},
        {"websocket_secure"_L1, websocketSecure},
        {"publish_enabled"_L1, publishEnabled},
        {"publish"_L1, publish},
        {"publish_secure"_L1, publishSecure},
        {"config_timestamp"_L1, configTimestamp}};
    QJsonObject channels;
    if (privateChannel)
        channels.insert("private"_L1, passport::toJson(*privateChannel, "private"_L1));
    if (sharedChannel)
        channels.insert("shared"_L1, passport::toJson(*sharedChannel, "shared"_L1));
    QJsonObject json{
        {"server"_L1, server},
        {"api"_L1, QJsonObject{{"revision_web"_L1, revisionWeb}, {"revision_mobile"_L1, revisionMobile}}},
        {"channels"_L1, channels},
        {"publicChannels"_L1, false}};
    if (!clientId.isEmpty())
        json.insert("clientId"_L1, clientId);
    if (!jwt.isEmpty())
        json.insert("jwt"_L1, jwt);
    if (expires > 0)
        json.insert("exp"_L1, expires);
    return json;
}

QUrl websocketUrl(const PullConfig &config, const PullPosition &position, bool secure)
{
    return listenUrl(secure ? config.websocketSecure : config.websocket, config, position);
}

QUrl longPollingUrl(const PullConfig &config, const PullPosition &position, bool secure)
{
    return listenUrl(secure ? config.longPollingSecure : config.longPolling, config, position);
}

} // namespace passport
