-- SPDX-FileCopyrightText: 2026 Passport developers
-- SPDX-License-Identifier: Apache-2.0
-- Mails and messages that wait for their server. A row goes when it was delivered, refused or is no longer worth it.

CREATE TABLE letter (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    means TEXT NOT NULL CHECK (means IN ('mail', 'sms')),
    sealed BLOB NOT NULL,                      -- the letter under a key of secret.key: it may hold a code
    tries INTEGER NOT NULL DEFAULT 0,
    next_at INTEGER NOT NULL,
    good_until INTEGER NOT NULL,
    queued_at INTEGER NOT NULL
) STRICT;
CREATE INDEX letter_due ON letter (means, next_at);
