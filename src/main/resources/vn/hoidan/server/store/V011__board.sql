-- Interviews that came to count without a good lease are few; the board finds them without looking through the others.
CREATE INDEX ledger_late ON ledger_movement (survey) WHERE kind = 'accepted-from-pool';
