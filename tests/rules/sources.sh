#!/bin/sh
# SPDX-FileCopyrightText: 2026 Passport developers
# SPDX-License-Identifier: Apache-2.0
#
# sources.sh RULE [ROOT]: one rule over the sources that git knows (or, without git, over the tree). Prints every
# breach as "file:line: …" and fails if there is one.
set -eu
rule=$1
cd "${2-$(dirname "$0")/../..}"

# listed PATTERN…: the files of the repository that match the shell patterns.
listed() {
    if git rev-parse --is-inside-work-tree >/dev/null 2>&1; then
        git ls-files --cached --others --exclude-standard -- "$@"
    else
        for pattern in "$@"; do find . -path ./build -prune -o -type f -path "./$pattern" -print | sed 's#^\./##'; done
    fi | while IFS= read -r file; do [ ! -f "$file" ] || printf '%s\n' "$file"; done
}

# search REGEX FILES…: matching lines outside of comments.
search() {
    expression=$1
    shift
    listed "$@" | xargs -r grep -nHE "$expression" | grep -vE '^[^:]*:[0-9]*:[[:space:]]*(//|#|\*)' || :
}

code() { listed 'app/*.h' 'app/*.cpp' 'ui/*.h' 'ui/*.cpp' 'tests/*.h' 'tests/*.cpp'; }

breaches() {
    case $rule in
    spdx) # Every file of code says under which licence it is.
        listed '*.h' '*.cpp' '*.cmake' '*CMakeLists.txt' '*.sh' dev .ci/run '*.py' '*.js' '*.css' '*.sql' '*.service' \
            | while IFS= read -r file; do
                head -4 "$file" | grep -q 'SPDX-License-Identifier: Apache-2.0' || echo "$file:1: no SPDX lines"
            done
        ;;
    size) # A file of more than 400 lines does more than one thing.
        code | xargs -r wc -l | awk '$2 != "total" && $1 > 400 { print $2 ":" $1 ": more than 400 lines" }'
        ;;
    names) # "Where is trayicon.cpp?" has one answer.
        code | sed 's#.*/##' | grep -vx 'main.cpp' | sort | uniq -d | sed 's#$#: this file name is used twice#'
        ;;
    headers) # A header that its own source includes first compiles alone.
        listed 'app/*.cpp' 'ui/*.cpp' | while IFS= read -r file; do
            header=${file%.cpp}.h
            [ -f "$header" ] || continue
            first=$(sed -n 's/^#include ["<]\(.*\)[">].*/\1/p' "$file" | head -1)
            [ "$first" = "${header#app/}" ] || echo "$file:1: includes $first before its own header"
        done
        ;;
    words) # Sentences for people are written in ui/ alone.
        search '(^|[^A-Za-z_])(tr|QCoreApplication::translate)\(' 'app/*.h' 'app/*.cpp'
        ;;
    loops) # The client has one thread and one event loop; it never waits inside a handler.
        search 'processEvents|QEventLoop|waitFor[A-Z][A-Za-z]*\(|QThread::(m|u)?sleep|sleep_for|\.exec\(|->exec\(' \
            'app/client/*.h' 'app/client/*.cpp' 'ui/*.h' 'ui/*.cpp' | grep -vE '^ui/main\.cpp:' || :
        ;;
    sleeping) # A test waits for a fact, never for a time.
        search 'QTest::q(Wait|Sleep)\(|QThread::(m|u)?sleep|sleep_for|QSKIP' 'tests/*.h' 'tests/*.cpp' | grep -v '^tests/bench/' || :
        ;;
    places) # Nothing of the machine on which it was written.
        listed '*' | grep -v '^tests/rules/' | xargs -r grep -nHIE \
            '/(home|root|Users)/[a-z]|(^|[^a-z])/work/|deb\.debian\.org|registry\.npmjs|pypi\.org|index-url' || :
        ;;
    security) # SR-1 is a document; SR-2 … SR-20 are each served by a line that says so.
        for number in $(seq 2 20); do
            listed 'app/*' 'ui/*' 'tests/*' | grep -v '^tests/rules/' \
                | xargs -r grep -qE "SR-$number([^0-9]|\$)" || echo "SR-$number: nothing in the sources serves it"
        done
        [ -f SECURITY.md ] && grep -q 'RFC 10027' SECURITY.md || echo "SECURITY.md: SR-1 asks for a risk assessment"
        ;;
    translations) # Every sentence of ui/ has its Russian twin, and no twin has lost its sentence.
        fresh=$(mktemp -d)
        cp translations/passport_ru.ts "$fresh/"
        "$LUPDATE" -silent -I . -locations none ui -ts "$fresh/passport_ru.ts" >/dev/null
        grep -nE -B8 'type="(unfinished|obsolete|vanished)"' "$fresh/passport_ru.ts" | grep '<source>' \
            | sed 's#^#translations/passport_ru.ts, not translated or not used: #' || :
        rm -rf "$fresh"
        ;;
    *)
        echo "sources.sh: no rule is called $rule" >&2
        exit 2
        ;;
    esac
}

found=$(breaches)
[ -z "$found" ] || { printf '%s\n' "$found"; exit 1; }
