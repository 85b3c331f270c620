#!/bin/sh
# SPDX-FileCopyrightText: 2026 Passport developers
# SPDX-License-Identifier: Apache-2.0
# Usage: run.sh FOLDER-OF-FUZZERS SECONDS. Finds are left in FOLDER/finds; ends with 1 if there is one.
set -eu
bin=$1
seconds=$2
mkdir -p "$bin/finds"
failed=0
passed=0
for fuzzer in "$bin"/fuzz_*; do
    [ -x "$fuzzer" ] || continue
    case $fuzzer in *.seeds) continue ;; esac
    name=$(basename "$fuzzer")
    mkdir -p "$bin/$name.corpus"
    seeds=
    [ ! -f "$fuzzer.seeds" ] || seeds=$(cat "$fuzzer.seeds")
    if "$fuzzer" "$bin/$name.corpus" $seeds -max_total_time="$seconds" -max_len=8192 -rss_limit_mb=2048 \
        -print_final_stats=1 -artifact_prefix="$bin/finds/$name-" >"$bin/$name.log" 2>&1; then
        passed=$((passed + 1))
        echo "$name: $(sed -n 's/^stat::number_of_executed_units: *//p' "$bin/$name.log") inputs, nothing found"
    else
        failed=$((failed + 1))
        tail -n 30 "$bin/$name.log"
    fi
done
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
