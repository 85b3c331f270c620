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
    if (outcome.status >= 200 && outcome.status < 300)
        return {};
    const bool isRefusal = std::ranges::find(refusals, outcome.status) != refusals.end();
    return {
        isRefusal ? Delivery::Outcome::Refused : Delivery::Outcome::Down,
        u"the gateway answered %1"_s.arg(outcome.status)};
}

} // namespace passport
