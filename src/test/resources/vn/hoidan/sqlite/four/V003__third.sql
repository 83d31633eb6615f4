INSERT INTO note (text) VALUES ('third');
