-- SPDX-FileCopyrightText: 2026 Passport developers
-- SPDX-License-Identifier: Apache-2.0
-- In which language people read their letters, and whose the remembered answers are: they hold names and titles.

ALTER TABLE user ADD COLUMN language TEXT CHECK (language IN ('en', 'ru')); -- of the last sign-in; NULL: not known

ALTER TABLE answer ADD COLUMN user_id INTEGER REFERENCES user (id) ON DELETE CASCADE; -- NULL: nobody was signed in
CREATE INDEX answer_of_user ON answer (user_id) WHERE user_id IS NOT NULL;
