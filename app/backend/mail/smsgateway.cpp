// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/mail/smsgateway.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace passport {
namespace {

constexpr std::array refusals{400L, 404L, 410L, 413L, 422L};
/// Our credentials, or what stands before the gateway: it would be the same for every message.
constexpr std::array outages{401L, 502L, 503L, 504L};

Delivery::Outcome outcomeOf(long status)
{
    if (status >= 200 && status < 300)
        return Delivery::Outcome::Done;
    if (std::ranges::find(refusals, status) != refusals.end())
        return Delivery::Outcome::Refused;
    return std::ranges::find(outages, status) != outages.end() ? Delivery::Outcome::Down : Delivery::Outcome::Later;
}

} // namespace

SmsGateway::SmsGateway(const QUrl &gateway, const QString &authorities)
    : m_call(gateway, authorities)
    , m_headers(curl_slist_append(nullptr, "Content-Type: application/json"), &curl_slist_free_all)
{
    m_call.set(CURLOPT_PROTOCOLS_STR, "http,https");
    m_call.set(CURLOPT_HTTPAUTH, long(CURLAUTH_BASIC));
    m_call.set(CURLOPT_HTTPHEADER, m_headers.get());
    m_call.set(CURLOPT_POST, 1L);
}

Delivery SmsGateway::deliver(const QueuedLetter &queued)
{
    if (!isPhoneNumber(queued.letter.to))
        return {Delivery::Outcome::Refused, u"no phone number"_s};
    const QJsonObject message{{"to"_L1, queued.letter.to}, {"text"_L1, m_texts.of(queued.letter).text}};
    const QByteArray body = QJsonDocument(message).toJson(QJsonDocument::Compact);
    m_call.set(CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(body.size()));
    const CurlCall::Outcome outcome = m_call.run(body);
    if (!outcome.sent)
        return {Delivery::Outcome::Down, outcome.reason};
    const Delivery::Outcome became = outcomeOf(outcome.status);
    return {became, became == Delivery::Outcome::Done ? QString() : u"the gateway answered %1"_s.arg(outcome.status)};
}

} // namespace passport
