-- A body that is sealed to the office cannot be opened here: its content stays beside it, sealed to this person's key.
-- Records of older programs have neither; their body is the content.
ALTER TABLE up_record ADD COLUMN sealed_content BLOB;
ALTER TABLE up_record ADD COLUMN signature BLOB;
