// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/http/faults.h"

#include <algorithm>

namespace passport {

void Faults::add(const Fault &fault)
{
    const std::scoped_lock lock(m_mutex);
    m_faults.push_back(fault);
    m_any = true;
}

void Faults::clear()
{
    const std::scoped_lock lock(m_mutex);
    m_faults.clear();
    m_any = false;
    m_pushMuted = false;
    m_unplugged = false;
}

void Faults::unplug(bool on)
{
    m_unplugged = on;
    const std::scoped_lock lock(m_mutex);
    if (on && m_cut)
        m_cut();
}

void Faults::onUnplug(std::function<void()> cut)
{
    const std::scoped_lock lock(m_mutex);
    m_cut = std::move(cut);
}

std::optional<Faults::Fault> Faults::take(const QByteArray &path)
{
    if (!m_any)
        return std::nullopt;
    const std::scoped_lock lock(m_mutex);
    const auto it = std::ranges::find_if(m_faults, [&path](const Fault &fault) { return path.endsWith(fault.path); });
    if (it == m_faults.end())
        return std::nullopt;
    const Fault fault = *it;
    if (it->times != always && --it->times == 0)
        m_faults.erase(it);
    return fault;
}

} // namespace passport
