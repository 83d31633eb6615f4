-- Records are signed by their devices; those of older programs are not.
ALTER TABLE up_record ADD COLUMN signature BLOB;

-- the key to seal records to that a device was told last
ALTER TABLE device ADD COLUMN record_key_told BLOB;
