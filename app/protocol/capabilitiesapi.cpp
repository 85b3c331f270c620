// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "protocol/capabilitiesapi.h"

#include "protocol/json.h"
#include "protocol/words.h"

using namespace Qt::StringLiterals;

namespace passport {
namespace {

using Refusal = Capabilities::QrRefusal;

constexpr std::array refusals{
    Word{Refusal::Disabled, "disabled"_L1}, Word{Refusal::NoPush, "no_push"_L1}, Word{Refusal::Modules, "modules"_L1}};

} // namespace

Result<SocialProvider> SocialProvider::fromJson(const QJsonObject &json)
{
    JsonReader in(json);
    SocialProvider provider{.id = in.string("id"_L1), .title = in.string("title"_L1)};
    return in.finish(std::move(provider));
}

QJsonObject SocialProvider::toJson() const
{
    return {{"id"_L1, id}, {"title"_L1, title}};
}

Result<MissingModule> MissingModule::fromJson(const QJsonObject &json)
{
    JsonReader in(json);
    MissingModule missing{.module = in.string("module"_L1), .have = in.string("have"_L1), .need = in.string("need"_L1)};
    return in.finish(std::move(missing));
}

QJsonObject MissingModule::toJson() const
{
    return {{"module"_L1, module}, {"have"_L1, have}, {"need"_L1, need}};
}

Result<Capabilities> Capabilities::fromJson(const QJsonObject &json)
{
    JsonReader in(json);
    Capabilities can;
    can.version = static_cast<int>(in.integer("version"_L1));
    can.methods = in.strings("methods"_L1);
    JsonReader signIn = in.inner("signin"_L1);
    can.password = signIn.boolean("password"_L1);
    can.browser = signIn.boolean("browser"_L1);
    can.socials = signIn.list<SocialProvider>("socials"_L1);
    JsonReader qr = in.inner("qr"_L1);
    can.qrAllowed = qr.boolean("allowed"_L1);
    can.qrRefusal = can.qrAllowed
        ? Refusal::None
        : fromWord(refusals, qr.maybeString("reason"_L1).value_or(QString()), Refusal::Disabled);
    can.qrMissing = qr.has("missing"_L1) ? qr.list<MissingModule>("missing"_L1) : std::vector<MissingModule>{};
    can.qrHardened = qr.boolean("hardened"_L1);
    can.qrBasic = qr.boolean("basic"_L1);
    JsonReader steps = qr.inner("phoneSteps"_L1);
    can.phoneStepsRu = steps.strings("ru"_L1);
    can.phoneStepsEn = steps.strings("en"_L1);
    JsonReader push = in.inner("push"_L1);
    can.pushVersion = static_cast<int>(push.integer("version"_L1));
    can.pushWebsocket = push.boolean("websocket"_L1);
    can.pushLongPolling = push.boolean("longPolling"_L1);
    can.limits = in.object("limits"_L1);
    can.serverTime = in.time("serverTime"_L1);
    return in.finish(std::move(can), signIn, qr, steps, push);
}

QJsonObject Capabilities::toJson() const
{
    QJsonObject qr{
        {"allowed"_L1, qrAllowed},
        {"missing"_L1, toJsonArray(qrMissing)},
        {"hardened"_L1, qrHardened},
        {"basic"_L1, qrBasic},
        {"phoneSteps"_L1,
         QJsonObject{
             {"ru"_L1, QJsonArray::fromStringList(phoneStepsRu)},
             {"en"_L1, QJsonArray::fromStringList(phoneStepsEn)}}}};
    if (!qrAllowed)
        qr.insert("reason"_L1, wordOf(refusals, qrRefusal));
    const QJsonObject signIn{{"password"_L1, password}, {"browser"_L1, browser}, {"socials"_L1, toJsonArray(socials)}};
    const QJsonObject push{
        {"version"_L1, pushVersion}, {"websocket"_L1, pushWebsocket}, {"longPolling"_L1, pushLongPolling}};
    return {
        {"version"_L1, version},
        {"methods"_L1, QJsonArray::fromStringList(methods)},
        {"signin"_L1, signIn},
        {"qr"_L1, qr},
        {"push"_L1, push},
        {"limits"_L1, limits},
        {"serverTime"_L1, toRfc3339(serverTime)}};
}

QJsonObject GetCapabilities::toJson() const
{
    QJsonObject json;
    setIf(json, "portal"_L1, portal);
    return json;
}

Result<GetCapabilities> GetCapabilities::fromJson(const QJsonObject &json)
{
    JsonReader in(json);
    GetCapabilities request{.portal = in.maybeString("portal"_L1)};
    return in.finish(std::move(request));
}

} // namespace passport
