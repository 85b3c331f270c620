// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "protocol/qrticket.h"

#include "protocol/json.h"
#include "protocol/words.h"

using namespace Qt::StringLiterals;

namespace passport {
namespace {

using Reason = QrStatus::Reason;
using std::chrono::seconds;

constexpr std::array levels{Word{QrLevel::Hardened, "hardened"_L1}, Word{QrLevel::Basic, "basic"_L1}};
constexpr std::array states{Word{QrState::Waiting, "waiting"_L1},   Word{QrState::Scanned, "scanned"_L1},
                            Word{QrState::NumberOk, "numberOk"_L1}, Word{QrState::Approved, "approved"_L1},
                            Word{QrState::Claimed, "claimed"_L1},   Word{QrState::Declined, "declined"_L1},
                            Word{QrState::Expired, "expired"_L1},   Word{QrState::Cancelled, "cancelled"_L1},
                            Word{QrState::Disabled, "disabled"_L1}};
constexpr std::array reasons{Word{Reason::Person, "person"_L1}, Word{Reason::Number, "number"_L1}};

template <typename Enum, std::size_t N>
std::optional<Enum> known(const std::array<Word<Enum>, N> &words, QStringView text)
{
    for (const Word<Enum> &word : words) {
        if (word.text == text)
            return word.value;
    }
    return std::nullopt;
}

/// Levels and states decide what the window does: one we do not know is an error, not a guess.
QrLevel readLevel(JsonReader &in)
{
    const auto level = known(levels, in.string("level"_L1));
    if (!level)
        in.fail("level"_L1, u"hardened or basic");
    return level.value_or(QrLevel::Basic);
}

} // namespace

QString wordOf(QrLevel level)
{
    return wordOf(levels, level);
}

QString wordOf(QrState state)
{
    return wordOf(states, state);
}

std::optional<QrLevel> qrLevelFromWord(QStringView word)
{
    return known(levels, word);
}

std::optional<QrState> qrStateFromWord(QStringView word)
{
    return known(states, word);
}

QrState readQrState(JsonReader &in)
{
    const auto state = known(states, in.string("state"_L1));
    if (!state)
        in.fail("state"_L1, u"state of a ticket");
    return state.value_or(QrState::Expired);
}

Result<QrTicket> QrTicket::fromJson(const QJsonObject &json)
{
    JsonReader in(json);
    QrTicket ticket;
    ticket.level = readLevel(in);
    ticket.ticketId = TicketId(in.string("ticketId"_L1));
    ticket.nonce = ticket.level == QrLevel::Hardened ? in.string("nonce"_L1) : QString();
    ticket.link = in.string("link"_L1);
    ticket.siteId = in.string("siteId"_L1);
    ticket.uniqueId = in.string("uniqueId"_L1);
    ticket.channelTag = in.string("channelTag"_L1);
    ticket.typedCode = in.string("typedCode"_L1);
    ticket.secondsLeft = seconds(in.integer("secondsLeft"_L1));
    ticket.portal = in.maybeValue<PortalName>("portal"_L1);
    ticket.pull = in.value<PullConfig>("pull"_L1);
    return in.finish(std::move(ticket));
}

QJsonObject QrTicket::toJson() const
{
    QJsonObject json{
        {"ticketId"_L1, ticketId.toJson()},
        {"link"_L1, link},
        {"siteId"_L1, siteId},
        {"uniqueId"_L1, uniqueId},
        {"channelTag"_L1, channelTag},
        {"typedCode"_L1, typedCode},
        {"secondsLeft"_L1, static_cast<qint64>(secondsLeft.count())},
        {"level"_L1, passport::wordOf(level)},
        {"pull"_L1, pull.toJson()}};
    if (level == QrLevel::Hardened)
        json.insert("nonce"_L1, nonce);
    setIf(json, "portal"_L1, portal);
    return json;
}

Result<QrStatus> QrStatus::fromJson(const QJsonObject &json)
{
    JsonReader in(json);
    QrStatus status;
    status.state = readQrState(in);
    status.rev = in.integer("rev"_L1);
    status.secondsLeft = seconds(in.integer("secondsLeft"_L1));
    status.level = readLevel(in);
    if (const auto tries = in.maybeInteger("triesLeft"_L1))
        status.triesLeft = static_cast<int>(*tries);
    status.person = in.maybeValue<MaskedPerson>("person"_L1);
    JsonReader phone(in.has("phone"_L1) ? in.object("phone"_L1) : QJsonObject(), u"phone."_s);
    if (in.has("phone"_L1))
        status.phone = phone.string("name"_L1);
    status.portal = in.maybeValue<PortalName>("portal"_L1);
    status.token = in.maybeString("token"_L1);
    status.reason = fromWord(reasons, in.maybeString("reason"_L1).value_or(QString()), Reason::None);
    status.wrongPortal = in.maybeString("problem"_L1) == u"wrong_portal"_s;
    return in.finish(std::move(status), phone);
}

QJsonObject QrStatus::toJson() const
{
    QJsonObject json{
        {"state"_L1, passport::wordOf(state)},
        {"rev"_L1, rev},
        {"secondsLeft"_L1, static_cast<qint64>(secondsLeft.count())},
        {"level"_L1, passport::wordOf(level)}};
    setIf(json, "triesLeft"_L1, triesLeft);
    setIf(json, "person"_L1, person);
    if (phone)
        json.insert("phone"_L1, QJsonObject{{"name"_L1, *phone}});
    setIf(json, "portal"_L1, portal);
    setIf(json, "token"_L1, token);
    if (reason != Reason::None)
        json.insert("reason"_L1, passport::wordOf(reasons, reason));
    if (wrongPortal)
        json.insert("problem"_L1, u"wrong_portal"_s);
    return json;
}

} // namespace passport
