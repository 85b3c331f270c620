// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "protocol/qrloginapi.h"

#include "protocol/json.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace passport {
namespace {

std::optional<QrProof> readProof(JsonReader &in)
{
    if (!in.has("proof"_L1) && !in.has("seq"_L1))
        return std::nullopt;
    return QrProof{.seq = in.integer("seq"_L1), .proof = in.string("proof"_L1)};
}

void writeProof(QJsonObject &json, const std::optional<QrProof> &proof)
{
    if (!proof)
        return;
    json.insert("seq"_L1, proof->seq);
    json.insert("proof"_L1, proof->proof);
}

bool isNumber(const QString &text)
{
    return text.size() == 2 && std::ranges::all_of(text, [](QChar c) { return c >= u'0' && c <= u'9'; });
}

} // namespace

QJsonObject OpenQrLogin::toJson() const
{
    QJsonObject json{{"device"_L1, device.toJson()}, {"remember"_L1, remember}};
    setIf(json, "key"_L1, key);
    setIf(json, "portal"_L1, portal);
    setIf(json, "idempotencyKey"_L1, idempotencyKey);
    return json;
}

Result<OpenQrLogin> OpenQrLogin::fromJson(const QJsonObject &json)
{
    JsonReader in(json);
    OpenQrLogin request{
        .key = in.maybeString("key"_L1),
        .device = in.value<Device>("device"_L1),
        .remember = in.maybeBoolean("remember"_L1).value_or(false),
        .portal = in.maybeString("portal"_L1),
        .idempotencyKey = in.maybeString("idempotencyKey"_L1)};
    return in.finish(std::move(request));
}

QJsonObject GetQrStatus::toJson() const
{
    QJsonObject json{{"ticketId"_L1, ticketId.toJson()}};
    writeProof(json, proof);
    return json;
}

Result<GetQrStatus> GetQrStatus::fromJson(const QJsonObject &json)
{
    JsonReader in(json);
    GetQrStatus request{.ticketId = TicketId(in.string("ticketId"_L1)), .proof = readProof(in)};
    return in.finish(std::move(request));
}

Result<QrProgress> QrProgress::fromJson(const QJsonObject &json)
{
    JsonReader in(json);
    const auto state = qrStateFromWord(in.string("state"_L1));
    if (!state)
        in.fail("state"_L1, u"state of a ticket");
    QrProgress progress{
        .state = state.value_or(QrState::Expired),
        .rev = in.integer("rev"_L1),
        .secondsLeft = std::chrono::seconds(in.integer("secondsLeft"_L1))};
    return in.finish(std::move(progress));
}

QJsonObject QrProgress::toJson() const
{
    return {{"state"_L1, wordOf(state)}, {"rev"_L1, rev}, {"secondsLeft"_L1, static_cast<qint64>(secondsLeft.count())}};
}

QJsonObject SendQrNumber::toJson() const
{
    QJsonObject json{{"ticketId"_L1, ticketId.toJson()}, {"number"_L1, number}};
    writeProof(json, proof);
    return json;
}

Result<SendQrNumber> SendQrNumber::fromJson(const QJsonObject &json)
{
    JsonReader in(json);
    SendQrNumber request{
        .ticketId = TicketId(in.string("ticketId"_L1)), .number = in.string("number"_L1), .proof = readProof(in)};
    if (!isNumber(request.number))
        in.fail("number"_L1, u"two digits");
    return in.finish(std::move(request));
}

Result<ClaimedQrLogin> ClaimedQrLogin::fromJson(const QJsonObject &json)
{
    JsonReader in(json);
    ClaimedQrLogin claimed;
    claimed.redirectUrl = in.maybeString("redirectUrl"_L1);
    claimed.person = in.maybeValue<Person>("person"_L1);
    claimed.portal = in.maybeValue<PortalName>("portal"_L1);
    if (in.error())
        return *in.error();
    if (claimed.redirectUrl)
        return claimed;
    Result<SessionTokens> tokens = SessionTokens::fromJson(json); // they stand beside person and portal
    if (!tokens)
        return tokens.error();
    claimed.tokens = std::move(tokens).value();
    return claimed;
}

QJsonObject ClaimedQrLogin::toJson() const
{
    QJsonObject json = tokens ? tokens->toJson() : QJsonObject();
    setIf(json, "person"_L1, person);
    setIf(json, "portal"_L1, portal);
    setIf(json, "redirectUrl"_L1, redirectUrl);
    return json;
}

QJsonObject ClaimQrLogin::toJson() const
{
    QJsonObject json{{"ticketId"_L1, ticketId.toJson()}, {"idempotencyKey"_L1, idempotencyKey}};
    setIf(json, "token"_L1, token);
    setIf(json, "key"_L1, key);
    writeProof(json, proof);
    return json;
}

Result<ClaimQrLogin> ClaimQrLogin::fromJson(const QJsonObject &json)
{
    JsonReader in(json);
    ClaimQrLogin request{
        .ticketId = TicketId(in.string("ticketId"_L1)),
        .token = in.maybeString("token"_L1),
        .key = in.maybeString("key"_L1),
        .idempotencyKey = in.string("idempotencyKey"_L1),
        .proof = readProof(in)};
    return in.finish(std::move(request));
}

QJsonObject CancelQrLogin::toJson() const
{
    QJsonObject json{{"ticketId"_L1, ticketId.toJson()}};
    writeProof(json, proof);
    return json;
}

Result<CancelQrLogin> CancelQrLogin::fromJson(const QJsonObject &json)
{
    JsonReader in(json);
    CancelQrLogin request{.ticketId = TicketId(in.string("ticketId"_L1)), .proof = readProof(in)};
    return in.finish(std::move(request));
}

} // namespace passport
