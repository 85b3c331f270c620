// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/mail/carrier.h"

namespace passport {

/// Where letters go without a server for them: a file each (.eml, .txt) in a folder, for us alone to read.
class OutboxFolder : public Carrier {
public:
    OutboxFolder(QString folder, QString from)
        : m_folder(std::move(folder))
        , m_from(std::move(from))
    {
    }

    Delivery deliver(const QueuedLetter &letter) override;
    void stop() override { } // it never waits

private:
    const QString m_folder;
    const QString m_from;
    const LetterTexts m_texts;
};

} // namespace passport
