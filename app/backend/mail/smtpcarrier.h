// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/mail/carrier.h"
#include "backend/mail/curlcall.h"

namespace passport {

/// Gives mails to a server: smtps:// (TLS from the first byte), smtp:// (STARTTLS, or nothing is said) or, on this
/// machine, smtp+plain://. Signs in if the address names a user.
class SmtpCarrier : public Carrier {
public:
    /// `from`: the address in From and MAIL FROM.
    SmtpCarrier(const QUrl &server, const QString &authorities, QString from);

    Delivery deliver(const QueuedLetter &letter) override;
    void stop() override { m_call.stop(); }

private:
    [[nodiscard]] QByteArray mailOf(const QueuedLetter &letter) const;

    CurlCall m_call;
    const QString m_from;
    const LetterTexts m_texts;
};

} // namespace passport
