-- Why the server did not take in a colleague's envelope, until the person has seen it.
ALTER TABLE carried ADD COLUMN refused BLOB;
