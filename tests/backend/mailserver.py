#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 Passport developers
# SPDX-License-Identifier: Apache-2.0
"""A mail server for tests, made of Debian's aiosmtpd: one JSON line on stdout when it has a port, one for each mail. It
hears nobody on that port until it reads a line from its standard input.

mailserver.py starttls|smtps|plain CERTIFICATE KEY [USER PASSWORD]

Recipients: refused@… gets 550, later@… 450. Ends with its standard input."""
import asyncio
import json
import socket
import ssl
import sys

from aiosmtpd.smtp import SMTP, AuthResult


def say(**event):
    print(json.dumps(event), flush=True)


class Handler:
    def __init__(self, implicit):
        self.implicit = implicit

    async def handle_RCPT(self, server, session, envelope, address, options):
        if address.startswith("refused@"):
            return "550 5.1.1 no such mailbox"
        if address.startswith("later@"):
            return "450 4.2.0 come again"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        say(event="mail", sender=envelope.mail_from, to=envelope.rcpt_tos, tls=self.implicit or session.ssl is not None,
            user=session.auth_data or "", content=envelope.content.decode("latin-1"))
        return "250 taken"


async def main(security, certificate, key, user="", password=""):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    implicit = security == "smtps"
    starttls = security == "starttls"

    def authenticate(server, session, envelope, mechanism, data):
        right = (data.login, data.password) == (user.encode(), password.encode())
        return AuthResult(success=right, handled=False, auth_data=user)

    def connection():
        return SMTP(Handler(implicit), hostname="mail.test", tls_context=context if starttls else None,
                    require_starttls=starttls, auth_require_tls=starttls, auth_required=bool(user),
                    authenticator=authenticate)

    loop = asyncio.get_running_loop()
    place = socket.socket()
    place.bind(("127.0.0.1", 0))
    say(event="ready", port=place.getsockname()[1])
    await loop.run_in_executor(None, sys.stdin.readline)
    await loop.create_server(connection, sock=place, ssl=context if implicit else None)
    say(event="serving")
    await loop.run_in_executor(None, sys.stdin.read)


asyncio.run(main(*sys.argv[1:]))
