-- SPDX-FileCopyrightText: 2026 Passport developers
-- SPDX-License-Identifier: Apache-2.0
-- Sessions and their credentials. Only SHA-256 of a credential is kept (api.md 2).

CREATE TABLE session (
    id TEXT PRIMARY KEY,
    user_id INTEGER NOT NULL REFERENCES user (id) ON DELETE CASCADE,
    key BLOB,                                  -- Ed25519 key the tokens are bound to; NULL: bearer
    remember INTEGER NOT NULL,
    method TEXT NOT NULL,                      -- password, totp, qr, …
    device_name TEXT NOT NULL,                 -- as the device says of itself
    device_os TEXT NOT NULL,
    device_app TEXT NOT NULL,
    address TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,               -- absolute end (SR-27)
    ended_at INTEGER,
    end_reason TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX session_of_user ON session (user_id);
CREATE INDEX session_ended ON session (ended_at) WHERE ended_at IS NOT NULL;

-- Access tokens and signed-in cookies. The last one of a session is kept beyond its end: its owner is told
-- `expired_token` and refreshes, instead of being told that he is signed out.
CREATE TABLE access (
    hash BLOB PRIMARY KEY,
    session_id TEXT NOT NULL REFERENCES session (id) ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN ('token', 'cookie')),
    portal TEXT NOT NULL DEFAULT '',           -- memberId; '': the Passport
    expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX access_of_session ON access (session_id, portal);

CREATE TABLE refresh (
    hash BLOB PRIMARY KEY,
    session_id TEXT NOT NULL REFERENCES session (id) ON DELETE CASCADE,
    portal TEXT NOT NULL DEFAULT '',
    expires_at INTEGER NOT NULL,               -- idle end
    used_at INTEGER                            -- kept after use: a second use is theft (SR-27)
) STRICT, WITHOUT ROWID;
CREATE INDEX refresh_of_session ON refresh (session_id);

-- A password that was right and waits for its second step.
CREATE TABLE pending_sign_in (
    hash BLOB PRIMARY KEY,                     -- of the signInId
    user_id INTEGER NOT NULL REFERENCES user (id) ON DELETE CASCADE,
    key BLOB,
    remember INTEGER NOT NULL,
    method TEXT NOT NULL,
    device_name TEXT NOT NULL,
    device_os TEXT NOT NULL,
    device_app TEXT NOT NULL,
    address TEXT NOT NULL,
    portal TEXT NOT NULL DEFAULT '',
    cookie_hash BLOB,                          -- of the cookie session it belongs to; NULL: none
    tries_left INTEGER NOT NULL,
    expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX pending_of_cookie ON pending_sign_in (cookie_hash) WHERE cookie_hash IS NOT NULL;
