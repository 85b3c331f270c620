#!/usr/bin/python3
# SPDX-FileCopyrightText: 2026 Passport developers
# SPDX-License-Identifier: Apache-2.0
"""Holds resources/openapi.yaml and asyncapi.yaml against the running server, in both directions: what it has is
described, what is described it has, its real answers and messages fit, and what it calls required it does miss.

description_test.py PASSPORT-TEST-SERVER PASSPORT-BACKEND REPOSITORY"""
import json
import pathlib
import re
import sys
import unittest

import jsonschema
import yaml

import calls
import listeners
from server import Client, Server, patience

PROGRAMS, ROOT = sys.argv[1:3], pathlib.Path(sys.argv[3])
AJAX = "/bitrix/services/main/ajax.php"
MALFORMED = re.compile(r"^[\w.\[\]]+: expected")


def described(name):
    return yaml.safe_load((ROOT / "resources" / name).read_text(encoding="utf-8"))


class Description:
    """A document whose schemas can be asked."""

    def __init__(self, document):
        self.document = document
        self.resolver = jsonschema.RefResolver("", document)

    def problems(self, schema, value):
        validator = jsonschema.Draft202012Validator(schema, resolver=self.resolver,
                                                    format_checker=jsonschema.FormatChecker())
        return [f"{'/'.join(map(str, e.absolute_path))}: {e.message}" for e in validator.iter_errors(value)]

    def followed(self, schema):
        while "$ref" in schema:
            schema = self.resolver.resolve(schema["$ref"])[1]
        return schema


class DescriptionTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.api = Description(described("openapi.yaml"))
        cls.push = Description(described("asyncapi.yaml"))
        cls.heard = []
        cls.listeners = []
        cls.pollings = []
        with Server(*PROGRAMS) as server:
            note = lambda *call: cls.heard.append(call)
            calls.walk(server, note, lambda config, of=server: cls.listen(config, of))
            cls.methods = Client(server, lambda *_: None).call("passport.capabilities")["methods"]
            for _ in patience():
                if set(cls.push.document["components"]["messages"]) <= cls.commands_heard(cls.listeners):
                    break
            for listener in cls.listeners + cls.pollings:
                listener.stopped = True

    @classmethod
    def listen(cls, config, server):
        if not cls.pollings:  # the first one hears by long polling, too
            cls.pollings.append(listeners.Polling(server, config))
        cls.listeners.append(listeners.Socket(server, config))
        return cls.listeners[-1]

    @classmethod
    def messages(cls):
        return [message for listener in cls.listeners + cls.pollings for message in list(listener.messages)]

    @staticmethod
    def command_of(message):
        body = message["params"]["body"]
        return f"{body['module_id']}/{body['command']}"

    @classmethod
    def commands_heard(cls, ears):
        own = {"application/hello"}  # an application's, as it calls it
        return {cls.command_of(message) for ear in ears for message in list(ear.messages)} - own

    def operation(self, method):
        return self.api.document["paths"][f"/rest/{method}"]["post"]

    def request_schema(self, method):
        content = self.operation(method).get("requestBody", {}).get("content", {})
        return self.api.followed(content["application/json"]["schema"]) if "application/json" in content else {}

    def test_schemas_are_schemas(self):
        for document in (self.api.document, self.push.document):
            for name, schema in document["components"]["schemas"].items():
                with self.subTest(schema=name):
                    jsonschema.Draft202012Validator.check_schema(schema)

    def test_references_lead_somewhere(self):
        def walk(description, node):
            if isinstance(node, dict):
                if "$ref" in node:
                    description.resolver.resolve(node["$ref"])
                for inner in node.values():
                    walk(description, inner)
            elif isinstance(node, list):
                for inner in node:
                    walk(description, inner)
        walk(self.api, self.api.document)
        walk(self.push, self.push.document)

    def test_every_method_is_described_and_every_described_one_exists(self):
        in_document = {path[len("/rest/"):] for path in self.api.document["paths"] if path.startswith("/rest/")}
        self.assertEqual(in_document, set(self.methods))

    def test_every_action_is_described_and_every_described_one_exists(self):
        parameters = self.api.document["paths"][AJAX]["post"]["parameters"]
        in_document = set(next(p for p in parameters if p["name"] == "action")["schema"]["enum"])
        sources = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "app/backend").rglob("*.cpp"))
        self.assertEqual(in_document, set(re.findall(r'actions\.add\(\s*"([^"]+)"', sources)))
        self.assertEqual(in_document, {name for name, *_ in self.heard if not name.startswith("passport.")} & in_document)

    def test_real_answers_fit(self):
        for method, parameters, status, answer in self.heard:
            if method not in self.methods:
                continue
            responses = self.operation(method)["responses"]
            if status == 200:
                schema = responses["200"]["content"]["application/json"]["schema"]
            else:
                schema = self.api.followed(responses["default"])["content"]["application/json"]["schema"]
            with self.subTest(method=method, status=status):
                self.assertEqual(self.api.problems(schema, answer), [])
                self.assertEqual(self.api.problems(self.request_schema(method), parameters), [])

    def test_actions_fit(self):
        schema = self.api.document["paths"][AJAX]["post"]["responses"]["200"]["content"]["application/json"]["schema"]
        for action, _, status, answer in self.heard:
            if action.startswith("main."):
                with self.subTest(action=action):
                    self.assertEqual(status, 200)
                    self.assertEqual(self.api.problems(schema, answer), [])

    def test_every_method_was_answered(self):
        answered = {method for method, _, status, _ in self.heard if status == 200}
        self.assertEqual(set(self.methods) - answered, set())

    def test_required_is_what_the_server_misses(self):
        goods = {method: parameters for method, parameters, status, _ in self.heard
                 if status == 200 and method.startswith("passport.")}
        with Server(*PROGRAMS) as server:
            program, page = Client(server, lambda *_: None), Client(server, lambda *_: None)
            program.sign_in("anna")
            page.open_browser_session("vera")
            # What ends the session comes last.
            for method, parameters in sorted(goods.items(), key=lambda item: item[0] == "passport.signout"):
                client = page if method == "passport.tokens.issue" else program
                required = self.request_schema(method).get("required", [])
                for key in required:
                    with self.subTest(method=method, without=key):
                        text = self.refusal(server, client, method, {k: v for k, v in parameters.items() if k != key})
                        self.assertRegex(text, rf"^{key}(\.\w+)?: expected")
                choice = [key for one in self.request_schema(method).get("anyOf", []) for key in one["required"]]
                if choice:
                    with self.subTest(method=method, without=choice):
                        text = self.refusal(server, client, method,
                                            {k: v for k, v in parameters.items() if k not in choice})
                        self.assertRegex(text, MALFORMED)
                with self.subTest(method=method, without="all that is optional"):
                    least = {k: v for k, v in parameters.items() if k in required or k in choice}
                    text = self.refusal(server, client, method, least)
                    self.assertNotRegex(text, MALFORMED)

    def refusal(self, server, client, method, parameters):
        _, _, body = server.send("POST", f"/rest/{method}", json.dumps(parameters).encode(),
                                 {**client.headers(), "Content-Type": "application/json"})
        return json.loads(body).get("error_description", "")

    def commands(self):
        return self.push.document["components"]["messages"]

    def test_every_push_is_described_and_every_described_one_is_sent(self):
        self.assertEqual(self.commands_heard(self.listeners), set(self.commands()))
        polled = self.commands_heard(self.pollings)
        self.assertTrue({"passport/portalsChanged", "passport/qrApproval"} <= polled <= set(self.commands()), polled)
        for path, channel in self.push.document["channels"].items():
            with self.subTest(channel=path):
                named = [one["$ref"].rsplit("/", 1)[1].replace("~1", "/")
                         for one in channel["subscribe"]["message"]["oneOf"]]
                self.assertEqual(sorted(named), sorted(self.commands()))

    def test_real_messages_fit(self):
        envelope = self.push.document["components"]["schemas"]["Envelope"]
        for message in self.messages():
            command = self.command_of(message)
            with self.subTest(command=command):
                self.assertEqual(self.push.problems(envelope, message), [])
                if command in self.commands():
                    payload = self.commands()[command]["payload"]
                    self.assertEqual(self.push.problems(payload, message["params"]["body"]["params"]), [])


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1], verbosity=1)
