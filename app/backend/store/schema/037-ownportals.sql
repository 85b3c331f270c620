-- SPDX-FileCopyrightText: 2026 Passport developers
-- SPDX-License-Identifier: Apache-2.0
-- The portals of a person as the list tells them. That of an administrator says what leaving would come to; the index finds another
-- administrator at once, however many members there are.

CREATE INDEX administrator_of_portal ON member (member_id, user_id) WHERE state = 'active' AND role = 'admin';

CREATE VIEW own_portal AS
SELECT member.*, title, address, plan, created_by, renames, last_used_at, deletes_at,
    CASE
        WHEN role <> 'admin' OR state <> 'active' OR EXISTS (
            SELECT 1 FROM member AS other
            WHERE other.member_id = member.member_id AND other.user_id <> member.user_id
                AND other.state = 'active' AND other.role = 'admin') THEN ''
        WHEN EXISTS (
            SELECT 1 FROM member AS other
            WHERE other.member_id = member.member_id AND other.user_id <> member.user_id
                AND other.state = 'active') THEN 'sole_administrator'
        ELSE 'last_member'
    END AS leave_obstacle
FROM member JOIN portal USING (member_id);
