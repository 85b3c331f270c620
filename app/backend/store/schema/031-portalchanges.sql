-- SPDX-FileCopyrightText: 2026 Passport developers
-- SPDX-License-Identifier: Apache-2.0
-- Addresses that portals had, and when somebody was last in one.

CREATE TABLE old_address (
    address TEXT PRIMARY KEY,                  -- leads to the portal, and is given to no other: not even after its end
    member_id TEXT NOT NULL
) STRICT, WITHOUT ROWID;

ALTER TABLE portal ADD COLUMN last_used_at INTEGER NOT NULL DEFAULT 0;
UPDATE portal SET last_used_at = CAST(strftime('%s', 'now') AS INTEGER) * 1000; -- nobody's portal is idle from the start
