// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "client/pullhistory.h"

#include <QDateTime>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace passport {
namespace {

constexpr int remembered = 10; // wire.md 2.8: as many as the public client

} // namespace

bool PullHistory::isNew(const PullEvent &event)
{
    if (event.mid.isEmpty())
        return true; // a server without history repeats nothing
    if (m_seen.contains(event.mid))
        return false;
    m_seen.append(event.mid);
    if (m_seen.size() > remembered)
        m_seen.removeFirst();
    m_position = {.mid = event.mid, .tag = event.tag, .time = event.time};
    return true;
}

PullControl pullControl(const PullEvent &event)
{
    if (event.module != "pull"_L1 || event.fromClient)
        return PullControl::None;
    const QString command = event.command.toLower();
    if (command == "channel_expire"_L1 || command == "config_expire"_L1)
        return PullControl::ConfigStale;
    return command == "server_restart"_L1 ? PullControl::ServerRestart : PullControl::Ignored;
}

std::optional<std::chrono::seconds> lifeOf(const PullConfig &config)
{
    std::optional<qint64> life;
    const auto shorten = [&life](qint64 seconds) { life = std::min(life.value_or(seconds), seconds); };
    for (const auto &channel : {config.privateChannel, config.sharedChannel}) {
        if (!channel || !channel->start.isValid() || !channel->end.isValid())
            continue;
        shorten(channel->start.secsTo(channel->end));
        if (config.expires > 0)
            shorten(config.expires - channel->start.toSecsSinceEpoch());
    }
    return life ? std::optional(std::chrono::seconds(std::max<qint64>(*life, 0))) : std::nullopt;
}

} // namespace passport
