-- The printed lines of sources with page numbers: one row for each line, or for each page if lines have no numbers.
CREATE TABLE IF NOT EXISTS printed_line (
  source INTEGER NOT NULL REFERENCES source ON DELETE CASCADE,
  first_word INTEGER NOT NULL,  -- number of its first word in its source
  page TEXT NOT NULL,           -- as printed: "12", "S102"
  line INTEGER NOT NULL,        -- 0 where it has no number
  PRIMARY KEY (source, first_word)
) STRICT, WITHOUT ROWID;
