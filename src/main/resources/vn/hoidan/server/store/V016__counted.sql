-- Which interviews count in a cell.
CREATE INDEX posting_counted ON ledger_posting (cell, movement) WHERE account = 'accepted';
