INSERT INTO note (text) VALUES ('fourth');
