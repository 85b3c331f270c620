// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "protocol/qrapprovalapi.h"

#include "protocol/json.h"
#include "protocol/words.h"

using namespace Qt::StringLiterals;

namespace passport {
namespace {

using Network = QrApproval::Network;
using std::chrono::seconds;

constexpr std::array networks{
    Word{Network::SameAddress, "same_address"_L1}, Word{Network::SameNetwork, "same_network"_L1},
    Word{Network::SameCity, "same_city"_L1}, Word{Network::Other, "other"_L1}, Word{Network::Unknown, "unknown"_L1}};

template <typename Request> Result<Request> readApprovalId(const QJsonObject &json)
{
    JsonReader in(json);
    Request request{.approvalId = ApprovalId(in.string("approvalId"_L1))};
    return in.finish(std::move(request));
}

} // namespace

QString wordOf(QrApproval::Network network)
{
    return wordOf(networks, network);
}

Result<QrApproval> QrApproval::fromJson(const QJsonObject &json)
{
    JsonReader in(json);
    QrApproval approval;
    approval.approvalId = ApprovalId(in.string("approvalId"_L1));
    approval.state = readQrState(in);
    approval.rev = in.integer("rev"_L1);
    approval.number = in.string("number"_L1);
    approval.device = in.value<Device>("device"_L1);
    approval.requestedAt = in.time("requestedAt"_L1);
    approval.address = in.string("address"_L1);
    approval.place = in.maybeString("place"_L1);
    approval.network = fromWord(networks, in.string("network"_L1), Network::Unknown);
    approval.portal = in.maybeValue<PortalName>("portal"_L1);
    approval.remember = in.boolean("remember"_L1);
    const auto level = qrLevelFromWord(in.string("level"_L1));
    if (!level)
        in.fail("level"_L1, u"hardened or basic");
    approval.level = level.value_or(QrLevel::Basic);
    approval.secondsLeft = seconds(in.integer("secondsLeft"_L1));
    return in.finish(std::move(approval));
}

QJsonObject QrApproval::toJson() const
{
    QJsonObject json{
        {"approvalId"_L1, approvalId.toJson()},
        {"state"_L1, passport::wordOf(state)},
        {"rev"_L1, rev},
        {"number"_L1, number},
        {"device"_L1, device.toJson()},
        {"requestedAt"_L1, toRfc3339(requestedAt)},
        {"address"_L1, address},
        {"network"_L1, passport::wordOf(network)},
        {"remember"_L1, remember},
        {"level"_L1, passport::wordOf(level)},
        {"secondsLeft"_L1, static_cast<qint64>(secondsLeft.count())}};
    setIf(json, "place"_L1, place);
    setIf(json, "portal"_L1, portal);
    return json;
}

QJsonObject ScanQr::toJson() const
{
    QJsonObject json;
    setIf(json, "link"_L1, link);
    setIf(json, "typedCode"_L1, typedCode);
    return json;
}

Result<ScanQr> ScanQr::fromJson(const QJsonObject &json)
{
    JsonReader in(json);
    ScanQr request{.link = in.maybeString("link"_L1), .typedCode = in.maybeString("typedCode"_L1)};
    if (request.link.has_value() == request.typedCode.has_value())
        in.fail("link"_L1, u"link or typedCode");
    return in.finish(std::move(request));
}

Result<QrApprovalState> QrApprovalState::fromJson(const QJsonObject &json)
{
    JsonReader in(json);
    QrApprovalState approval{
        .state = readQrState(in),
        .rev = in.integer("rev"_L1),
        .secondsLeft = seconds(in.integer("secondsLeft"_L1)),
        .undoSecondsLeft = seconds(in.maybeInteger("undoSecondsLeft"_L1).value_or(0)),
        .sessionId = std::nullopt};
    if (const auto id = in.maybeString("sessionId"_L1))
        approval.sessionId = SessionId(*id);
    return in.finish(std::move(approval));
}

QJsonObject QrApprovalState::toJson() const
{
    QJsonObject json{
        {"state"_L1, passport::wordOf(state)},
        {"rev"_L1, rev},
        {"secondsLeft"_L1, static_cast<qint64>(secondsLeft.count())},
        {"undoSecondsLeft"_L1, static_cast<qint64>(undoSecondsLeft.count())}};
    setIf(json, "sessionId"_L1, sessionId);
    return json;
}

QJsonObject GetQrApproval::toJson() const
{
    return {{"approvalId"_L1, approvalId.toJson()}};
}

Result<GetQrApproval> GetQrApproval::fromJson(const QJsonObject &json)
{
    return readApprovalId<GetQrApproval>(json);
}

QJsonObject ApproveQr::toJson() const
{
    return {{"approvalId"_L1, approvalId.toJson()}};
}

Result<ApproveQr> ApproveQr::fromJson(const QJsonObject &json)
{
    return readApprovalId<ApproveQr>(json);
}

QJsonObject DeclineQr::toJson() const
{
    return {{"approvalId"_L1, approvalId.toJson()}};
}

Result<DeclineQr> DeclineQr::fromJson(const QJsonObject &json)
{
    return readApprovalId<DeclineQr>(json);
}

QJsonObject UndoQr::toJson() const
{
    QJsonObject json;
    setIf(json, "approvalId"_L1, approvalId);
    setIf(json, "sessionId"_L1, sessionId);
    return json;
}

Result<UndoQr> UndoQr::fromJson(const QJsonObject &json)
{
    JsonReader in(json);
    UndoQr request;
    if (const auto id = in.maybeString("approvalId"_L1))
        request.approvalId = ApprovalId(*id);
    if (const auto id = in.maybeString("sessionId"_L1))
        request.sessionId = SessionId(*id);
    if (request.approvalId.has_value() == request.sessionId.has_value())
        in.fail("approvalId"_L1, u"approvalId or sessionId");
    return in.finish(std::move(request));
}

} // namespace passport
