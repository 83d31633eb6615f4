-- the trigger goes another way here
ALTER TABLE note ADD COLUMN length INTEGER NOT NULL DEFAULT 0;
UPDATE note SET length = length(text);
