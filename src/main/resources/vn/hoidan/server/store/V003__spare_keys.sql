-- How laptops whose PIN was forgotten are opened again. Nothing here opens one: codes are derived from the office's
-- secret, which is not in this file.

-- which turns were given to a device, and when the code of a turn was told to somebody
CREATE TABLE spare_key_turn (
  device TEXT NOT NULL REFERENCES device (id),
  turn INTEGER NOT NULL CHECK (turn > 0),
  given_at BIGINT,
  told_at BIGINT,
  PRIMARY KEY (device, turn)
);

-- the one-time code by which a laptop asks for the code of its turn
CREATE TABLE reset_code (
  device TEXT PRIMARY KEY REFERENCES device (id),
  code_hash BLOB NOT NULL,
  issued_at BIGINT NOT NULL,
  expires_at BIGINT NOT NULL,
  tries_left INTEGER NOT NULL CHECK (tries_left >= 0),
  turn INTEGER
);
