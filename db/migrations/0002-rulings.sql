-- Editors' rulings on who is who among the speakers, in the order in which they apply.
CREATE TABLE ruling (
  number INTEGER PRIMARY KEY AUTOINCREMENT,  -- never given again, so that an undo means what it meant
  kind TEXT NOT NULL CHECK (kind IN ('alias', 'merge', 'split')),
  name TEXT NOT NULL,    -- the speaker it is about
  other TEXT NOT NULL,   -- the alias, the speaker to be merged into, or the new name
  source TEXT NOT NULL   -- the id of the source that a split is about; empty for the others
) STRICT;

-- The speaker named by the transcript, where a ruling changed `speaker`.
ALTER TABLE label ADD COLUMN printed INTEGER REFERENCES speaker;
CREATE INDEX label_by_printed ON label (printed) WHERE printed IS NOT NULL;
