-- SPDX-FileCopyrightText: 2026 Passport developers
-- SPDX-License-Identifier: Apache-2.0
-- Proofs that it is still the owner who asks (SR-40). They end with their session.

CREATE TABLE step_up (
    session_id TEXT PRIMARY KEY REFERENCES session (id) ON DELETE CASCADE,
    until INTEGER NOT NULL,                    -- any proof
    factor_until INTEGER NOT NULL              -- a proof by the second factor
) STRICT, WITHOUT ROWID;
