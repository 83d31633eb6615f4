-- The keys by which devices sign, in the order in which they were last shown. Keys of lost and replaced devices stay:
-- what they signed before is still proved by them.

CREATE TABLE device_key (
  device TEXT NOT NULL REFERENCES device (id),
  signing_key BLOB NOT NULL,
  position INTEGER NOT NULL,
  shown_at BIGINT NOT NULL,
  revoked_at BIGINT,
  PRIMARY KEY (device, signing_key)
);
