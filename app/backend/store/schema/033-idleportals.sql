-- SPDX-FileCopyrightText: 2026 Passport developers
-- SPDX-License-Identifier: Apache-2.0
-- When a free portal that nobody enters ends. Its members have been told so; until then there is nothing here.

ALTER TABLE portal ADD COLUMN deletes_at INTEGER;
ALTER TABLE portal ADD COLUMN reminders INTEGER NOT NULL DEFAULT 0; -- sent since they were told

CREATE INDEX portal_idle ON portal (last_used_at) WHERE plan = 'free' AND deletes_at IS NULL;
CREATE INDEX portal_ending ON portal (deletes_at) WHERE deletes_at IS NOT NULL;
