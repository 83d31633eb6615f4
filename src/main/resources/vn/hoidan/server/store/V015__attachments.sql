-- Sealed files that came with interviews, by the hash of their sealed bytes. The bytes lie in a folder beside; where a
-- content came twice, both rows name the file that came first. The cover stands for the content: only the office's keys
-- tell which it is. A file that cannot be opened has none.
CREATE TABLE attachment (
  hash BLOB NOT NULL PRIMARY KEY,
  file BLOB NOT NULL,
  cover BLOB,
  bytes BIGINT NOT NULL,
  device TEXT NOT NULL,
  received_at BIGINT NOT NULL,
  safe INTEGER NOT NULL
);

CREATE INDEX attachment_cover ON attachment (cover);
CREATE INDEX attachment_file ON attachment (file);
CREATE INDEX attachment_device ON attachment (device);

-- Contents that interviews name, by their covers.
CREATE TABLE attachment_wanted (
  interview TEXT NOT NULL,
  cover BLOB NOT NULL,
  PRIMARY KEY (interview, cover)
);
