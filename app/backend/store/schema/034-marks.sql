-- SPDX-FileCopyrightText: 2026 Passport developers
-- SPDX-License-Identifier: Apache-2.0
-- Failures with a login are counted under its keyed mark, no longer under its SHA-256, which tells a phone number to
-- whoever tries them all. Which login an old row counts cannot be known here: this once they are forgotten.

DELETE FROM failure WHERE scope LIKE 'login:%';
