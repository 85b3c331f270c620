# SPDX-FileCopyrightText: 2026 Passport developers
# SPDX-License-Identifier: Apache-2.0
"""Ears for push messages, of another make than our client's."""
import base64
import json
import os
import socket
import struct
import threading
import urllib.parse


class Polling:
    """Collects push messages by long polling, as a client behind a strict proxy does."""

    def __init__(self, server, config):
        self.server = server
        self.path = urllib.parse.urlsplit(config["server"]["long_polling"]).path
        self.token = config["jwt"]
        self.messages = []
        self.stopped = False
        self.thread = threading.Thread(target=self.listen, daemon=True)
        self.thread.start()

    def listen(self):
        last = ""
        while not self.stopped:
            query = urllib.parse.urlencode({"token": self.token, **({"mid": last} if last else {})})
            try:
                status, _, body = self.server.send("GET", f"{self.path}?{query}")
            except OSError:
                return  # the server has ended
            if status not in (200, 304):
                return
            for message in json.loads(body) if status == 200 else []:
                self.messages.append(message)
                last = message["params"]["mid"] if "mid" in message.get("params", {}) else last


class Socket:
    """Collects them from a websocket."""

    def __init__(self, server, config):
        self.messages = []
        self.stopped = False
        path = urllib.parse.urlsplit(config["server"]["websocket"]).path
        query = urllib.parse.urlencode({"token": config["jwt"], "jsonRpc": "true", "revision": 19})
        host, port = server.host.rsplit(":", 1)
        self.connection = socket.create_connection((host, int(port)), timeout=60)
        self.stream = self.connection.makefile("rb")
        self.connection.sendall((
            f"GET {path}?{query} HTTP/1.1\r\nHost: {server.host}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
            "Sec-WebSocket-Version: 13\r\n"
            f"Sec-WebSocket-Key: {base64.b64encode(os.urandom(16)).decode()}\r\n\r\n").encode())
        status = self.stream.readline()
        assert b" 101 " in status, status
        while self.stream.readline() not in (b"\r\n", b""):
            pass
        threading.Thread(target=self.listen, daemon=True).start()

    def listen(self):
        try:
            while not self.stopped:
                self.frame()
        except (OSError, EOFError):
            pass  # the server has ended, or the session

    def frame(self):
        first, second = self.read(2)
        size = second & 0x7F
        if size == 126:
            size = struct.unpack(">H", self.read(2))[0]
        payload = self.read(size)
        if first & 0x0F == 8:
            raise EOFError
        if first & 0x0F == 9:
            self.connection.sendall(bytes([0x8A, 0x80 | size, 0, 0, 0, 0]) + payload)
        elif first & 0x0F == 1 and payload != b"ping":
            self.messages.append(json.loads(payload))

    def read(self, size):
        data = self.stream.read(size)
        if len(data) < size:
            raise EOFError
        return data
