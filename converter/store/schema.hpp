// The tables of a workspace, and the numbers by which its file is recognised.
#pragma once

namespace srgconv::store {

/// `SRGc`, in the file's header (PRAGMA application_id): a database without it is no workspace.
inline constexpr int application_id = 0x53524763;
/// Raised with every change of the tables (PRAGMA user_version): a workspace of another version is not read.
inline constexpr int schema_version = 2;

/// Registration numbers, BSN and codes are TEXT: INTEGER would take their leading zeros away. Dates are packed yyyymmdd with zeros for unknown parts, months
/// are yyyymm. Tables that are read by key alone are stored in the order of that key (WITHOUT ROWID), so that they need no index beside it.
inline constexpr const char* schema = R"sql(
CREATE TABLE property(
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE numbering(
  id INTEGER PRIMARY KEY,
  sender TEXT NOT NULL,
  first_month INTEGER              -- NULL: the first numbering known
);

CREATE TABLE source(
  id INTEGER PRIMARY KEY,          -- from 0, in order of reading
  side INTEGER NOT NULL,           -- 0 old-export, 1 old-delivered, 2 new-delivered, 3 id-list
  sender TEXT NOT NULL,
  numbering INTEGER NOT NULL REFERENCES numbering,
  name TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  month INTEGER,
  format TEXT NOT NULL,
  mapping TEXT NOT NULL,
  in_force INTEGER NOT NULL,
  row_count INTEGER NOT NULL DEFAULT 0,
  used INTEGER NOT NULL DEFAULT 0,
  merged INTEGER NOT NULL DEFAULT 0,
  skipped INTEGER NOT NULL DEFAULT 0,
  rejected INTEGER NOT NULL DEFAULT 0,
  provisions INTEGER NOT NULL DEFAULT 0,
  documents_without_records INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE word(                 -- texts that stand in very many rows: places of rules, names of columns
  id INTEGER PRIMARY KEY,
  text TEXT NOT NULL
);

CREATE TABLE source_row(
  id INTEGER PRIMARY KEY,
  source INTEGER NOT NULL REFERENCES source,
  line INTEGER NOT NULL,
  path TEXT NOT NULL,
  outcome INTEGER NOT NULL,        -- 0 used, 1 merged, 2 skipped, 3 rejected
  code TEXT NOT NULL,
  reason TEXT NOT NULL,
  rule INTEGER NOT NULL REFERENCES word
);

CREATE TABLE raw_value(            -- of skipped and rejected rows only
  source_row INTEGER NOT NULL REFERENCES source_row,
  position INTEGER NOT NULL,
  name INTEGER NOT NULL REFERENCES word,
  text TEXT NOT NULL,
  PRIMARY KEY(source_row, position)
) WITHOUT ROWID;

CREATE TABLE provision(
  id INTEGER PRIMARY KEY,          -- from 1, in order of appearance
  numbering INTEGER NOT NULL REFERENCES numbering,
  registration_number TEXT NOT NULL
);

CREATE TABLE own_bsn(              -- registration numbers that contain the BSN of their own person: shown masked
  provision INTEGER NOT NULL REFERENCES provision,
  bsn TEXT NOT NULL,
  PRIMARY KEY(provision, bsn)
) WITHOUT ROWID;

CREATE TABLE description(
  id INTEGER PRIMARY KEY,
  text TEXT NOT NULL
);

CREATE TABLE state(                -- one provision as one row told it about one month
  id INTEGER PRIMARY KEY,
  provision INTEGER NOT NULL REFERENCES provision,
  month INTEGER NOT NULL,
  source_row INTEGER NOT NULL REFERENCES source_row,
  rule INTEGER NOT NULL REFERENCES word,
  description INTEGER REFERENCES description
);

CREATE TABLE episode(
  provision INTEGER NOT NULL REFERENCES provision,
  side INTEGER NOT NULL,
  first_month INTEGER NOT NULL,
  last_month INTEGER NOT NULL,
  source_row INTEGER NOT NULL REFERENCES source_row,     -- of the last month, as rule and description are
  rule INTEGER NOT NULL REFERENCES word,
  bsn TEXT NOT NULL,
  type TEXT NOT NULL,
  start_date INTEGER NOT NULL,
  end_date INTEGER,                -- NULL while running
  goal TEXT NOT NULL,
  work_capacity TEXT NOT NULL,
  wage_value INTEGER,              -- ten-thousandths of a percent
  description INTEGER REFERENCES description,
  PRIMARY KEY(provision, side, first_month)
) WITHOUT ROWID;

CREATE TABLE transition(
  id INTEGER PRIMARY KEY,          -- from 0, in the order in which they are converted: that of their months
  name TEXT NOT NULL,
  month INTEGER NOT NULL
);

CREATE TABLE fate(
  id INTEGER PRIMARY KEY,
  transition INTEGER NOT NULL,
  provision INTEGER NOT NULL REFERENCES provision,
  old_side INTEGER NOT NULL,
  fate TEXT NOT NULL,
  explanation TEXT NOT NULL,
  file_sender TEXT NOT NULL        -- the new sender in whose conversion file an old provision stands
);

CREATE TABLE history_number(       -- of old provisions that ended before the transition; delivered nowhere, so no provision of its own
  provision INTEGER PRIMARY KEY REFERENCES provision,
  numbering INTEGER NOT NULL REFERENCES numbering,
  registration_number TEXT NOT NULL,
  rule TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE link(
  id INTEGER PRIMARY KEY,
  transition INTEGER NOT NULL,
  old_provision INTEGER NOT NULL REFERENCES provision,
  new_provision INTEGER NOT NULL REFERENCES provision,
  relation TEXT NOT NULL,
  proof TEXT NOT NULL,
  status TEXT NOT NULL,
  rule TEXT NOT NULL,
  evidence TEXT NOT NULL,
  changes INTEGER NOT NULL         -- how many lines of link_change
);

CREATE TABLE link_change(
  link INTEGER NOT NULL REFERENCES link,
  position INTEGER NOT NULL,
  field TEXT NOT NULL,
  reason TEXT NOT NULL,
  PRIMARY KEY(link, position)
) WITHOUT ROWID;

CREATE TABLE earlier_link(         -- what conversion files of earlier transitions say
  id INTEGER PRIMARY KEY,
  old_provision INTEGER NOT NULL REFERENCES provision,
  new_provision INTEGER REFERENCES provision,   -- NULL: not linked; relation is its fate
  relation TEXT NOT NULL,
  month INTEGER NOT NULL,          -- of the transition
  file INTEGER NOT NULL REFERENCES word,
  line INTEGER NOT NULL
);

CREATE TABLE review(
  id INTEGER PRIMARY KEY,
  transition INTEGER NOT NULL,
  link_code TEXT NOT NULL,
  code TEXT NOT NULL,
  reason TEXT NOT NULL,
  reason_en TEXT NOT NULL,
  provision INTEGER NOT NULL REFERENCES provision
);

CREATE TABLE candidate(
  review INTEGER NOT NULL REFERENCES review,
  position INTEGER NOT NULL,
  provision INTEGER NOT NULL REFERENCES provision,
  pair_code TEXT NOT NULL,
  PRIMARY KEY(review, position)
) WITHOUT ROWID;

CREATE TABLE decision(             -- of people, as their files say it, and what came of it
  id INTEGER PRIMARY KEY,
  provision INTEGER REFERENCES provision,   -- NULL: it names none that there is
  link_code TEXT NOT NULL,
  old_key TEXT NOT NULL,           -- as written
  new_key TEXT NOT NULL,           -- as written
  choice TEXT NOT NULL,            -- link, no-link, drop, later
  who TEXT NOT NULL,
  day INTEGER,
  why TEXT NOT NULL,
  file TEXT NOT NULL,
  line INTEGER NOT NULL,
  outcome TEXT NOT NULL            -- applied, later, held, or the code of a finding
);
)sql";

/// Made when everything is loaded: sorting once is quicker than keeping them in order row by row.
inline constexpr const char* indices = R"sql(
CREATE UNIQUE INDEX provision_by_key ON provision(numbering, registration_number);
CREATE INDEX state_by_provision ON state(provision);
CREATE UNIQUE INDEX fate_by_provision ON fate(provision, old_side, transition);
CREATE UNIQUE INDEX link_by_old ON link(old_provision, new_provision, transition);
CREATE INDEX link_by_new ON link(new_provision);
CREATE INDEX earlier_link_by_old ON earlier_link(old_provision);
CREATE INDEX earlier_link_by_new ON earlier_link(new_provision);
)sql";

}  // namespace srgconv::store
