-- SPDX-FileCopyrightText: 2026 Passport developers
-- SPDX-License-Identifier: Apache-2.0
-- QR sign-ins (api.md 5): they survive a restart. See qr/ticket.h for what each column means.

CREATE TABLE qr_ticket (
    id TEXT PRIMARY KEY,
    key BLOB,                                  -- Ed25519 of this ticket; NULL: a browser's or a basic one
    cookie_hash BLOB,                          -- SHA-256 of the cookie session of a browser
    nonce TEXT NOT NULL,
    channel_tag TEXT NOT NULL UNIQUE,
    typed_code TEXT NOT NULL,
    unique_id TEXT NOT NULL,
    portal TEXT NOT NULL DEFAULT '',           -- memberId; '': the Passport
    device_name TEXT NOT NULL,
    device_os TEXT NOT NULL,
    device_app TEXT NOT NULL,
    remember INTEGER NOT NULL,
    address TEXT NOT NULL,
    address_block TEXT NOT NULL,               -- what one customer owns: IPv4 whole, IPv6 its /64 (api.md 8)
    opened_at INTEGER NOT NULL,

    state TEXT NOT NULL,
    ends_at INTEGER NOT NULL,                  -- of this state's life; of an ended ticket: when it ended
    rev INTEGER NOT NULL,
    seq INTEGER NOT NULL,                      -- the last accepted (SR-17)
    level TEXT NOT NULL,
    reason TEXT NOT NULL DEFAULT '',           -- of declined
    wrong_portal INTEGER NOT NULL DEFAULT 0,

    approval_id TEXT,                          -- these from the scan on
    person INTEGER REFERENCES user (id) ON DELETE CASCADE,
    approver TEXT,                             -- the session that scanned
    phone TEXT,
    number TEXT,
    wrong_numbers INTEGER NOT NULL DEFAULT 0,
    network TEXT,

    token_hash BLOB,                           -- these from the approval on
    token TEXT,                                -- sealed to `key`; plain when basic; NULL for a browser
    claim_key TEXT,                            -- idempotencyKey of the claim
    claimed_at INTEGER,
    session_id TEXT                            -- what came out
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX qr_ticket_typed ON qr_ticket (typed_code);
CREATE UNIQUE INDEX qr_ticket_approval ON qr_ticket (approval_id) WHERE approval_id IS NOT NULL;
CREATE INDEX qr_ticket_token ON qr_ticket (token_hash) WHERE token_hash IS NOT NULL;
CREATE INDEX qr_ticket_person ON qr_ticket (person) WHERE person IS NOT NULL;
CREATE INDEX qr_ticket_cookie ON qr_ticket (cookie_hash) WHERE cookie_hash IS NOT NULL;
CREATE INDEX qr_ticket_ends ON qr_ticket (ends_at);
-- Those that still live, for the limits and the sweep.
CREATE INDEX qr_ticket_open ON qr_ticket (address_block, ends_at)
    WHERE state IN ('waiting', 'scanned', 'numberOk', 'approved');
