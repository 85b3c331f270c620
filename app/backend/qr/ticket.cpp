// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/qr/ticket.h"

#include <algorithm>

namespace passport {
namespace {

using std::chrono::seconds;

seconds until(Clock::TimePoint end, Clock::TimePoint now)
{
    return std::max(seconds(0), std::chrono::ceil<seconds>(end - now));
}

} // namespace

bool Ticket::isOpen() const
{
    switch (state) {
    case QrState::Waiting:
    case QrState::Scanned:
    case QrState::NumberOk:
    case QrState::Approved:
        return true;
    case QrState::Claimed:
    case QrState::Declined:
    case QrState::Expired:
    case QrState::Cancelled:
    case QrState::Disabled:
        return false;
    }
    return false;
}

seconds Ticket::left(Clock::TimePoint now) const
{
    return isOpen() ? until(endsAt, now) : seconds(0);
}

seconds Ticket::undoLeft(Clock::TimePoint now) const
{
    return claimedAt ? until(*claimedAt + qrlife::undo, now) : seconds(0);
}

} // namespace passport
