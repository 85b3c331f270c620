// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "client/qrsnapshot.h"

namespace passport::qrlogin {

Waiting waitingFor(const QrRotation &rotation, bool lonely)
{
    const QrTransaction &shown = *rotation.shown();
    Waiting waiting{
        .ticket = shown.ticket(),
        .previous = {},
        .expires = shown.expires(),
        .level = rotation.level(),
        .line = shown.line(),
        .refreshing = rotation.next() != nullptr,
        .wrongPortal = rotation.wrongPortal(),
        .lonely = lonely};
    if (rotation.previous())
        waiting.previous = rotation.previous()->ticket();
    return waiting;
}

Scan scanOf(const QrTransaction &taken, const QrStatus &status)
{
    return {
        .ticket = taken.ticket(),
        .expires = taken.expires(),
        .person = status.person.value_or(MaskedPerson()),
        .phone = status.phone.value_or(QString()),
        .level = status.level,
        .line = taken.line()};
}

std::optional<State> withLine(State state, const Line &line)
{
    if (auto *scanned = std::get_if<Scanned>(&state))
        scanned->scan.line = line;
    else if (auto *sending = std::get_if<SendingNumber>(&state))
        sending->scan.line = line;
    else if (auto *awaiting = std::get_if<AwaitingApproval>(&state))
        awaiting->scan.line = line;
    else if (auto *claiming = std::get_if<Claiming>(&state))
        claiming->line = line;
    else
        return std::nullopt;
    return state;
}

} // namespace passport::qrlogin
