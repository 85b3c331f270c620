# SPDX-FileCopyrightText: 2026 Passport developers
# SPDX-License-Identifier: Apache-2.0
"""A real server with its demo people in a folder of its own, and clients of it that share no code with ours."""
import base64
import glob
import hashlib
import hmac
import http.client
import json
import os
import re
import secrets
import shutil
import signal
import struct
import subprocess
import tempfile
import time
import urllib.parse

import nacl.public
import nacl.signing

DEVICE = {"name": "test", "os": "Debian", "app": "tests"}
TOTP_SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"  # Boris's


def b64u(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def totp(secret, at):
    key = base64.b32decode(secret)
    digest = hmac.new(key, struct.pack(">Q", at // 30), hashlib.sha1).digest()
    start = digest[-1] & 15
    return "%06d" % ((struct.unpack(">I", digest[start:start + 4])[0] & 0x7FFFFFFF) % 1000000)


class Server:
    """`server` is testserver.cpp, `program` passport-backend, for its subcommands."""

    def __init__(self, server, program):
        self.program = program
        self.process = subprocess.Popen([server], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        place = json.loads(self.process.stdout.readline())
        self.url, self.folder = place["url"], place["data"]
        self.host = urllib.parse.urlsplit(self.url).netloc
        self.ahead = 0

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.stdin.close()
        self.process.wait()
        self.process.stdout.close()

    def advance(self, seconds):
        """Moves the server's clock."""
        self.process.stdin.write(f"{seconds}\n")
        self.process.stdin.flush()
        self.process.stdout.readline()
        self.ahead += seconds

    def now(self):
        """Unix time by the server's clock."""
        return time.time() + self.ahead

    def advance_to(self, moment):
        self.advance(int(moment - self.now()) + 1)

    def totp(self, secret):
        """What an authenticator shows at that moment of the server's clock."""
        return totp(secret, int(self.now()))

    def run(self, *words):
        """A subcommand on the same data."""
        subprocess.run([self.program, "--data", self.folder, *words], check=True, stdout=subprocess.DEVNULL)

    def send(self, verb, path, body=b"", headers=None):
        """Status, headers and body of an answer."""
        connection = http.client.HTTPConnection(self.host, timeout=60)
        try:
            connection.request(verb, path, body, headers or {})
            answer = connection.getresponse()
            return answer.status, answer.headers, answer.read()
        finally:
            connection.close()

    def codes(self, recipient, least=1):
        """The codes in the outbox for that address, oldest first; waits until there are so many."""
        for _ in patience():
            found = []
            for name in sorted(glob.glob(os.path.join(self.folder, "outbox", "*"))):
                with open(name, encoding="utf-8") as file:
                    text = file.read()
                code = re.search(r"(?<![\w+-])[0-9]{6}(?![\w-])", text.split("\n\n", 1)[-1])
                if recipient in text.split("\n\n", 1)[0] and code:
                    found.append(code.group())
            if len(found) >= least:
                return found
        raise AssertionError("no code came for " + recipient)


class Program(Server):
    """passport-backend itself, in a folder that goes with it."""

    def __init__(self, program, *options):
        self.folder = tempfile.mkdtemp()
        self.process = subprocess.Popen(
            [program, "--data", self.folder, "--listen", "127.0.0.1:0", "--admin-listen", "127.0.0.1:0", *options],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        self.url = json.loads(self.process.stdout.readline())["url"]
        self.host = urllib.parse.urlsplit(self.url).netloc

    def terminate(self):
        self.process.send_signal(signal.SIGTERM)

    def __exit__(self, *_):
        self.terminate()
        self.process.wait()
        self.process.stdout.close()
        shutil.rmtree(self.folder)


def patience(seconds=30):
    """Turns of a loop that waits for a fact; ends when it makes no sense any more."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        yield
        time.sleep(0.05)


class Client:
    """Somebody who calls methods. Whatever is answered, `heard(method, parameters, status, answer)` hears it too."""

    def __init__(self, server, heard):
        self.server = server
        self.heard = heard
        self.token = None
        self.cookie = None
        self.csrf = None

    def headers(self):
        headers = {}
        if self.token:
            headers["Authorization"] = "Bearer " + self.token
        elif self.cookie:
            headers["Cookie"] = self.cookie
            headers["X-Bitrix-Csrf-Token"] = self.csrf
        return headers

    def call(self, method, parameters=None, portal=None, expect=200):
        body = json.dumps(parameters or {}).encode()
        path = f"/p/{portal}/rest/{method}" if portal else f"/rest/{method}"
        status, _, text = self.server.send(
            "POST", path, body, {**self.headers(), "Content-Type": "application/json"})
        answer = json.loads(text)
        self.heard(method, parameters or {}, status, answer)
        assert status == expect, f"{method}: {status} {answer}"
        return answer.get("result", answer)

    def upload(self, method, kind, body, query=""):
        status, _, text = self.server.send(
            "POST", f"/rest/{method}{query}", body, {**self.headers(), "Content-Type": kind})
        answer = json.loads(text)
        self.heard(method, {}, status, answer)
        assert status == 200, f"{method}: {status} {answer}"
        return answer["result"]

    def take(self, tokens):
        self.token = tokens["access_token"]
        return tokens

    def sign_in(self, who, password=None):
        return self.take(self.call("passport.signin", {
            "login": who + "@example.test", "password": password or who + "-demo-Passport", "device": DEVICE,
            "remember": False}))

    def sign_in_boris(self):
        first = self.call("passport.signin", {
            "login": "boris@example.test", "password": "boris-demo-Passport", "device": DEVICE}, expect=403)
        return self.take(self.call("passport.signin.code", {
            "signInId": first["details"]["signInId"], "kind": "totp", "code": self.server.totp(TOTP_SECRET)}))

    def step_up(self, who):
        return self.call("passport.stepup", {"password": who + "-demo-Passport"})

    def open_browser_session(self, who):
        """Signs in on the sign-in page, as a browser does: a cookie instead of a token."""
        _, headers, page = self.server.send("GET", "/auth/")
        self.cookie = headers["Set-Cookie"].split(";")[0]
        form = {"sessid": re.search(rb'name="sessid" value="([^"]+)"', page).group(1).decode(), "do": "signin",
                "login": who + "@example.test", "password": who + "-demo-Passport"}
        status, headers, _ = self.server.send(
            "POST", "/auth/", urllib.parse.urlencode(form).encode(),
            {"Cookie": self.cookie, "Content-Type": "application/x-www-form-urlencoded"})
        assert status == 303, status
        self.cookie = headers["Set-Cookie"].split(";")[0]
        _, _, page = self.server.send("GET", "/passport/view/", headers={"Cookie": self.cookie})
        self.csrf = re.search(rb'name="sessid" value="([^"]+)"', page).group(1).decode()

    def action(self, name, parameters=None):
        status, _, text = self.server.send(
            "POST", "/bitrix/services/main/ajax.php?action=" + name, json.dumps(parameters or {}).encode(),
            {**self.headers(), "Content-Type": "application/json"})
        answer = json.loads(text)
        self.heard(name, parameters or {}, status, answer)
        return answer


class Window:
    """The asking side of a QR sign-in (api.md 5)."""

    def __init__(self, client):
        self.client = client
        self.key = nacl.signing.SigningKey.generate()
        self.ticket = client.call("passport.qr.open", {
            "key": b64u(bytes(self.key.verify_key)), "device": DEVICE, "remember": False, "portal": "romashka"})
        self.seq = 0

    def prove(self, method, payload, more=None):
        self.seq += 1
        lines = ["passport-qr-1", method, self.client.server.url, self.ticket["ticketId"], self.ticket["nonce"],
                 str(self.seq), payload]
        proof = self.key.sign("\n".join(lines).encode()).signature
        return self.client.call(method, {
            "ticketId": self.ticket["ticketId"], "seq": self.seq, "proof": b64u(proof), **(more or {})})

    def claim(self, sealed):
        data = base64.urlsafe_b64decode(sealed + "=" * (-len(sealed) % 4))
        token = nacl.public.SealedBox(self.key.to_curve25519_private_key()).decrypt(data).decode()
        key, once = b64u(bytes(nacl.signing.SigningKey.generate().verify_key)), secrets.token_hex(16)
        return self.prove("passport.qr.claim", f"{token}.{key}.{once}",
                          {"token": token, "key": key, "idempotencyKey": once})
