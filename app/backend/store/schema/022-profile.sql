-- SPDX-FileCopyrightText: 2026 Passport developers
-- SPDX-License-Identifier: Apache-2.0
-- Pictures, and what each portal has of a person: a copy of its own, which only "update in all portals" overwrites.

CREATE TABLE photo (
    name TEXT PRIMARY KEY,                     -- 43 characters that nobody guesses: the picture's address is its key
    user_id INTEGER NOT NULL REFERENCES user (id) ON DELETE CASCADE,
    jpeg BLOB NOT NULL,                        -- made by us; nothing of the file that came in but its pixels
    made_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX photo_of_user ON photo (user_id);

-- No row: the portal has the person as the Passport has him.
CREATE TABLE portal_person (
    user_id INTEGER NOT NULL,
    member_id TEXT NOT NULL,
    first_name TEXT NOT NULL,
    last_name TEXT NOT NULL,
    photo_url TEXT,
    PRIMARY KEY (user_id, member_id),
    FOREIGN KEY (user_id, member_id) REFERENCES member (user_id, member_id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
