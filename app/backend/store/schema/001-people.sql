-- SPDX-FileCopyrightText: 2026 Passport developers
-- SPDX-License-Identifier: Apache-2.0
-- People, how they are found, and what they can prove. Moments are Unix milliseconds.

CREATE TABLE user (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    first_name TEXT NOT NULL,
    last_name TEXT NOT NULL,
    photo_url TEXT,
    password_hash BLOB NOT NULL,               -- Argon2id with its parameters (SR-34)
    totp_secret BLOB,                          -- NULL: no second step
    totp_last_step INTEGER NOT NULL DEFAULT 0, -- each step once (SR-37)
    blocked INTEGER NOT NULL DEFAULT 0,
    revision INTEGER NOT NULL DEFAULT 1,
    created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE login (
    value TEXT PRIMARY KEY,                    -- normalised: lower-case e-mail, phone as +digits
    user_id INTEGER NOT NULL REFERENCES user (id) ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN ('email', 'phone'))
) STRICT, WITHOUT ROWID;
CREATE INDEX login_of_user ON login (user_id);

-- Failures in a row, by what failed: 'login:…', 'device:…', 'address:…', 'code:…' (SR-36, SR-37).
CREATE TABLE failure (
    scope TEXT PRIMARY KEY,
    in_a_row INTEGER NOT NULL,
    last_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Where somebody has signed in before: an allowance that an attacker elsewhere cannot use up (SR-36).
CREATE TABLE known_device (
    user_id INTEGER NOT NULL REFERENCES user (id) ON DELETE CASCADE,
    mark BLOB NOT NULL,
    last_at INTEGER NOT NULL,
    PRIMARY KEY (user_id, mark)
) STRICT, WITHOUT ROWID;
