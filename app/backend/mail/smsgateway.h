// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/mail/carrier.h"
#include "backend/mail/curlcall.h"

namespace passport {

/// Gives messages to a gateway: POST of {"to": "+…", "text": "…"} as JSON, with Basic credentials if the address names
/// a user. 2xx is done; 400, 404, 410, 413 and 422 refuse the message. 401, 502, 503, 504 or no answer: the gateway is
/// down for everybody. Anything else puts this message off alone: a number, its country or its limit is what is wrong.
class SmsGateway : public Carrier {
public:
    SmsGateway(const QUrl &gateway, const QString &authorities);

    Delivery deliver(const QueuedLetter &letter) override;
    void stop() override { m_call.stop(); }

private:
    CurlCall m_call;
    const std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)> m_headers;
    const LetterTexts m_texts;
};

} // namespace passport
