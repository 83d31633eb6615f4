-- What became of a store that was damaged. Facts of an interview that could not be brought over:
ALTER TABLE interview ADD COLUMN lost_facts INTEGER NOT NULL DEFAULT 0 CHECK (lost_facts >= 0);
-- Records with numbers up to this one were made, whether or not they are still there: none of these numbers is given
-- again.
ALTER TABLE position ADD COLUMN made INTEGER NOT NULL DEFAULT 0 CHECK (made >= 0);
