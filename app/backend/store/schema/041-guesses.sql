-- SPDX-FileCopyrightText: 2026 Passport developers
-- SPDX-License-Identifier: Apache-2.0
-- Wrong codes of the last 24 hours: 'code:…' a person's second step, 'recovery:…' a login under its mark.

CREATE TABLE guess (
    scope TEXT NOT NULL,
    at INTEGER NOT NULL
) STRICT;
CREATE INDEX guess_of_scope ON guess (scope, at);
CREATE INDEX guess_age ON guess (at);

-- The first proof of a half sign-in was a code sent to the person's phone: an SMS is no second one then.
ALTER TABLE pending_sign_in ADD COLUMN by_phone INTEGER NOT NULL DEFAULT 0;
