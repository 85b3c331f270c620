// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/mail/postoffice.h"

#include <QString>

namespace passport {

/// What became of one letter.
struct Delivery {
    enum class Outcome {
        Done,
        Refused, ///< This letter will never be taken.
        Later, ///< This one not now; others may go.
        Down, ///< Nobody gets anything now.
    };
    Outcome outcome = Outcome::Done;
    QString reason; ///< For the log, without what the letter says; empty when done.
};

/// Takes letters away: to a mail server, to an SMS gateway, into a folder. Lives on a thread of its own, may wait.
class Carrier {
public:
    Carrier() = default;
    virtual ~Carrier() = default;
    Carrier(const Carrier &) = delete;
    Carrier &operator=(const Carrier &) = delete;

    virtual Delivery deliver(const QueuedLetter &letter) = 0;
    /// Makes a deliver() that waits give up within a second. Any thread.
    virtual void stop() = 0;
};

} // namespace passport
