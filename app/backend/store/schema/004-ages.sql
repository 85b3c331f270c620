-- SPDX-FileCopyrightText: 2026 Passport developers
-- SPDX-License-Identifier: Apache-2.0
-- What is too old to matter is found, and dropped, without reading everything.

CREATE INDEX failure_age ON failure (last_at);
CREATE INDEX known_device_age ON known_device (last_at);
CREATE INDEX session_age ON session (expires_at);
