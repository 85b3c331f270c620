-- SPDX-FileCopyrightText: 2026 Passport developers
-- SPDX-License-Identifier: Apache-2.0
-- The server's own memory: switches, answers already given, the audit chain.

CREATE TABLE setting (
    name TEXT NOT NULL,
    portal TEXT NOT NULL DEFAULT '',           -- memberId; '': everywhere
    value TEXT NOT NULL,
    PRIMARY KEY (name, portal)
) STRICT, WITHOUT ROWID;

-- Grows when another process (a subcommand) has changed something; the running server looks at it.
CREATE TABLE outside_change (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    revision INTEGER NOT NULL
) STRICT;
INSERT INTO outside_change VALUES (1, 0);

-- First answers of changing calls, by caller, method and idempotencyKey (api.md 1). Never one that holds tokens.
CREATE TABLE answer (
    hash BLOB PRIMARY KEY,
    answer BLOB NOT NULL,
    given_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX answer_age ON answer (given_at);

CREATE TABLE audit (
    number INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    event TEXT NOT NULL,
    actor INTEGER,
    session TEXT NOT NULL,
    address TEXT NOT NULL,
    device TEXT NOT NULL,
    request TEXT NOT NULL,
    data TEXT NOT NULL,
    hash BLOB NOT NULL                         -- HMAC over the previous hash and this row (SR-41)
) STRICT;
CREATE TABLE audit_head (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    number INTEGER NOT NULL,
    hash BLOB NOT NULL
) STRICT;
INSERT INTO audit_head VALUES (1, 0, x'');
