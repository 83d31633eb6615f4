INSERT INTO note (text) VALUES ('second');
