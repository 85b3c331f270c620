// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0

// Push frames of the three versions. The first byte chooses the version.

#include "protocol/pullframes.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    if (size == 0)
        return 0;
    const QByteArray text(reinterpret_cast<const char *>(data + 1), static_cast<qsizetype>(size - 1));
    const auto frames = passport::parsePullFrames(3 + data[0] % 3, text);
    if (!frames)
        return 0;
    for (const passport::PullEvent &event : frames->events) {
        (void)passport::QrRing::fromEvent(event);
        (void)passport::CounterRing::fromEvent(event);
        (void)passport::ApprovalRing::fromEvent(event);
        // What was understood must survive being written and read again.
        const auto again = passport::parsePullFrames(5, passport::pullFrame(event, 1.0));
        if (!again || again->events.size() != 1 || again->events.front().command != event.command)
            __builtin_trap();
    }
    return 0;
}
