# SPDX-FileCopyrightText: 2026 Passport developers
# SPDX-License-Identifier: Apache-2.0
# Sourced by the scripts that show the programs to people.

# wait_until SECONDS COMMAND…: polls; fails when the time is over. The command may itself wait.
wait_until() {
    local end
    end=$(($(date +%s) + $1))
    shift
    while ! "$@" >/dev/null 2>&1; do
        [ "$(date +%s)" -lt "$end" ] || return 1
        sleep 0.1
    done
}

# start_server BIN DATA PORT [OPTION…]: sets server_pid and server_url.
start_server() {
    bin=$1 data=$2 port=$3
    shift 3
    ready=$data.ready
    mkdir -p "$(dirname "$data")"
    rm -f "$ready"
    "$bin/passport-backend" --data "$data" --listen "127.0.0.1:$port" --demo "$@" >"$ready" 2>"$data.log" &
    server_pid=$!
    if ! wait_until 30 grep -q '"ready"' "$ready"; then
        tail -3 "$data.log" >&2
        kill "$server_pid" 2>/dev/null || :
        return 1
    fi
    server_url=$(sed -n 's/.*"url":"\([^"]*\)".*/\1/p' "$ready")
}

# settle: until two looks at the screen are the same (a countdown may keep it moving: ten looks at most). The last look
# stays in $work/last.ppm.
settle() {
    import -window root "$work/last.ppm"
    for _ in 1 2 3 4 5 6 7 8 9 10; do
        sleep 0.1
        import -window root "$work/now.ppm"
        if cmp -s "$work/last.ppm" "$work/now.ppm"; then break; fi
        mv "$work/now.ppm" "$work/last.ppm"
    done
}
