-- The tables of a store, of user_version 7. What the number has meant, in builds from before the first release:
--   1  sources, speakers, passages and the index
--   2  rulings, and label.printed
--   3  rows of `posting` keyed by segment, shingle and chunk
--   4  printed lines
--   5  rows of `posting` as blocks of gaps
--   6  kinds of source, authors, issuers, languages, headings, and words as a machine heard them; source.kind, which said
--      how a source was made, is source.made, and times of passages are whole milliseconds
--   7  numbers of 31 bits for shingles of three words, and keys of rows of `posting` that have room for them; indexes of
--      sources that a machine recognised, and of what chunks a source owns
-- Stores with another number are refused. `quoth store upgrade` makes a new store of an older one, from all tables but
-- the index (db/sources/older_store.hpp): whoever changes one of those tables teaches it the difference.

-- One row for each source. It owns the chunks [first_chunk, first_chunk + chunks); their numbers are never reused,
-- not even after the source is removed.
CREATE TABLE source (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  date TEXT NOT NULL,         -- YYYY-MM-DD, or empty
  url TEXT NOT NULL,
  made TEXT NOT NULL,         -- a name of Made: spoken, edited, prepared, captions, asr, written or ocr
  kind TEXT NOT NULL,         -- transcript or document
  author TEXT NOT NULL,
  issuer TEXT NOT NULL,
  language TEXT NOT NULL,     -- a BCP 47 tag, or empty
  path TEXT NOT NULL,         -- where it was read from
  sha256 TEXT NOT NULL,       -- of the bytes it was read from
  ingested TEXT NOT NULL,     -- ISO 8601, UTC
  digest INTEGER NOT NULL,    -- of its content: the same digest is the same source
  first_chunk INTEGER NOT NULL,
  chunks INTEGER NOT NULL,
  utterances INTEGER NOT NULL,
  words INTEGER NOT NULL,
  bytes INTEGER NOT NULL      -- of text
) STRICT;
CREATE INDEX source_by_chunk ON source (first_chunk, chunks, date, id);
CREATE INDEX source_by_date ON source (date, id, first_chunk, chunks);
CREATE INDEX source_recognised ON source (made) WHERE made IN ('asr', 'ocr');
CREATE INDEX source_extent ON source (number, first_chunk, chunks);  -- without the rest of the row
CREATE INDEX source_by_digest ON source (digest, id, date, first_chunk, chunks);  -- a random but reproducible order

-- The speakers: one row for each combination of name, role and aliases in the sources.
CREATE TABLE speaker (
  number INTEGER PRIMARY KEY,
  digest INTEGER NOT NULL UNIQUE,  -- of name, role and aliases
  name TEXT NOT NULL,
  role TEXT NOT NULL,
  aliases TEXT NOT NULL            -- one a line
) STRICT;

-- Every name a speaker goes by: its name, its role and its aliases.
CREATE TABLE speaker_name (
  number INTEGER PRIMARY KEY,
  speaker INTEGER NOT NULL REFERENCES speaker ON DELETE CASCADE,
  use TEXT NOT NULL CHECK (use IN ('name', 'role', 'alias')),
  name TEXT NOT NULL
) STRICT;
CREATE INDEX speaker_name_by_speaker ON speaker_name (speaker);

-- An index from words (matching keys) to the names that contain them.
CREATE TABLE name_word (
  word TEXT NOT NULL,
  name INTEGER NOT NULL REFERENCES speaker_name ON DELETE CASCADE,
  PRIMARY KEY (word, name)
) STRICT, WITHOUT ROWID;
CREATE INDEX name_word_by_name ON name_word (name);

-- The labels that a source prints before the turns of its speakers; `speaker` is null where it prints none. `date` is
-- the date of the source, `printed` the speaker named by the transcript, where a ruling changed `speaker`. The statement
-- is as SQLite wrote it when that column was added, so that all stores of this version have the same tables.
CREATE TABLE label (
  number INTEGER PRIMARY KEY,
  source INTEGER NOT NULL REFERENCES source ON DELETE CASCADE,
  label TEXT NOT NULL,
  speaker INTEGER REFERENCES speaker,
  date TEXT NOT NULL,
  utterances INTEGER NOT NULL
, printed INTEGER REFERENCES speaker) STRICT;
CREATE INDEX label_by_source ON label (source);
CREATE INDEX label_by_speaker ON label (speaker, date, source, utterances);

-- The text: a turn, or a part of a long one. `number` is 64 * chunk + position in the chunk. The parts of an utterance,
-- concatenated, are its exact text. `label` refers to a row of label, but is not declared as a foreign key: its index
-- would cost more than the check is worth, as rows are only added and removed together with their source.
CREATE TABLE passage (
  number INTEGER PRIMARY KEY,
  label INTEGER NOT NULL,
  utterance INTEGER NOT NULL,   -- 0-based, in its source
  first_word INTEGER NOT NULL,  -- number of its first word in its source
  start INTEGER,                -- of the utterance, in milliseconds
  lasts INTEGER,                -- milliseconds from its start, or from 0 without one, to its end
  text TEXT NOT NULL
) STRICT;

-- What a recogniser said of the words of the passages of a chunk, as split at white space passage by passage; for chunks
-- of which it said something. heard_words.hpp describes the bytes.
CREATE TABLE heard_words (
  chunk INTEGER PRIMARY KEY,
  words BLOB NOT NULL
) STRICT;

CREATE TRIGGER source_text AFTER DELETE ON source BEGIN
  DELETE FROM passage WHERE number >= old.first_chunk * 64 AND number < (old.first_chunk + old.chunks) * 64;
  DELETE FROM heard_words WHERE chunk >= old.first_chunk AND chunk < old.first_chunk + old.chunks;
END;

-- The inverted index: posting lists of the chunks that contain a shingle of one, two or three words. They are stored in
-- segments, and a segment in rows; posting_rows.hpp and posting_codec.hpp describe the key and the bytes of a row.
CREATE TABLE posting (
  number INTEGER PRIMARY KEY,
  chunks BLOB NOT NULL
) STRICT;

CREATE TABLE segment (
  number INTEGER PRIMARY KEY,
  first_chunk INTEGER NOT NULL,
  last_chunk INTEGER NOT NULL,
  words INTEGER NOT NULL,
  dead_words INTEGER NOT NULL  -- of sources removed since it was written
) STRICT;

-- The chunks of removed sources that still have postings.
CREATE TABLE dead_chunks (
  first_chunk INTEGER PRIMARY KEY,
  last_chunk INTEGER NOT NULL
) STRICT;

-- Counters of the whole store, by name.
CREATE TABLE counter (
  name TEXT PRIMARY KEY,
  value INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO counter VALUES ('next_chunk', 1);

-- Editors' rulings on who is who among the speakers, in the order in which they apply.
CREATE TABLE ruling (
  number INTEGER PRIMARY KEY AUTOINCREMENT,  -- never given again, so that an undo means what it meant
  kind TEXT NOT NULL CHECK (kind IN ('alias', 'merge', 'split')),
  name TEXT NOT NULL,    -- the speaker it is about
  other TEXT NOT NULL,   -- the alias, the speaker to be merged into, or the new name
  source TEXT NOT NULL   -- the id of the source that a split is about; empty for the others
) STRICT;
CREATE INDEX label_by_printed ON label (printed) WHERE printed IS NOT NULL;

-- The printed lines of sources with page numbers: one row for each line, or for each page if lines have no numbers.
CREATE TABLE printed_line (
  source INTEGER NOT NULL REFERENCES source ON DELETE CASCADE,
  first_word INTEGER NOT NULL,  -- number of its first word in its source
  page TEXT NOT NULL,           -- as printed: "12", "S102"
  line INTEGER NOT NULL,        -- 0 where it has no number
  PRIMARY KEY (source, first_word)
) STRICT, WITHOUT ROWID;

-- The headings of sources that have some: one row for each utterance whose heading is not that of the one before.
CREATE TABLE heading (
  source INTEGER NOT NULL REFERENCES source ON DELETE CASCADE,
  utterance INTEGER NOT NULL,  -- 0-based, in its source
  heading TEXT NOT NULL,       -- empty where none goes on
  PRIMARY KEY (source, utterance)
) STRICT, WITHOUT ROWID;
