#!/bin/sh
# SPDX-FileCopyrightText: 2026 Passport developers
# SPDX-License-Identifier: Apache-2.0
#
# session.sh [--bus] [--keyring] [--display] [--tray PASSPORT-TRAY-HOST] COMMAND…
# Runs a command in a session of its own, so that no test ever sees the person's files, bus or keyring: a fresh HOME
# and XDG_RUNTIME_DIR, no proxy; with --bus a private session bus, with --keyring also an unlocked gnome-keyring
# with an empty password, with --display also Xvfb (1280x800) with openbox. Ends with the command's status.
set -eu

if [ "${1-}" = --inside ]; then
    shift
    keyring=$1 display=$2 tray=$3
    shift 3
    pids=
    trap 'for pid in $pids; do kill "$pid" 2>/dev/null || :; done; wait' EXIT
    trap 'exit 143' INT TERM
    if [ "$keyring" = 1 ]; then
        printf '\n' | gnome-keyring-daemon --foreground --unlock --components=secrets >"$HOME/.keyring.log" 2>&1 &
        pids="$pids $!"
        gdbus wait --session --timeout 20 org.freedesktop.secrets
    fi
    if [ "$display" = 1 ]; then
        pipe=$XDG_RUNTIME_DIR/display
        mkfifo "$pipe" "$pipe.wm" "$pipe.tray"
        Xvfb -displayfd 3 -screen 0 1280x800x24 -nolisten tcp 3>"$pipe" 2>"$HOME/.xvfb.log" &
        pids="$pids $!"
        read -r number <"$pipe" || { cat "$HOME/.xvfb.log" >&2; exit 1; }
        DISPLAY=:$number
        QT_QPA_PLATFORM=xcb
        export DISPLAY QT_QPA_PLATFORM
        # Without a window manager no window ever becomes active; openbox says when it manages.
        openbox --startup "sh -c 'echo up >$pipe.wm'" 3>"$pipe.wm" >"$HOME/.openbox.log" 2>&1 &
        pids="$pids $!"
        read -r _ <"$pipe.wm" || { cat "$HOME/.openbox.log" >&2; exit 1; }
    fi
    if [ -n "$tray" ]; then
        # Before the program: an application looks for a tray once.
        "$tray" serve >"$pipe.tray" &
        pids="$pids $!"
        read -r _ <"$pipe.tray"
    fi
    status=0
    "$@" || status=$?
    exit "$status"
fi

bus=0 keyring=0 display=0 tray=
while :; do
    case ${1-} in
    --bus) bus=1 ;;
    --keyring) bus=1 keyring=1 ;;
    --display) bus=1 display=1 ;;
    --tray) bus=1 display=1 tray=$2; shift ;;
    *) break ;;
    esac
    shift
done
[ $# -gt 0 ] || { echo "usage: session.sh [--bus] [--keyring] [--display] [--tray PROGRAM] COMMAND…" >&2; exit 2; }

home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
trap 'exit 143' INT TERM
unset DBUS_SESSION_BUS_ADDRESS DBUS_STARTER_ADDRESS DISPLAY WAYLAND_DISPLAY XAUTHORITY GNOME_KEYRING_CONTROL
unset XDG_CONFIG_HOME XDG_DATA_HOME XDG_CACHE_HOME XDG_STATE_HOME XDG_CURRENT_DESKTOP DESKTOP_SESSION
unset http_proxy https_proxy all_proxy no_proxy HTTP_PROXY HTTPS_PROXY ALL_PROXY NO_PROXY
HOME=$home XDG_RUNTIME_DIR=$home/run LC_ALL=C.UTF-8
DBUS_SYSTEM_BUS_ADDRESS=unix:path=$XDG_RUNTIME_DIR/no-system-bus # nor the person's locked screen
export HOME XDG_RUNTIME_DIR LC_ALL DBUS_SYSTEM_BUS_ADDRESS
mkdir -m 700 "$XDG_RUNTIME_DIR"

status=0
if [ "$bus" = 1 ]; then
    dbus-run-session -- "$0" --inside "$keyring" "$display" "$tray" "$@" || status=$?
else
    "$@" || status=$?
fi
exit "$status"
