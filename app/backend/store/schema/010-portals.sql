-- SPDX-FileCopyrightText: 2026 Passport developers
-- SPDX-License-Identifier: Apache-2.0
-- Portals, who is in them, and one-time ways into them.

CREATE TABLE portal (
    member_id TEXT PRIMARY KEY,                -- 32 lower-case hex digits; survives renaming
    title TEXT NOT NULL,
    address TEXT NOT NULL UNIQUE,              -- lower case, the label that renaming changes
    unique_id TEXT NOT NULL UNIQUE,            -- 16 of [0-9A-Za-z]: in the links of its QR codes (wire.md 1.3)
    plan TEXT NOT NULL CHECK (plan IN ('free', 'basic', 'standard', 'professional', 'enterprise')),
    renames INTEGER NOT NULL DEFAULT 0,        -- by an administrator himself; one is allowed (SR-44)
    created_by INTEGER REFERENCES user (id) ON DELETE SET NULL,
    created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX portal_of_creator ON portal (created_by);

CREATE TABLE member (
    user_id INTEGER NOT NULL REFERENCES user (id) ON DELETE CASCADE,
    member_id TEXT NOT NULL REFERENCES portal (member_id) ON DELETE CASCADE,
    role TEXT NOT NULL CHECK (role IN ('admin', 'employee', 'guest')),
    state TEXT NOT NULL CHECK (state IN ('active', 'invited', 'pending', 'blocked')),
    counter INTEGER NOT NULL DEFAULT 0,        -- unread
    joined_at INTEGER NOT NULL,
    PRIMARY KEY (user_id, member_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX member_of_portal ON member (member_id);

-- Grows whenever something in a person's list changes (counters apart): `revision` of passport.portals.list.
CREATE TABLE portal_list (
    user_id INTEGER PRIMARY KEY REFERENCES user (id) ON DELETE CASCADE,
    revision INTEGER NOT NULL
) STRICT;

-- "Open in browser" (SR-30): used once, within 60 s, for this person and this portal.
CREATE TABLE portal_entry (
    hash BLOB PRIMARY KEY,                     -- SHA-256 of the code in the link's fragment
    session_id TEXT NOT NULL REFERENCES session (id) ON DELETE CASCADE,
    member_id TEXT NOT NULL REFERENCES portal (member_id) ON DELETE CASCADE,
    expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX portal_entry_age ON portal_entry (expires_at);

-- A browser that came in by such a link. Ends with the session that made the link.
CREATE TABLE portal_visit (
    hash BLOB PRIMARY KEY,                     -- SHA-256 of the cookie
    session_id TEXT NOT NULL REFERENCES session (id) ON DELETE CASCADE,
    member_id TEXT NOT NULL REFERENCES portal (member_id) ON DELETE CASCADE,
    expires_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX portal_visit_age ON portal_visit (expires_at);
