-- Answers are deleted long after they are safe at the office: since when an interview is safe, by the server's clock,
-- and whether its answers are gone from here. Its row, and in the up-log number, kind and hashes, stay; the body is
-- empty.
ALTER TABLE interview ADD COLUMN safe_since TEXT;
ALTER TABLE interview ADD COLUMN only_at_office INTEGER NOT NULL DEFAULT 0 CHECK (only_at_office IN (0, 1));
