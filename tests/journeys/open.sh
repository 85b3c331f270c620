#!/bin/sh
# SPDX-FileCopyrightText: 2026 Passport developers
# SPDX-License-Identifier: Apache-2.0
#
# open.sh BIN DIR: the desktop program on a demonstration server whose data stays in DIR, so that a second run finds
# the person still signed in.
set -eu
bin=$1 dir=$2
. "$(dirname "$0")/server.sh"
trap 'kill "$server_pid" 2>/dev/null && wait "$server_pid" || :' EXIT
trap 'exit 130' INT TERM

# The session in the keyring belongs to the server's address: the port of the last run, if it is free.
port=$(cat "$dir/port" 2>/dev/null || echo 0)
start_server "$bin" "$dir/data" "$port" || start_server "$bin" "$dir/data" 0
echo "${server_url##*:}" >"$dir/port"

cat <<END
The demonstration server is $server_url; it ends with the program. Its people:

  anna@example.test    anna-demo-Passport    three portals, one of them an invitation
  boris@example.test   boris-demo-Passport   with a one-time code: oathtool --totp -b JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP
  vera@example.test    vera-demo-Passport    seven portals of her own, the limit
  gleb@example.test    gleb-demo-Passport    no portals

To approve a QR sign-in: choose it in the program, then in another terminal, with the eight letters under the code,

  printf %s anna-demo-Passport | $bin/passport-phone --server $server_url \\
      --login anna@example.test --password-stdin approve --code ABCD-EFGH

and type the number that it prints in the program's window. With --image FILE it reads a screenshot instead.

END
"$bin/passport" --server "$server_url" --profile demonstration
