-- The result of checking an article, by a digest of the article and of the check's settings.
CREATE TABLE IF NOT EXISTS result (
  digest TEXT PRIMARY KEY,
  store TEXT NOT NULL,       -- the version it was checked against
  settled INTEGER NOT NULL,  -- whether more sources could not change it
  seen BLOB NOT NULL,        -- how sure each verdict is that an editor must see: eight bytes a quotation
  body BLOB NOT NULL         -- compressed, as the caller gave it
) STRICT;

-- The articles of this run, in the order of the archive.
CREATE TABLE IF NOT EXISTS article (
  file INTEGER NOT NULL,
  number INTEGER NOT NULL,
  path TEXT NOT NULL,
  id TEXT NOT NULL,
  title TEXT NOT NULL,
  date TEXT NOT NULL,
  outlet TEXT NOT NULL,
  author TEXT NOT NULL,
  section TEXT NOT NULL,
  digest TEXT NOT NULL,
  error TEXT NOT NULL,
  PRIMARY KEY (file, number)
) STRICT, WITHOUT ROWID;

-- The contents of the stores that articles were checked against: eight bytes for each source.
CREATE TABLE IF NOT EXISTS store (
  version TEXT PRIMARY KEY,
  contents BLOB NOT NULL
) STRICT;

-- What the run was of and how it checked, once it has finished.
CREATE TABLE IF NOT EXISTS run (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
