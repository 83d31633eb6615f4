-- Each log of a laptop has a row of its own in device: the first has the device's name, those after it name and number.
ALTER TABLE device ADD COLUMN device_name TEXT NOT NULL DEFAULT '';
UPDATE device SET device_name = id;
ALTER TABLE device ADD COLUMN incarnation INTEGER NOT NULL DEFAULT 1;
-- the newest epoch in which all of its log has been here
ALTER TABLE device ADD COLUMN reported_epoch BIGINT NOT NULL DEFAULT 0;
-- its lists are brought to it once it has reported
ALTER TABLE device ADD COLUMN lists_due INTEGER NOT NULL DEFAULT 0 CHECK (lists_due IN (0, 1));
CREATE INDEX device_by_name ON device (device_name);
