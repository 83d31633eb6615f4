-- When a backup was put in the place of a lost state; empty if never.
ALTER TABLE server ADD COLUMN restored_at BIGINT;
