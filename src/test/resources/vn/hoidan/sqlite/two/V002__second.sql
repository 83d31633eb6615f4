-- several statements, one of them with semicolons inside
ALTER TABLE note ADD COLUMN length INTEGER NOT NULL DEFAULT 0;
CREATE TRIGGER note_length AFTER INSERT ON note BEGIN
    UPDATE note SET length = length(text) WHERE id = new.id;
    UPDATE note SET text = text || ';' WHERE id = new.id;
END;
UPDATE note SET length = length(text);
