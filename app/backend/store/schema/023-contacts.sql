-- SPDX-FileCopyrightText: 2026 Passport developers
-- SPDX-License-Identifier: Apache-2.0
-- Six digits on their way to somebody (SR-38): for a new contact, a forgotten password, a sign-in by SMS.

CREATE TABLE confirmation (
    hash BLOB PRIMARY KEY,                     -- SHA-256 of the confirmationId
    purpose TEXT NOT NULL CHECK (purpose IN ('contact', 'recovery', 'sms')),
    user_id INTEGER REFERENCES user (id) ON DELETE CASCADE, -- NULL: nobody has that login (SR-33)
    kind TEXT NOT NULL CHECK (kind IN ('phone', 'email')),
    value TEXT NOT NULL,                       -- where the code went, normalised
    about TEXT NOT NULL DEFAULT '',            -- contact: the one to be replaced; sms: the sign-in
    in_portals INTEGER NOT NULL DEFAULT 0,
    code_mark BLOB NOT NULL,                   -- HMAC by a key outside of the database; random: no code is right
    link_hash BLOB,                            -- SHA-256 of the secret in the link; NULL: there is none
    tries_left INTEGER NOT NULL,
    sent_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    ended TEXT NOT NULL DEFAULT ''             -- 'done', 'replaced'; '': lives until expires_at
) STRICT, WITHOUT ROWID;
CREATE INDEX confirmation_of_user ON confirmation (user_id, purpose);
CREATE INDEX confirmation_of_value ON confirmation (value, purpose);
CREATE INDEX confirmation_age ON confirmation (expires_at);
CREATE UNIQUE INDEX confirmation_link ON confirmation (link_hash) WHERE link_hash IS NOT NULL;

-- What a portal has of a person's contacts, its own copy like his name.
CREATE TABLE portal_contact (
    user_id INTEGER NOT NULL,
    member_id TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('phone', 'email')),
    value TEXT NOT NULL,
    PRIMARY KEY (user_id, member_id, kind),
    FOREIGN KEY (user_id, member_id) REFERENCES member (user_id, member_id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
