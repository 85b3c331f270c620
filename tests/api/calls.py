# SPDX-FileCopyrightText: 2026 Passport developers
# SPDX-License-Identifier: Apache-2.0
"""One walk through everything that the server can be asked, so that there is a real answer of each method."""
import datetime
import struct
import zlib

from server import DEVICE, Client, Program, Window, patience


def portals_of(client):
    return {item["address"]: item for item in client.call("passport.portals.list", {"limit": 50})["items"]}


def sign_in(server, heard, listen):
    anna = Client(server, heard)
    anna.call("passport.capabilities")
    anna.call("passport.capabilities", {"portal": "romashka"})
    anna.call("server.time")
    anna.sign_in("anna")
    listen(anna.call("passport.pull.config"))
    anna.call("passport.profile.get")
    anna.call("profile")
    anna.call("batch", {"halt": 0, "cmd": {"who": "profile", "when": "server.time"}})
    anna.call("pull.application.config.get")
    anna.call("pull.application.event.add",
              {"COMMAND": "hello", "PARAMS": {"a": "1"}, "MODULE_ID": "application", "USER_ID": 1})
    anna.call("passport.signin", {"login": "anna@example.test", "password": "wrong", "device": DEVICE}, expect=403)
    page = Client(server, heard)
    page.open_browser_session("vera")
    page.call("pull.config.get")
    page.call("passport.tokens.issue", {"remember": False, "device": DEVICE})
    return anna


def portals(server, heard, anna):
    mine = portals_of(anna)
    member = {name: {"memberId": portal["memberId"]} for name, portal in mine.items()}
    anna.call("passport.portals.list", {"query": "ром", "limit": 1})
    anna.call("passport.counters.get")
    anna.call("passport.portals.openlink", member["romashka"])
    entered = anna.call("passport.portals.switch", member["romashka"])
    inside = Client(server, heard)
    inside.take(entered["tokens"])
    inside.call("profile", portal="romashka")
    inside.call("pull.application.config.get", portal="romashka")
    anna.call("passport.portals.checkaddress", {"address": "daisy"})
    anna.call("passport.portals.checkaddress", {"address": "a--b"})
    anna.call("passport.portals.create", {"title": "x"}, expect=403)
    anna.step_up("anna")
    own = anna.call("passport.portals.create", {"title": "Новый", "idempotencyKey": "0123456789abcdef"})
    anna.call("passport.portals.rename", {"memberId": own["memberId"], "address": "daisy-24"})
    anna.call("passport.portals.leave", {"memberId": own["memberId"], "endPortal": True})
    anna.call("passport.portals.leave", member["sklad"])
    invitation = anna.call("passport.invitations.list")["items"][0]
    anna.call("passport.invitations.accept", {"id": invitation["id"]})
    server.run("portal", "member", "sklad", "anna@example.test", "guest")
    anna.call("passport.invitations.decline", {"id": member["sklad"]["memberId"]})


def qr(server, heard, anna, listen):
    window = Window(Client(server, heard))
    listen(window.ticket["pull"])
    window.prove("passport.qr.status", "-")
    asked = anna.call("passport.qr.scan", {"link": window.ticket["link"]})
    window.prove("passport.qr.status", "-")
    window.prove("passport.qr.number", asked["number"], {"number": asked["number"]})
    anna.call("passport.qr.approval", {"approvalId": asked["approvalId"]})
    anna.call("passport.qr.approve", {"approvalId": asked["approvalId"]})
    window.claim(window.prove("passport.qr.status", "-")["token"])
    anna.call("passport.qr.approval", {"approvalId": asked["approvalId"]})
    anna.call("passport.qr.undo", {"approvalId": asked["approvalId"]})
    declined = Window(Client(server, heard))
    listen(declined.ticket["pull"])
    asked = anna.call("passport.qr.scan", {"typedCode": declined.ticket["typedCode"]})
    anna.call("passport.qr.decline", {"approvalId": asked["approvalId"]})
    declined.prove("passport.qr.status", "-")
    cancelled = Window(Client(server, heard))
    cancelled.prove("passport.qr.cancel", "-")


def codes_that_come_to_nothing(server, heard, listen):
    """Each end that a QR code may have without somebody's word."""
    def opened():
        window = Window(Client(server, heard))
        return window, listen(window.ticket["pull"])
    window, ear = opened()
    vera = Client(server, heard)
    vera.sign_in("vera")
    vera.call("passport.qr.scan", {"link": window.ticket["link"]}, expect=403)  # she is not in that portal
    await_command(ear, "qrProblem")
    server.run("setting", "set", "main.allow_qrcode_auth", "N", "--portal", "romashka")
    await_command(ear, "qrDisabled")
    server.run("setting", "set", "main.allow_qrcode_auth", "Y", "--portal", "romashka")
    for _ in patience():
        if Client(server, heard).call("passport.capabilities", {"portal": "romashka"})["qr"]["allowed"]:
            break
    _, ear = opened()
    server.advance(121)
    await_command(ear, "qrExpired")


def await_command(ear, command):
    for _ in patience():
        if any(message["params"]["body"]["command"] == command for message in list(ear.messages)):
            return
    raise AssertionError(f"no {command} came")


def time_of(text):
    return datetime.datetime.fromisoformat(text.replace("Z", "+00:00")).timestamp()


def rights_that_end(server, heard, listen):
    """A channel ends with its period of twelve hours, a token twelve hours after it was given: the first of both is
    told."""
    def config_after_start(seconds):
        anna = Client(server, heard)
        anna.sign_in("anna")
        start = time_of(anna.call("passport.pull.config")["channels"]["private"]["start"])
        server.advance_to(start + 12 * 3600 + seconds)
        anna.sign_in("anna")
        return anna.call("passport.pull.config")
    config = config_after_start(3600)
    ear = listen(config)
    server.advance_to(time_of(config["channels"]["private"]["end"]) + 1)
    await_command(ear, "channel_expire")
    config = config_after_start(1)
    ear = listen(config)
    server.advance_to(config["exp"] + 1)
    await_command(ear, "config_expire")


def sessions_that_end(server, heard, listen):
    anna = Client(server, heard)
    anna.sign_in("anna")
    ear = listen(anna.call("passport.pull.config"))
    anna.call("passport.signout")
    await_command(ear, "sessionEnded")


def server_that_ends(program, heard, listen):
    """The program itself, with its demonstration of counters, until SIGTERM."""
    with Program(program, "--demo", "--demo-ticker", "1") as server:
        anna = Client(server, heard)
        anna.sign_in("anna")
        ear = listen(anna.call("passport.pull.config"), server)
        await_command(ear, "counters")
        server.terminate()
        await_command(ear, "server_restart")


def two_step(server, heard):
    gleb = Client(server, heard)
    gleb.sign_in("gleb")
    gleb.call("passport.security.get")
    gleb.step_up("gleb")
    secret = gleb.call("passport.otp.setup")["secret"]
    gleb.call("passport.otp.enable", {"code": server.totp(secret)})
    gleb.call("passport.recoverycodes.create")
    gleb.call("passport.otp.disable")
    gleb.call("passport.security.get")
    gleb.call("passport.signout")
    boris = Client(server, heard)
    boris.sign_in_boris()


def picture():
    """A PNG of one colour, 64 by 64."""
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    rows = b"".join(b"\0" + b"\x2b\x6c\xa3" * 64 for _ in range(64))
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 64, 64, 8, 2, 0, 0, 0))
            + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b""))


def account(server, heard, listen):
    gleb = Client(server, heard)
    gleb.sign_in("gleb")
    ear = listen(gleb.call("passport.pull.config"))
    gleb.step_up("gleb")
    revision = gleb.call("passport.profile.get")["revision"]
    changed = gleb.call("passport.profile.update", {"firstName": "Глеб Ильич", "revision": revision})
    gleb.call("passport.profile.update",
              {"lastName": "Орлов", "updatePortals": True, "revision": changed["revision"]})
    gleb.call("passport.profile.update", {"firstName": "x", "revision": revision}, expect=409)
    gleb.upload("passport.photo.put", "image/png", picture(), "?updatePortals=true")
    revision = gleb.call("passport.profile.get")["revision"]
    changed = gleb.upload("passport.photo.put", "image/png", picture(), f"?revision={revision}")
    gleb.call("passport.photo.delete", {"updatePortals": False, "revision": revision}, expect=409)
    gleb.call("passport.photo.delete", {"updatePortals": False, "revision": changed["revision"]})
    sent = gleb.call("passport.contacts.add",
                     {"kind": "email", "value": "gleb@new.test", "password": "gleb-demo-Passport"})
    server.advance(61)
    again = gleb.call("passport.contacts.resend", {"confirmationId": sent["confirmationId"]})
    gleb.call("passport.contacts.confirm",
              {"confirmationId": again["confirmationId"], "code": server.codes("gleb@new.test", 2)[-1]})
    contact = next(c for c in gleb.call("passport.contacts.list")["items"] if c["value"] == "gleb@new.test")
    gleb.call("passport.contacts.remove", {"id": contact["id"]})
    gleb.call("passport.password.check", {"password": "gleb2026"})
    new = "seven green herons fly"
    gleb.call("passport.password.change", {"current": "gleb-demo-Passport", "new": new})
    await_command(ear, "profileChanged")
    gleb.call("passport.delete", {"password": new})


def recovery(server, heard):
    vera = Client(server, heard)
    sent = vera.call("passport.recovery.start", {"login": "vera@example.test"})
    vera.call("passport.recovery.finish", {
        "confirmationId": sent["confirmationId"], "code": server.codes("vera@example.test")[-1],
        "password": "seven green herons fly", "device": DEVICE})
    boris = Client(server, heard)
    first = boris.call("passport.signin", {
        "login": "boris@example.test", "password": "boris-demo-Passport", "device": DEVICE}, expect=403)
    boris.call("passport.signin.sms", {"signInId": first["details"]["signInId"]})


def actions(server, heard):
    page = Client(server, heard)
    page.open_browser_session("anna")
    page.action("main.qrcodeauth.pushToken",
                {"siteId": "s1", "uniqueId": "0123456789abcdef", "channelTag": "0" * 32, "redirectUrl": ""})
    page.action("main.qrcodeauth.authenticate", {"token": "0" * 32, "remember": "N"})
    page.action("main.authcode.loginByOtp", {"otp": "123456"})


def walk(server, heard, listen):
    """`listen(config, server)` gives an ear for that config; without a server it is this one."""
    anna = sign_in(server, heard, listen)
    portals(server, heard, anna)
    qr(server, heard, anna, listen)
    codes_that_come_to_nothing(server, heard, listen)
    two_step(server, heard)
    recovery(server, heard)
    account(server, heard, listen)
    actions(server, heard)
    sessions_that_end(server, heard, listen)
    rights_that_end(server, heard, listen)
    server_that_ends(server.program, heard, listen)
