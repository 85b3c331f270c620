// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "protocol/pullframes.h"

#include "protocol/json.h"

#include <QDateTime>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace passport {
namespace {

constexpr auto frameStart = "#!NGINXNMS!#"_L1;
constexpr auto frameEnd = "#!NGINXNME!#"_L1;
constexpr int senderClient = 1; // wire.md 2.7, Sender.type

/// `{module_id, command, params}`, the same in every version. PHP writes an empty map as [].
Result<PullEvent> eventOf(const QJsonObject &message)
{
    JsonReader in(message);
    PullEvent event;
    event.module = in.string("module_id"_L1).toLower();
    event.command = in.string("command"_L1);
    const QJsonValue params = message.value("params"_L1);
    if (!params.isUndefined() && !(params.isArray() && params.toArray().isEmpty()))
        event.params = in.object("params"_L1);
    return in.finish(std::move(event));
}

Error inside(QLatin1StringView where, const Error &error)
{
    return Error::malformed(where + error.detail);
}

/// Versions 3 and 4: `{id, mid, channel, tag, time, text}` around the message.
Result<PullEvent> enveloped(const QJsonObject &envelope)
{
    JsonReader in(envelope);
    const QString mid = in.string("mid"_L1);
    const QJsonObject text = in.object("text"_L1);
    if (in.error())
        return *in.error();
    Result<PullEvent> event = eventOf(text);
    if (!event)
        return inside("text."_L1, event.error());
    event->mid = mid;
    event->tag = envelope.value("tag"_L1).toVariant().toString();
    event->time = in.maybeString("time"_L1).value_or(QString());
    event->fromClient = text.value("extra"_L1)["sender"_L1]["type"_L1].toInt() == senderClient;
    return in.finish(std::move(event.value()));
}

/// Version 5: `incoming.message`; user_params and dictionary are merged over the message's params.
Result<PullEvent> rpcMessage(const QJsonObject &params)
{
    JsonReader in(params);
    const QJsonObject body = in.object("body"_L1);
    const QString mid = in.maybeString("mid"_L1).value_or(QString());
    if (in.error())
        return *in.error();
    Result<PullEvent> event = eventOf(body);
    if (!event)
        return inside("params.body."_L1, event.error());
    event->mid = mid;
    for (const auto name : {"user_params"_L1, "dictionary"_L1}) {
        const QJsonObject more = params.value(name).toObject();
        for (auto it = more.begin(); it != more.end(); ++it)
            event->params.insert(it.key(), it.value());
    }
    event->fromClient = params.value("sender"_L1)["type"_L1].toInt() == senderClient;
    return event;
}

Result<PullFrames> parseDelimited(const QByteArray &text)
{
    PullFrames frames;
    qsizetype at = 0;
    while ((at = text.indexOf(frameStart.data(), at)) >= 0) {
        at += frameStart.size();
        const qsizetype end = text.indexOf(frameEnd.data(), at);
        if (end < 0)
            return Error::malformed(u"frame: expected closing delimiter"_s);
        const Result<QJsonObject> envelope = parseJsonObject(text.mid(at, end - at));
        if (!envelope)
            return envelope.error();
        Result<PullEvent> event = enveloped(*envelope);
        if (!event)
            return event.error();
        frames.events.push_back(std::move(*event));
        at = end + frameEnd.size();
    }
    if (frames.events.empty() && !text.trimmed().isEmpty())
        return Error::malformed(u"frame: expected delimiter"_s);
    return frames;
}

/// A JSON object or an array of them; the depth limit of parseJsonObject holds for both.
Result<QJsonArray> objectsOf(const QByteArray &text)
{
    const Result<QJsonObject> wrapped = parseJsonObject(R"({"":)" + text + '}');
    if (!wrapped)
        return wrapped.error();
    const QJsonValue value = wrapped->value(QString());
    if (value.isArray())
        return value.toArray();
    if (value.isObject())
        return QJsonArray{value};
    return Error::malformed(u"frame: expected object or list"_s);
}

Result<PullFrames> parseRpc(const QByteArray &text)
{
    PullFrames frames;
    if (text == "ping") {
        frames.ping = true;
        return frames;
    }
    const Result<QJsonArray> objects = objectsOf(text);
    if (!objects)
        return objects.error();
    for (const QJsonValue &object : *objects) {
        JsonReader in(object.toObject());
        if (!in.has("method"_L1))
            continue; // an answer to a request of ours
        if (in.string("method"_L1) != "incoming.message"_L1)
            continue; // unknown notifications are ignored (SR-24)
        Result<PullEvent> event = rpcMessage(in.object("params"_L1));
        if (!event)
            return event.error();
        frames.events.push_back(std::move(*event));
    }
    return frames;
}

Result<PullFrames> parseArray(const QByteArray &text)
{
    PullFrames frames;
    const Result<QJsonArray> objects = objectsOf(text);
    if (!objects)
        return objects.error();
    for (const QJsonValue &object : *objects) {
        Result<PullEvent> event = enveloped(object.toObject());
        if (!event)
            return event.error();
        frames.events.push_back(std::move(*event));
    }
    return frames;
}

} // namespace

Result<PullFrames> parsePullFrames(int version, const QByteArray &text)
{
    if (version >= 5)
        return parseRpc(text);
    return version == 4 ? parseArray(text) : parseDelimited(text);
}

QByteArray pullAcknowledgement(const QString &mid)
{
    return "mack:" + mid.toLatin1();
}

QJsonObject pullFrameObject(const PullEvent &event, double serverTimeUnix)
{
    const QDateTime now = QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(serverTimeUnix * 1000), Qt::UTC);
    const QJsonObject extra{
        {"server_time"_L1, toRfc3339(now)},
        {"server_time_unix"_L1, serverTimeUnix},
        {"revision_web"_L1, 19},
        {"revision_mobile"_L1, 3}};
    const QJsonObject body{
        {"module_id"_L1, event.module},
        {"command"_L1, event.command},
        {"params"_L1, event.params},
        {"extra"_L1, extra}};
    const QJsonObject sender{{"type"_L1, event.fromClient ? senderClient : 2}, {"id"_L1, QString()}};
    const QJsonObject params{{"mid"_L1, event.mid}, {"body"_L1, body}, {"sender"_L1, sender}};
    return {{"jsonrpc"_L1, u"2.0"_s}, {"method"_L1, u"incoming.message"_s}, {"params"_L1, params}};
}

QByteArray pullFrame(const PullEvent &event, double serverTimeUnix)
{
    return QJsonDocument(pullFrameObject(event, serverTimeUnix)).toJson(QJsonDocument::Compact);
}

} // namespace passport
