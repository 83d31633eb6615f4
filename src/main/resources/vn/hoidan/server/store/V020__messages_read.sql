-- Who sent a message from a window, and when the office heard that somebody has read it.
ALTER TABLE office_message ADD COLUMN sent_by TEXT;

ALTER TABLE office_message_to ADD COLUMN read_at BIGINT;
