#!/bin/sh
# SPDX-FileCopyrightText: 2026 Passport developers
# SPDX-License-Identifier: Apache-2.0
#
# Each rule must catch the breach it is for: a small tree with one breach of every kind.
set -eu
rules=$(cd "$(dirname "$0")" && pwd)
tree=$(mktemp -d)
trap 'rm -rf "$tree"' EXIT
mkdir -p "$tree/app/protocol" "$tree/app/client" "$tree/ui" "$tree/tests" "$tree/translations"
cat >"$tree/app/protocol/portal.cpp" <<'END'
#include "client/session.h"
const char *text() { return tr("words"); }
const char *path = "/home/someone/file";
END
echo 'void Session::wait() { QEventLoop loop; loop.exec(); }' >"$tree/app/client/session.cpp"
echo 'void Twin::wait() { qWarning() << QObject::tr("An untranslated sentence"); }' >"$tree/ui/portal.cpp"
echo '#include <QString>' >"$tree/app/client/session.h"
printf '#include <QString>\n#include "client/timer.h"\n' >"$tree/app/client/timer.cpp"
touch "$tree/app/client/timer.h"
seq 1 401 | sed 's#^#int number#; s#$#;#' >"$tree/ui/long.cpp"
echo 'void test() { QTest::qWait(500); }' >"$tree/tests/slow.cpp"
printf '<?xml version="1.0"?><!DOCTYPE TS><TS version="2.1" language="ru_RU"></TS>\n' \
    >"$tree/translations/passport_ru.ts"

status=0
expect() {
    rule=$1 breach=$2
    if output=$("$rules/sources.sh" "$rule" "$tree") || ! printf '%s\n' "$output" | grep -qF -- "$breach"; then
        echo "rule $rule does not catch: $breach"
        status=1
    fi
}
expect spdx 'ui/portal.cpp:1'
expect size 'ui/long.cpp:401'
expect names 'portal.cpp: this file name is used twice'
expect headers 'app/client/timer.cpp:1'
expect words 'app/protocol/portal.cpp:2'
expect loops 'app/client/session.cpp:1'
expect sleeping 'tests/slow.cpp:1'
expect places 'app/protocol/portal.cpp:3'
expect security 'SR-5: nothing'
expect security 'SECURITY.md: SR-1'
expect translations 'An untranslated sentence'
if output=$(cmake -DROOT="$tree" -P "$rules/layering_check.cmake" 2>&1) \
    || ! printf '%s\n' "$output" | grep -qF 'app/protocol/portal.cpp: protocol may not use client'; then
    echo "the layering check does not catch a forbidden include"
    status=1
fi
exit "$status"
