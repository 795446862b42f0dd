CREATE TABLE articles (
  article INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  file TEXT NOT NULL,
  number INTEGER NOT NULL,  -- which of the file's articles, from 1
  title TEXT NOT NULL,
  date TEXT NOT NULL,       -- YYYY-MM-DD, or empty
  outlet TEXT NOT NULL,
  author TEXT NOT NULL,
  section TEXT NOT NULL,    -- of the outlet: "sports"
  digest TEXT NOT NULL,     -- of its text and of how it was checked
  store TEXT NOT NULL,      -- the version of the store it was checked against
  checked INTEGER NOT NULL, -- quotations that could be checked
  fidelity REAL             -- their mean, null where there are none
) STRICT;

CREATE TABLE quotations (
  quotation INTEGER PRIMARY KEY,
  article INTEGER NOT NULL REFERENCES articles,
  number INTEGER NOT NULL,    -- in its article, from 1
  kind TEXT NOT NULL,
  text TEXT NOT NULL,         -- its segments, one blank between them
  first INTEGER NOT NULL,     -- code points of the article's text
  last INTEGER NOT NULL,
  line INTEGER NOT NULL,
  "column" INTEGER NOT NULL,
  speaker TEXT NOT NULL,
  mention TEXT NOT NULL,
  cue TEXT NOT NULL,
  via TEXT NOT NULL,
  rule TEXT NOT NULL,
  confidence REAL,            -- of the attribution
  words INTEGER NOT NULL,
  same_words INTEGER NOT NULL -- the same number: the same words, whatever their typography
) STRICT;

CREATE TABLE verdicts (
  quotation INTEGER PRIMARY KEY REFERENCES quotations,
  verdict TEXT NOT NULL,
  also TEXT NOT NULL,  -- the other verdicts, one blank between them
  must_be_seen INTEGER NOT NULL,  -- 0 where an editor set it aside
  unsure INTEGER NOT NULL,  -- 1 where it must be seen, but its confidence is below the run's min_confidence
  fidelity REAL,            -- null where it was not checked
  confidence REAL NOT NULL,
  message TEXT NOT NULL,
  set_aside TEXT NOT NULL,  -- why an editor let it stand, or empty
  store TEXT NOT NULL,
  reason TEXT NOT NULL,     -- why it is unchecked, or empty
  speaker_checked TEXT NOT NULL
) STRICT;

CREATE TABLE evidence (
  evidence INTEGER PRIMARY KEY,
  quotation INTEGER NOT NULL REFERENCES quotations,
  rank INTEGER NOT NULL,  -- 1 is the best
  source TEXT NOT NULL,
  title TEXT NOT NULL,
  date TEXT NOT NULL,
  url TEXT NOT NULL,
  made TEXT NOT NULL,     -- spoken, edited, prepared, captions, asr, written or ocr
  speaker TEXT NOT NULL,
  utterance INTEGER NOT NULL,
  time REAL,
  before TEXT NOT NULL,
  text TEXT NOT NULL,
  after TEXT NOT NULL,
  edits INTEGER NOT NULL,
  classes TEXT NOT NULL,  -- of the edits, one blank between them
  segments TEXT NOT NULL, -- of the quotation that it bears on, from 1, one blank between them
  chance REAL,            -- the number of such passages expected by accident
  machine_errors INTEGER NOT NULL, -- of the edits: those that a recogniser made rather than the writer
  check_time REAL         -- of the first of these: seconds into the recording; null where words have no times
) STRICT;

CREATE TABLE edits (
  evidence INTEGER NOT NULL REFERENCES evidence,
  number INTEGER NOT NULL,        -- in its passage, from 1
  class TEXT NOT NULL,
  printed TEXT NOT NULL,          -- the words of the article, or empty where it leaves some out
  said TEXT NOT NULL,             -- the words of the source, or empty where the article adds some
  allowed INTEGER NOT NULL,       -- by the policy
  machine_error INTEGER NOT NULL, -- a recogniser made it rather than the writer
  printed_first INTEGER NOT NULL, -- where they stand: bytes of the quotation's text
  printed_last INTEGER NOT NULL,
  said_first INTEGER NOT NULL,    -- bytes of the passage
  said_last INTEGER NOT NULL,
  PRIMARY KEY (evidence, number)
) STRICT, WITHOUT ROWID;

-- Who is meant by the names that articles print: the store's name of the person, where quotations of that name were
-- found with one person alone; else the name itself.
CREATE TABLE people (
  speaker TEXT PRIMARY KEY, -- as in `quotations`
  person TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE errors (
  file TEXT NOT NULL,
  number INTEGER NOT NULL,
  id TEXT NOT NULL,
  error TEXT NOT NULL
) STRICT;

CREATE TABLE run (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
