-- SPDX-FileCopyrightText: 2026 Passport developers
-- SPDX-License-Identifier: Apache-2.0
-- The hash of the password that a recovery has chosen; it replaces the present one when the second step is done.

ALTER TABLE pending_sign_in ADD COLUMN new_password BLOB;
