-- SPDX-FileCopyrightText: 2026 Passport developers
-- SPDX-License-Identifier: Apache-2.0
-- What the credentials of deleted Passports were: whoever still comes with one is told so, and not only that he is
-- signed out. Nothing here says whose they were.

CREATE TABLE farewell (
    hash BLOB PRIMARY KEY,                     -- SHA-256 of an access or refresh token
    until INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX farewell_age ON farewell (until);
