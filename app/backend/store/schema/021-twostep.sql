-- SPDX-FileCopyrightText: 2026 Passport developers
-- SPDX-License-Identifier: Apache-2.0
-- The second step: a secret that waits for its first code, and recovery codes (SR-39).

CREATE TABLE otp_setup (
    user_id INTEGER PRIMARY KEY REFERENCES user (id) ON DELETE CASCADE,
    secret BLOB NOT NULL,
    tries_left INTEGER NOT NULL,
    expires_at INTEGER NOT NULL
) STRICT;

-- One salt for a set: a typed code is hashed once, not ten times.
CREATE TABLE recovery_set (
    user_id INTEGER PRIMARY KEY REFERENCES user (id) ON DELETE CASCADE,
    salt BLOB NOT NULL,
    memory INTEGER NOT NULL,                   -- bytes and passes of Argon2id
    passes INTEGER NOT NULL
) STRICT;
CREATE TABLE recovery_code (
    user_id INTEGER NOT NULL REFERENCES recovery_set (user_id) ON DELETE CASCADE,
    hash BLOB NOT NULL,
    PRIMARY KEY (user_id, hash)
) STRICT, WITHOUT ROWID;

CREATE TABLE password_change (
    user_id INTEGER PRIMARY KEY REFERENCES user (id) ON DELETE CASCADE,
    at INTEGER NOT NULL                        -- the last one
) STRICT;
