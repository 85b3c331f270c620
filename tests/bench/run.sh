#!/bin/sh
# SPDX-FileCopyrightText: 2026 Passport developers
# SPDX-License-Identifier: Apache-2.0
#
# run.sh BIN [PART…]: every figure beside its baseline, measured in this run, as a Markdown table on stdout.
# Parts: start memory idle approve typing drag profile photo reads sockets signins crowd paths. Without one: all.
set -eu
bin=$(cd "$1" && pwd)
shift
here=$(cd "$(dirname "$0")" && pwd)
export BENCH_IDLE_SECONDS="${BENCH_IDLE_SECONDS:-60}"

if [ -z "${BENCH_SESSION-}" ]; then
    echo "| what | measured | baseline | ratio | must | |"
    echo "| --- | --- | --- | --- | --- | --- |"
    status=0
    for part in ${*:-start memory idle approve typing drag profile photo reads sockets signins crowd paths}; do
        BENCH_SESSION=1 "$here/../support/session.sh" --keyring --tray "$bin/passport-tray-host" \
            "$0" "$bin" "$part" || status=1
    done
    exit "$status"
fi

. "$here/../journeys/server.sh"
work=$(mktemp -d)
server_pid='' desktop_pid='' empty_pid='' hashing_pid=''
trap 'kill $desktop_pid $empty_pid $hashing_pid $server_pid 2>/dev/null || :; wait; rm -rf "$work"' EXIT

# row WHAT MEASURED BASELINE RATIO MUST VERDICT-EXPRESSION: the expression is awk's.
row() {
    verdict=$(awk "BEGIN { print ($6) ? \"yes\" : \"NO\" }")
    echo "| $1 | $2 | $3 | $4 | $5 | $verdict |"
}

fail() {
    echo "bench: $*" >&2
    [ ! -s "$work/desktop.log" ] || tail -5 "$work/desktop.log" >&2
    exit 1
}

divide() { awk "BEGIN { printf \"%.2f\", $1 / $2 }"; }

server() { start_server "$bin" "$work/data" 0 "$@" || fail "the server did not start"; }
setting() { "$bin/passport-backend" --data "$work/data" setting set "$@" >/dev/null || fail "setting $1"; }

window() { xdotool search --onlyvisible --pid "$desktop_pid" --name . 2>/dev/null | tail -1; }
main_window() { [ "$(xdotool getwindowgeometry --shell "$(window)" | sed -n 's/^WIDTH=//p')" -ge 800 ]; }
hidden() { [ -z "$(window)" ] && kill -0 "$desktop_pid"; }
gone() { ! kill -0 "$1" 2>/dev/null; }

# The desktop program, signed in by typing.
desktop_signed_in() {
    "$bin/passport" --server "$server_url" --profile bench >"$work/desktop.log" 2>&1 &
    desktop_pid=$!
    wait_until 20 window || fail "no window"
    settle
    xdotool type "anna@example.test"
    xdotool key Tab
    xdotool type anna-demo-Passport
    xdotool key Return
    wait_until 20 main_window || fail "the portal list did not appear"
    sleep 3 # icons, counters and the socket have come
}

proportional_memory() { awk '/^Pss:/ { printf "%.1f", $2 / 1024 }' "/proc/$1/smaps_rollup"; }

# wakeups PID: context switches that its threads asked for, so far; ticks PID: its CPU time in ticks of 10 ms.
wakeups() { cat "/proc/$1"/task/*/status | awk '/^voluntary_ctxt_switches/ { sum += $2 } END { print sum }'; }
ticks() { awk '{ print $14 + $15 }' "/proc/$1/stat"; }

part_start() {
    server
    "$bin/bench-first-paint" 20 "$bin/bench-empty-window" \
        "$bin/passport --server $server_url --profile bench" >"$work/start"
    read -r base base95 <<END
$(sed -n 1p "$work/start")
END
    read -r ours ours95 <<END
$(sed -n 2p "$work/start")
END
    row "start → sign-in window painted, median of 20 (p95)" "$ours ms ($ours95)" \
        "empty window and tray icon: $base ms ($base95)" "$(divide "$ours" "$base")" "≤ 2" "$ours <= 2 * $base"
}

part_memory() {
    server --demo-portals 997
    desktop_signed_in
    "$bin/bench-empty-window" &
    empty_pid=$!
    sleep 3
    ours=$(proportional_memory "$desktop_pid")
    base=$(proportional_memory "$empty_pid")
    row "memory (PSS), signed in, 1,000 portals" "$ours MB" "empty window and tray icon: $base MB" \
        "$(divide "$ours" "$base")" "≤ 45 MB" "$ours <= 45"
}

# quiet PID: switches and ticks of a process while nothing happens.
quiet() {
    switches=$(wakeups "$1") time=$(ticks "$1")
    sleep "$BENCH_IDLE_SECONDS"
    echo "$(($(wakeups "$1") - switches)) $(($(ticks "$1") - time))"
}

part_idle() {
    server --demo-portals 20 # a short list has no search field
    desktop_signed_in
    "$bin/bench-empty-window" --field &
    empty_pid=$!
    sleep 2
    xdotool windowfocus --sync "$(xdotool search --onlyvisible --pid "$empty_pid" --name . | tail -1)"
    base=$(quiet "$empty_pid")
    kill "$empty_pid"
    wait_until 5 gone "$empty_pid" || :
    xdotool windowactivate --sync "$(window)"
    settle
    xdotool key ctrl+k
    shown=$(quiet "$desktop_pid")
    row "idle, shown, field focused, $BENCH_IDLE_SECONDS s: wake-ups (ticks)" "${shown% *} (${shown#* })" \
        "empty window, field focused: ${base% *} (${base#* })" "$(divide "${shown% *}" "${base% *}")" "≤ 1.2" \
        "${shown% *} <= 1.2 * ${base% *}"
    xdotool key alt+F4
    wait_until 5 hidden || fail "the window does not hide in the tray"
    sleep 5
    hidden=$(quiet "$desktop_pid")
    row "idle, hidden in the tray, $BENCH_IDLE_SECONDS s: wake-ups (ticks)" "${hidden% *} (${hidden#* })" \
        "one each 10 s ping: $((BENCH_IDLE_SECONDS / 10)) (0)" "–" "≤ 12 (0)" \
        "${hidden% *} <= 12 && ${hidden#* } == 0"
}

part_approve() {
    server
    for limit in limit.qr.scans_per_person limit.qr.prompts limit.qr.waiting_approvals; do setting "$limit" 1000; done
    read -r median p95 <<END || fail "bench-approve"
$("$bin/bench-approve" "$server_url" anna@example.test anna-demo-Passport 20 \
        "$bin/passport --server $server_url --profile bench%d --qr")
END
    row "approve on the phone → portal list painted, median (p95) of 20" "$median ms ($p95)" "–" "–" \
        "p95 ≤ 150 ms" "$p95 <= 150"
}

part_typing() {
    server --demo-portals 997
    desktop_signed_in
    xdotool windowfocus --sync "$(window)"
    xdotool key ctrl+k
    eval "$(xdotool getwindowgeometry --shell "$(window)")"
    # The list: right of the sidebar, below the header.
    read -r median p95 keys <<END
$("$bin/bench-typing" $((X + 264)) $((Y + 140)) $((WIDTH - 280)) $((HEIGHT - 200)) 5 "12")
END
    row "typing in the search field over 1,000 portals, key → list painted, median (p95) of $keys" \
        "$median ms ($p95)" "–" "–" "≤ 16 ms" "$p95 <= 16"
}

part_drag() {
    server --demo-portals 997
    desktop_signed_in
    eval "$(xdotool getwindowgeometry --shell "$(window)")"
    # The same part of the window; its middle is a row of the long group.
    x=$((X + 264)) y=$((Y + 140)) width=$((WIDTH - 280)) height=$((HEIGHT - 200))
    xdotool mousemove $((x + width / 2)) $((y + height / 2)) mousedown 1
    read -r median longest moves <<END || fail "bench-dragging"
$("$bin/bench-dragging" $x $y $width $height 56 80)
END
    xdotool mouseup 1
    row "dragging in the list of 1,000 portals, pointer → row painted there, median (longest) of $moves" \
        "$median ms ($longest)" "–" "–" "no frame over 16 ms" "$longest <= 16 && $moves >= 60"
}

# The name stands at the top of the sidebar.
part_profile() {
    server
    desktop_signed_in
    eval "$(xdotool getwindowgeometry --shell "$(window)")"
    read -r median p95 <<END || fail "bench-profile"
$("$bin/bench-profile" "$server_url" anna@example.test anna-demo-Passport "$X" "$Y" 240 72 40)
END
    row "name saved by another program → painted here, median (p95) of 40" "$median ms ($p95)" "–" "–" \
        "p95 ≤ 300 ms" "$p95 <= 300"
}

resident() { awk "/^$1:/ { print \$2 / 1024 }" "/proc/$desktop_pid/status"; }
windows_of() { xdotool search --onlyvisible --pid "$desktop_pid" --name . 2>/dev/null | wc -l; }
more_windows() { [ "$(windows_of)" -gt "$1" ]; }

# photo FILE: chooses it on the page of the profile, moves it under the square and keeps it; "longest more", the longest
# time without an answer in milliseconds and the memory more in MB.
photo() {
    before=$(windows_of)
    xdotool windowactivate --sync "$main" mousemove $((X + 345)) $((Y + 160)) click 1
    settle
    xdotool key Down Return # "Choose a photo…"
    wait_until 10 more_windows "$before" || fail "no dialog of files"
    settle
    resting=$(resident VmRSS)
    echo 5 >"/proc/$desktop_pid/clear_refs" # the peak begins anew
    "$bin/bench-answers" "$main" 6 >"$work/answers" &
    empty_pid=$!
    xdotool type "$1"
    xdotool key Return
    sleep 3
    xdotool key --delay 20 plus plus Left Up shift+Left r minus
    xdotool key Escape
    wait "$empty_pid" || fail "bench-answers"
    read -r _ longest _ <"$work/answers"
    peak=$(resident VmHWM)
    settle
    echo "$longest $(awk "BEGIN { printf \"%.0f\", $peak - $resting }")"
}

part_photo() {
    "$bin/bench-photos" "$work" >"$work/sizes" || fail "bench-photos"
    server
    desktop_signed_in
    main=$(window)
    eval "$(xdotool getwindowgeometry --shell "$main")"
    xdotool mousemove $((X + 100)) $((Y + 136)) click 1 # the page of the profile
    settle
    for kind in baseline.jpg picture.png progressive.jpg; do
        read -r megabytes <<END
$(case $kind in baseline*) sed -n 1p "$work/sizes" ;; progressive*) sed -n 2p "$work/sizes" ;; *) sed -n 3p "$work/sizes" ;; esac)
END
        read -r longest more <<END
$(photo "$work/$kind")
END
        row "photo of 49.9 megapixels, $megabytes MiB ($kind): longest time without an answer; memory more" \
            "$longest ms; $more MB" "–" "–" "≤ 50 ms, ≤ 150 MB" "$longest <= 50 && $more <= 150"
    done
}

# Each socket listens to a channel of its own: the one of its portal. The server is started afresh before they are opened,
# so that what entering the portals cost is not counted.
part_sockets() {
    count=10000
    server --demo-portals "$count"
    "$bin/bench-sockets" prepare "$server_url" anna@example.test anna-demo-Passport "$count" "$work/channels" ||
        fail "the portals were not entered"
    kill "$server_pid"
    wait "$server_pid" || :
    start_server "$bin" "$work/data" "${server_url##*:}" --demo-portals "$count" || fail "the server did not start again"
    read -r open bytes median p99 first first99 lost <<END
$("$bin/bench-sockets" run "$server_url" "$server_pid" 1000 "$work/channels")
END
    row "$open idle websockets: bytes each" "$bytes" "nginx + nchan: 10,900" "$(divide "$bytes" 10900)" "≤ 10,000" \
        "$open == $count && $bytes <= 10000"
    row "one message to one of them by HTTP, p50 / p99 of 1,000 (each with a token new to the server); lost" \
        "$median / $p99 ms ($first / $first99 ms); $lost" "–" "–" "p99 ≤ 1 ms, 0 lost" "$p99 <= 1 && $lost == 0"
}

part_reads() {
    server
    for kind in bearer dpop; do
        read -r rate median p99 failures <<END
$("$bin/bench-reads" "$server_url" anna@example.test anna-demo-Passport 5 32 $kind)
END
        must="≥ 10000" check="$rate >= 10000"
        [ $kind = bearer ] || { must="reported" check="$failures == 0"; }
        row "reads a second (portals.list, $kind), p50 / p99" "$rate, $median / $p99 ms" "–" "–" "$must" "$check"
    done
}

# unicast TARGETS: "p50 p99 lost" of messages to one of the sockets on these channels, by tokens that the server knows.
unicast() {
    "$bin/bench-sockets" run "$server_url" "$server_pid" 1000 "$1" | {
        read -r _ _ median p99 _ _ lost
        echo "$median $p99 $lost"
    }
}

# While the people sign in, messages go to one of a hundred sockets, as they did when nothing else was asked.
part_signins() {
    server --demo-portals 100
    "$bin/bench-sockets" prepare "$server_url" anna@example.test anna-demo-Passport 100 "$work/channels" ||
        fail "the portals were not entered"
    read -r idle idle99 lost <<END
$(unicast "$work/channels")
END
    "$bin/bench-signins" "$server_url" anna@example.test anna-demo-Passport 20 "$(nproc)" >"$work/signins" &
    hashing_pid=$!
    wait_until 60 test -s "$work/signins" || fail "bench-signins"
    read -r busy busy99 busylost <<END
$(unicast "$work/channels")
END
    kill -0 "$hashing_pid" || fail "the sign-ins were over before the messages"
    wait "$hashing_pid" || fail "bench-signins"
    { read -r alone; read -r rate ratio failures; } <"$work/signins"
    row "sign-ins by password a second, messages beside" "$rate" "the same threads hashing alone: $alone" "$ratio" \
        "≥ 0.90" "$ratio >= 0.9 && $failures == 0"
    row "one message to one of 100 meanwhile, p50 / p99; lost" "$busy / $busy99 ms; $busylost" \
        "nobody signs in: $idle / $idle99 ms" "$(divide "$busy99" "$idle99")" "p99 ≤ 3, ≤ 2 ms" \
        "$busy99 <= 3 * $idle99 && $busy99 <= 2 && $lost + $busylost == 0"
}

# The peak of the server's life: nothing else has been asked of it.
part_crowd() {
    server
    done=$("$bin/bench-signin-crowd" "$server_url" anna@example.test anna-demo-Passport 200) || :
    peak=$(awk '/^VmHWM:/ { printf "%.0f", $2 / 1024 }' "/proc/$server_pid/status")
    most=$((64 * $(nproc) + 100))
    row "200 sign-ins at once, $(nproc) hashing threads: peak of resident memory; signed in" "$peak MB; $done" "–" "–" \
        "≤ $most MB, 200" "$peak <= $most && $done == 200"
}

part_paths() {
    server
    for limit in limit.signin.failures_per_login limit.signin.failures_per_address; do setting "$limit" 1000; done
    read -r known unknown difference failures <<END
$("$bin/bench-signin-paths" "$server_url" anna@example.test 45)
END
    row "refusing a sign-in, wrong password of a known login, median of 45" "$known ms" \
        "unknown login: $unknown ms" "–" "difference ≤ 3 %: $difference %" "$difference <= 3 && $failures == 0"
}

"part_$1"
