#!/bin/sh
# SPDX-FileCopyrightText: 2026 Passport developers
# SPDX-License-Identifier: Apache-2.0
#
# walk.sh BIN DIR: the whole way of a person with a phone, on a display that nobody sees: QR window, scanned from its
# pixels, number, approval, portal list, switch from the tray, quit, still signed in. Leaves its pictures in DIR.
# Runs inside tests/support/session.sh --keyring --tray.
set -eu
bin=$1 dir=$2
. "$(dirname "$0")/server.sh"
work=$(mktemp -d)
server_pid='' desktop_pid=''
trap 'kill $desktop_pid $server_pid 2>/dev/null || :; wait; rm -rf "$work"' EXIT
mkdir -p "$dir"
rm -f "$dir"/*.png

count=0
step() {
    count=$((count + 1))
    printf '%2d  %s\n' "$count" "$*"
}

fail() {
    echo "walk: $*" >&2
    [ ! -s "$work/desktop.log" ] || tail -60 "$work/desktop.log" >&2
    picture failed
    exit 1
}

# picture NAME: the settled screen.
picture() {
    settle
    convert "$work/last.ppm" "$dir/$1.png"
    echo "      $dir/$1.png"
}

start_desktop() {
    "$bin/passport" --server "$server_url" --profile walk "$@" >>"$work/desktop.log" 2>&1 &
    desktop_pid=$!
}

window() { xdotool search --onlyvisible --pid "$desktop_pid" --name . | tail -1; }
main_window() { [ "$(xdotool getwindowgeometry --shell "$(window)" | sed -n 's/^WIDTH=//p')" -ge 800 ]; }
menu() { "$bin/passport-tray-host" menu; }
menu_has() { menu | grep -qF -- "$1"; }
phone_said() { grep -q "\"event\":\"$1\"" "$work/phone"; }
gone() { ! kill -0 "$1" 2>/dev/null; }
# A key pressed before the window has the focus is lost; one pressed after it is not.
focused() { [ -n "$(window)" ] && [ "$(xdotool getwindowfocus)" = "$(window)" ]; }
remembers() { grep -rqs '^remember=true' "$HOME/.config"; }

# The code covers some 50,000 pixels, the countdown a few hundred.
code_gone() {
    import -window root "$work/now.png"
    [ "$(compare -metric AE "$work/screen.png" "$work/now.png" null: 2>&1)" -gt 10000 ]
}

# The phone looks at the screen until it sees a code, then waits for the number to be typed.
scan() {
    import -window root "$work/screen.png"
    printf %s anna-demo-Passport | "$bin/passport-phone" --server "$server_url" --login anna@example.test \
        --password-stdin approve --image "$work/screen.png" >"$work/phone" 2>"$work/phone.log" &
    phone_pid=$!
    wait_until 30 sh -c "grep -q '\"scanned\"' '$work/phone' || ! kill -0 $phone_pid 2>/dev/null" || return 1
    phone_said scanned
}

start_server "$bin" "$work/data" 0 --demo-portals 6 || fail "the server did not start"
step "The server listens on $server_url"

start_desktop --qr
wait_until 30 focused || fail "no window appeared"
xdotool key alt+r # "Remember me": the session is to outlive the program
wait_until 30 remembers || fail "the window did not take the choice to be remembered"
wait_until 40 scan || fail "the phone found no code on the screen: $(cat "$work/phone" "$work/phone.log")"
cp "$work/screen.png" "$dir/1-qr.png"
step "The QR window shows a code, and a phone has read it from the screen's pixels"
echo "      $dir/1-qr.png"
sed 's/^/      /' "$work/phone"

wait_until 30 code_gone || fail "the window still shows the code after the scan"
number=$(sed -n 's/.*"number":"\([0-9][0-9]\)".*/\1/p' "$work/phone")
picture 2-number
step "The window says who scanned and asks for the number that the phone shows: $number"

xdotool type --window "$(window)" "$number"
xdotool key Return
wait_until 30 phone_said approved || fail "the phone did not approve: $(cat "$work/phone.log")"
step "The number is right and the phone has approved"

wait_until 30 main_window || fail "the portal list did not appear"
picture 3-portals
step "Signed in: the portal list"

wait_until 30 menu_has Компания || fail "the tray menu has no portals"
step "The menu of the tray icon ($("$bin/passport-tray-host" tooltip))"
menu | sed 's/^/      /'
# Not "Склад": where the QR sign-in is switched off, a session that came from it has to prove itself first.
other=$(menu | cut -f1 | sed -n 's/^ *\[ \] \(Компания 00.*\)/\1/p' | head -1)
[ -n "$other" ] || fail "no other portal in the tray menu"
"$bin/passport-tray-host" trigger "$other"
wait_until 30 menu_has "[x] $other" || fail "the tray did not switch to $other"
picture 4-switched
step "Switched to $other from the tray"

"$bin/passport-tray-host" trigger Quit
wait_until 30 gone "$desktop_pid" || fail "the program did not quit"
start_desktop
wait_until 30 main_window || fail "the restarted program is not signed in"
wait_until 30 menu_has "[x] $other" || fail "the restarted program has forgotten the current portal"
picture 5-again
step "Quit and started again: still signed in, still $other"

"$bin/passport-tray-host" trigger Quit
wait_until 30 gone "$desktop_pid" || fail "the program did not quit"
kill "$server_pid"
wait "$server_pid" || fail "the server ended with an error"
server_pid=''
step "Done. Pictures: $dir/"
