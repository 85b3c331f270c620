// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0

// Holds the backend against the public JavaScript SDK as it is published (wire.md 2.14): tokens and their refresh,
// REST, batch, Push & Pull with replay, and the public QR sign-in of a page that knows nothing of passport.*.
// Usage: node sdk.mjs PASSPORT-BACKEND

import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import WebSocket from 'ws';

// The SDK's pull client is made for a page: it wants a window with a WebSocket and nothing else of it.
const sockets = [];
class PageSocket extends WebSocket {
  constructor(url) {
    super(url);
    this.binaryType = 'arraybuffer';
    sockets.push(this);
  }
}
globalThis.WebSocket = PageSocket;
globalThis.window = { WebSocket: PageSocket, addEventListener() {}, removeEventListener() {} };
const { B24OAuth, B24PullClientManager: PullClient } = await import('@bitrix24/b24jssdk');

const program = process.argv[2];
const data = mkdtempSync(join(tmpdir(), 'passport-sdk-'));

function startBackend() {
  const child = spawn(program, ['--data', data, '--listen', '127.0.0.1:0', '--demo'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout });
  const ready = new Promise((resolve, reject) => {
    lines.once('line', (line) => resolve(JSON.parse(line).url));
    child.once('exit', (code) => reject(new Error(`backend ended with ${code}`)));
  });
  return { child, ready };
}

/** A list that can be waited for. */
class Inbox {
  items = [];
  #waiting = null;
  push(item) {
    this.items.push(item);
    this.#waiting?.();
  }
  async count(n, limit = 10_000) {
    const late = AbortSignal.timeout(limit);
    while (this.items.length < n) {
      await new Promise((resolve, reject) => {
        this.#waiting = resolve;
        late.addEventListener('abort', () => reject(new Error(`${this.items.length} of ${n} messages came`)));
      });
    }
    return this.items;
  }
}

/** Asks until there is something: a running server takes a setting over within a second or two. */
async function within(limit, ask) {
  for (const end = Date.now() + limit; Date.now() < end;) {
    const found = await ask();
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('nothing came in time');
}

const { child, ready } = startBackend();
let base;

async function rest(method, body, token) {
  const headers = { 'Content-Type': 'application/json' };
  if (token) headers.Authorization = `Bearer ${token}`;
  const answer = await fetch(`${base}/rest/${method}`, { method: 'POST', headers, body: JSON.stringify(body) });
  return answer.json();
}

async function signIn(login, password) {
  const device = { name: 'sdk', os: 'node', app: 'test' };
  const answer = await rest('passport.signin', { login, password, remember: false, device });
  assert.ok(answer.result?.access_token, JSON.stringify(answer));
  return answer.result;
}

function oauth(tokens, expires) {
  const b24 = new B24OAuth(
    {
      applicationToken: '', userId: tokens.user_id, memberId: tokens.member_id, accessToken: tokens.access_token,
      refreshToken: tokens.refresh_token, expires, expiresIn: tokens.expires_in, scope: tokens.scope,
      domain: tokens.domain, clientEndpoint: tokens.client_endpoint, serverEndpoint: tokens.server_endpoint,
      status: tokens.status,
    },
    { clientId: 'passport', clientSecret: 'ignored for public clients' },
  );
  b24.offClientSideWarning();
  return b24;
}

const later = () => Math.floor(Date.now() / 1000) + 600;

async function restAndBatch(tokens) {
  const b24 = oauth(tokens, later());
  const time = await b24.actions.v2.call.make({ method: 'server.time' });
  assert.ok(!Number.isNaN(Date.parse(time.getData().result)), 'server.time');
  const both = await b24.actions.v2.batch.make({
    calls: { me: ['profile', {}], now: ['server.time', {}] },
    options: { isHaltOnError: true, returnAjaxResult: true },
  });
  assert.ok(both.isSuccess, both.getErrorMessages().join('; '));
  const me = both.getData().me.getData().result;
  assert.equal(String(me.ID), '1');
}

async function refreshes(tokens) {
  const b24 = oauth(tokens, 1); // long past: the SDK refreshes before it calls
  const profile = await b24.actions.v2.call.make({ method: 'profile' });
  assert.equal(String(profile.getData().result.ID), '1');
  const fresh = b24.auth.getAuthData();
  assert.ok(fresh && fresh.access_token !== tokens.access_token, 'a new access token');
  const again = await rest('profile', {}, fresh.access_token);
  assert.equal(String(again.result.ID), '1');
}

async function pushWithReplay(tokens) {
  const b24 = oauth(tokens, later());
  const pull = new PullClient({ b24, restApplication: 'passport', userId: tokens.user_id });
  const inbox = new Inbox();
  pull.subscribe({ moduleId: 'application', command: 'hello', callback: ({ n }) => inbox.push(n) });
  await pull.start();
  const say = (n) => rest('pull.application.event.add',
    { COMMAND: 'hello', PARAMS: { n }, MODULE_ID: 'application', USER_ID: tokens.user_id }, tokens.access_token);
  assert.equal((await say(1)).result, true);
  assert.deepEqual(await inbox.count(1), [1]);
  sockets.at(-1).terminate(); // the cable
  await say(2);
  await say(3);
  assert.deepEqual(await inbox.count(3, 25_000), [1, 2, 3]); // the SDK comes back after 0.5 s or 15 s
  await say(4);
  assert.deepEqual(await inbox.count(4), [1, 2, 3, 4]); // no gap, no double
  pull.destroy();
}

/** The page of the public system: a guest channel, qrAuthorize, then main.qrcodeauth.authenticate. */
async function publicQr(phone) {
  execFileSync(program, ['--data', data, 'setting', 'set', 'qr.basic', 'Y']);
  const ticket = await within(10_000, async () =>
    (await rest('passport.qr.open', { device: { name: 'page', os: '', app: '' } })).result);
  assert.equal(ticket.level, 'basic');
  const pull = new PullClient({
    b24: oauth(phone, later()), siteId: 's1', guestMode: true, guestUserId: 1, skipStorageInit: true, // it wants a number
  });
  const inbox = new Inbox();
  pull.subscribe({ moduleId: 'main', command: 'qrAuthorize', callback: (params) => inbox.push(params) });
  await pull.start(ticket.pull);
  const action = async (name, body, headers) => {
    const answer = await fetch(`${base}/bitrix/services/main/ajax.php?action=${name}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded', 'BX-Ajax': 'true', ...headers },
      body: new URLSearchParams(body),
    });
    return { cookie: answer.headers.get('set-cookie'), json: await answer.json() };
  };
  const pushed = await action('main.qrcodeauth.pushToken',
    { siteId: ticket.siteId, uniqueId: ticket.uniqueId, channelTag: ticket.channelTag, redirectUrl: '' },
    { Authorization: `Bearer ${phone.access_token}` });
  assert.equal(pushed.json.status, 'success', JSON.stringify(pushed.json));
  const [{ token }] = await inbox.count(1);
  assert.match(token, /^[0-9A-Za-z]{32}$/);

  const first = await action('main.qrcodeauth.authenticate', { token, remember: '0' }, {});
  assert.equal(first.json.errors[0].code, 'invalid_csrf');
  const Cookie = first.cookie.split(';')[0];
  const csrf = first.json.errors[0].customData.csrf;
  const signedIn = await action('main.qrcodeauth.authenticate', { token, remember: '0', sessid: csrf }, { Cookie });
  assert.deepEqual([signedIn.json.status, signedIn.json.data], ['success', true]);
  const again = await action('main.qrcodeauth.authenticate', { token, remember: '0', sessid: csrf }, { Cookie });
  assert.notEqual(again.json.status, 'success', 'a token is good once');
  pull.destroy();
}

let failed = 0;
async function step(name, work) {
  try {
    await work();
    console.log(`ok   ${name}`);
  } catch (error) {
    failed += 1;
    console.log(`FAIL ${name}\n${error.stack}`);
  }
}

try {
  base = await ready;
  const anna = () => signIn('anna@example.test', 'anna-demo-Passport');
  await step('REST and batch', async () => restAndBatch(await anna()));
  await step('refresh by itself', async () => refreshes(await anna()));
  await step('push, cable pulled, replay', async () => pushWithReplay(await anna()));
  await step('public QR sign-in', async () => publicQr(await anna()));
} finally {
  child.kill('SIGTERM');
  rmSync(data, { recursive: true, force: true });
}
process.exit(failed ? 1 : 0);
