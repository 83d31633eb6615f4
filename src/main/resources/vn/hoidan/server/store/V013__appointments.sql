-- The time agreed with a household; empty where an older program took the contact in.
ALTER TABLE contact ADD COLUMN appointment_at BIGINT;
