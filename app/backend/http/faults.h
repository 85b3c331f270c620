// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <atomic>
#include <chrono>
#include <functional>
#include <mutex>
#include <optional>
#include <vector>

namespace passport {

/// Switches by which a test makes a real backend behave badly. Set by C++ calls in the same process only: nothing of
/// them can be reached from the network. Thread-safe.
class Faults {
public:
    enum class Kind {
        Delay, ///< Answer rightly, `delay` later.
        Fail, ///< Do not do it; answer 500.
        DropBefore, ///< Do not do it; close the connection without an answer.
        DropAfter, ///< Do it, close before the first byte of the answer: Qt sends such a request again by itself.
        DropMidBody, ///< Do it, send half of the body, close.
        Garble, ///< Do it, send the body with its second half replaced by noise.
        Html, ///< Do not do it; answer 200 with a page, as a captive portal does.
    };
    struct Fault {
        Kind kind = Kind::Fail;
        QByteArray path; ///< "passport.qr.status" or "/oauth/token/": the end of the request's path. Empty: every one.
        int times = 1; ///< How often; `always` = until clear().
        std::chrono::milliseconds delay{0};
    };
    static constexpr int always = -1;

    void add(const Fault &fault);
    void clear(); ///< All faults, the mute and the pulled cable too.
    /// Swallows every push frame to sockets and long polls, pings too. HTTP goes on.
    void mutePush(bool on) { m_pushMuted = on; }
    /// As if the cable were pulled: open connections die, new ones are closed at once.
    void unplug(bool on);

    /// For the transport: the fault this request runs into, counted down.
    [[nodiscard]] std::optional<Fault> take(const QByteArray &path);
    [[nodiscard]] bool pushMuted() const { return m_pushMuted; }
    [[nodiscard]] bool unplugged() const { return m_unplugged; }
    /// What unplug(true) calls, from the caller's thread.
    void onUnplug(std::function<void()> cut);

private:
    std::atomic<bool> m_any = false; ///< Saves the lock on every request of the real program.
    std::atomic<bool> m_pushMuted = false;
    std::atomic<bool> m_unplugged = false;
    std::mutex m_mutex;
    std::vector<Fault> m_faults;
    std::function<void()> m_cut;
};

} // namespace passport
